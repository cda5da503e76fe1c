import { failureProbabilities } from '../outcomes/failure-probability.ts';
import { marginCurve } from '../outcomes/margin-curve.ts';
import { endpointOf } from '../outcomes/truth.ts';
import { endpointIndex, type KnownTruth, marginShifts, type Trial } from '../scenario/trial.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR } from '../trial/accrual.ts';
import { createAccrualPace } from '../trial/accrual-pace.ts';
import type { TimeClaim } from '../trial/claims/definition.ts';
import type { Design } from '../trial/design.ts';
import type { EntryLaw } from '../trial/entry-law.ts';
import { expectedEvents, type ObservedArm, yearsOfEvents } from '../trial/expected-events.ts';
import { crossingProbabilities } from '../trial/group-sequential/crossing-probabilities.ts';
import { type LogRankMoments, logRankMoments, logRankPower } from '../trial/log-rank-approximation.ts';
import { lossPerYear } from '../trial/loss-schema.ts';
import { type Observation, observedAt } from '../trial/observation.ts';
import type { SurvivalCurve } from '../trial/survival-curve.ts';
import { timeTests } from '../trial/time-tests/index.ts';
import { comparedArms } from './patient-times.ts';
import { createSequentialBounds } from './sequential-bounds.ts';
import type { TimesApproximation } from './times-approximation.ts';

/** Points of a tabulated curve; between them its cumulative hazard is linear. */
const POINTS = 256;

/**
 * Power and type I error of a claim that the log-rank score decides, failures and duration, by normal approximation on the
 * population’s curves: hazards need not be proportional. Undefined where the test is another, or what competes shares
 * characteristics with what fails.
 *
 * @see Schoenfeld 1981, Biometrika 68:316; Lachin & Foulkes 1986, Biometrics 42:507
 */
export function approximateTimes(
  trial: Trial,
  known: KnownTruth,
  claim: TimeClaim,
): TimesApproximation | undefined {
  if (!isOfHazards(claim)) return undefined;
  const { design, arms } = trial;
  const endpoint = endpointOf(known.truth, claim.endpoint.name);
  const laws = failureProbabilities(known.truth, endpoint, claim.events);
  if (!laws) return undefined;
  const observation = observationOf(design, laws.withoutCompeting);
  const grid = gridUntil(longestYears(design, observation));
  const table = (values: readonly number[]): SurvivalCurve => tabulated(grid, values);
  const compared = comparedArms(claim, arms.length);
  const [, tested] = compared;
  const [control, experimental] = compared.map((arm) => table(grid.map((years) => laws.net(arm, years))));
  const shift = marginShifts(trial, known)[tested][endpointIndex(known.truth, claim)]!;
  const shifted = marginCurve(known.truth, endpoint, tested, shift, grid).values;
  const atMargin = table(shifted.map((rate, k) => rate * laws.freeOfCounted(grid[k])));
  const drawn = approximateOn(design, claim, observation, [control, experimental]);
  if (!drawn) return undefined;
  const typeIError = approximateOn(design, claim, observation, [control, atMargin])?.power ?? Number.NaN;
  // Without a failure to expect, the score has neither mean nor variance
  return Number.isFinite(drawn.power) && Number.isFinite(typeIError) ? { ...drawn, typeIError } : undefined;
}

/** Whether the log-rank score, or what goes with it, decides a claim. */
export function isOfHazards({ test }: TimeClaim): boolean {
  const { scale, looksAt } = timeTests[test];
  return scale === 'hazardRatio' && looksAt === 'hazards';
}

/** The same of two curves; undefined where the last analysis comes before the first surgery. */
function approximateOn(
  design: Design,
  claim: TimeClaim,
  observation: Observation,
  [controlCurve, experimentalCurve]: readonly SurvivalCurve[],
): Omit<TimesApproximation, 'typeIError'> | undefined {
  const sizes = comparedArms(claim, design.sizes.length).map(
    (arm) => design.sizes[arm] * (1 - design.unevaluable),
  );
  const arms = [controlCurve, experimentalCurve].map((curve, arm) => ({ size: sizes[arm], curve }));
  const analysisYears = analysisYearsOf(design, observation, arms);
  if (!(analysisYears > 0)) return undefined;
  const { share, longestYears: longest } = observedAt(observation, analysisYears);
  const moments = logRankMoments({
    controlCurve,
    experimentalCurve,
    followed: share,
    longestYears: longest,
    allocation: sizes[1] / sizes[0],
    nullHazardRatio: claim.limit,
  });
  const total = sizes[0] + sizes[1];
  return {
    power: powerOf(design, claim, moments, total),
    failures: total * moments.eventProbability,
    months: (analysisYears * DAYS_A_YEAR + design.accrual!.surgeryAfterDays) / DAYS_A_MONTH,
  };
}

/** The longest time for which a patient may be followed. */
function longestYears({ followUp }: Design, { entry }: Observation): number {
  const { perPatientYears = Infinity, withinYears, leastYears } = followUp!;
  return Math.min(perPatientYears, withinYears ?? entry.years + leastYears!);
}

/** Power with the looks of a design, or with none. */
function powerOf(
  { sequential }: Design,
  { oneSidedAlpha }: TimeClaim,
  moments: LogRankMoments,
  total: number,
): number {
  if (!sequential) return logRankPower(moments, total, { alpha: oneSidedAlpha, sides: 1 });
  const expected = Math.round(total * moments.eventProbability);
  // Without a failure no look says anything
  if (expected === 0) return 0;
  const looks = sequential.events!.slice(0, -1).filter((count) => count < expected);
  const boundsOf = createSequentialBounds(sequential);
  const seen = [...looks, expected];
  const bounds = seen.map((_, k) => boundsOf(seen.slice(0, k + 1), k === looks.length));
  // Mean of the score at the expected information, −μ√n/√V, and its standard deviation over that which the test takes
  const drift = (-moments.drift * Math.sqrt(total)) / Math.sqrt(moments.information);
  const spread = Math.sqrt(moments.variance / moments.information);
  const crossing = crossingProbabilities(
    {
      information: seen.map((count) => count / expected),
      upper: bounds.map(({ efficacy }) => efficacy / spread),
      lower: bounds.map(({ efficacy, futility }, k) => (k === looks.length ? efficacy : futility) / spread),
    },
    drift / spread,
  );
  return crossing.upper.reduce((sum, p) => sum + p, 0);
}

/** How the patients of a design are observed from surgery on. */
function observationOf(design: Design, withoutCompeting: (years: number) => number): Observation {
  const { accrual, centres = 1, lostToFollowUp, followUp, sizes } = design;
  const lost = lostToFollowUp ? lossPerYear(lostToFollowUp) : 0;
  return {
    entry: entryLaw(
      createAccrualPace(accrual!, centres),
      sizes.reduce((a, b) => a + b, 0),
    ),
    perPatientYears: followUp!.perPatientYears,
    remaining: (years) => Math.exp(-lost * years) * withoutCompeting(years),
  };
}

function entryLaw({ patientsBy, dayOf }: ReturnType<typeof createAccrualPace>, total: number): EntryLaw {
  return {
    years: dayOf(total) / DAYS_A_YEAR,
    entered: (years) => Math.max(0, Math.min(1, patientsBy(Math.max(0, years) * DAYS_A_YEAR) / total)),
    breaks: [],
  };
}

/** Years from the first surgery to the last analysis. */
function analysisYearsOf(
  { followUp, accrual }: Design,
  observation: Observation,
  arms: readonly ObservedArm[],
): number {
  const { events, withinYears, leastYears } = followUp!;
  if (withinYears === undefined) return observation.entry.years + leastYears!;
  const latest = withinYears - accrual!.surgeryAfterDays / DAYS_A_YEAR;
  const isReached = events !== undefined && expectedEvents(arms, observation, latest) >= events;
  return isReached ? yearsOfEvents(events, arms, observation) : latest;
}

const gridUntil = (longest: number): number[] =>
  Array.from({ length: POINTS + 1 }, (_, k) => (k * longest) / POINTS);

/** A curve of control by its values on an even grid of years, so that each look at it does not average over the population. */
function tabulated(grid: readonly number[], values: readonly number[]): SurvivalCurve {
  const step = grid[1];
  const logs = Float64Array.from(values, (value, k) => (k === 0 ? 0 : Math.log(value)));
  return (years) => {
    const at = Math.min(POINTS, Math.max(0, years / step));
    const k = Math.min(POINTS - 1, Math.floor(at));
    return Math.exp(logs[k] + (at - k) * (logs[k + 1] - logs[k]));
  };
}
