import { failureProbabilities } from '../outcomes/failure-probability.ts';
import { endpointOf } from '../outcomes/truth.ts';
import type { KnownTruth, Trial } from '../scenario/trial.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR } from '../trial/accrual.ts';
import { createAccrualPace } from '../trial/accrual-pace.ts';
import type { TimeClaim } from '../trial/claims/definition.ts';
import type { Design } from '../trial/design.ts';
import type { EntryLaw } from '../trial/entry-law.ts';
import { yearsOfEvents } from '../trial/expected-events.ts';
import { crossingProbabilities } from '../trial/group-sequential/crossing-probabilities.ts';
import { type LogRankMoments, logRankMoments, logRankPower } from '../trial/log-rank-approximation.ts';
import { lossPerYear } from '../trial/loss-schema.ts';
import { type Observation, observedAt } from '../trial/observation.ts';
import type { SurvivalCurve } from '../trial/survival-curve.ts';
import type { TimesApproximation } from './result.ts';

/** Tests of hazards, whose statistic is the log-rank score or goes with it. */
export const OF_HAZARDS: readonly string[] = ['logRank', 'cox'];
/** Points of a tabulated curve; between them its cumulative hazard is linear. */
const POINTS = 512;

/**
 * Power of a claim that the log-rank score decides, failures and duration, by normal approximation on the population’s
 * curves: hazards need not be proportional. Undefined where the test is another, or what competes shares characteristics
 * with what fails.
 *
 * @see Schoenfeld 1981, Biometrika 68:316; Lachin & Foulkes 1986, Biometrics 42:507
 */
export function approximateTimes(
  { design, arms }: Trial,
  { truth }: KnownTruth,
  claim: TimeClaim,
): TimesApproximation | undefined {
  if (!OF_HAZARDS.includes(claim.test)) return undefined;
  const laws = failureProbabilities(truth, endpointOf(truth, claim.endpoint.name), claim.events);
  if (!laws) return undefined;
  const observation = observationOf(design, laws.withoutCompeting);
  const longest = Math.min(
    design.followUp!.perPatientYears ?? Infinity,
    design.followUp!.withinYears ?? observation.entry.years + (design.followUp!.leastYears ?? 0),
  );
  const curves = arms.map((_, arm) => tabulated((years) => laws.net(arm, years), longest));
  const sizes = design.sizes.map((size) => size * (1 - design.unevaluable));
  const analysisYears = analysisYearsOf(design, observation, sizes, curves);
  if (analysisYears === undefined) return undefined;
  const { share, longestYears } = observedAt(observation, analysisYears);
  const moments = logRankMoments({
    controlCurve: curves[0],
    experimentalCurve: curves[1],
    followed: share,
    longestYears,
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

/** Power with the looks of a design, or with none. */
function powerOf(
  { sequential }: Design,
  { oneSidedAlpha }: TimeClaim,
  moments: LogRankMoments,
  total: number,
): number {
  if (!sequential) return logRankPower(moments, total, { alpha: oneSidedAlpha, sides: 1 });
  const { plan } = sequential;
  // Mean of the score at the planned information, −μ√n/√V
  const drift = (-moments.drift * Math.sqrt(total)) / Math.sqrt(moments.information);
  const lower =
    plan.futility ?? plan.efficacy.map((bound, k) => (k === plan.efficacy.length - 1 ? bound : -Infinity));
  const bounds = { information: plan.spec.fractions, upper: plan.efficacy, lower };
  return crossingProbabilities(bounds, drift).upper.reduce((sum, p) => sum + p, 0);
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

/** Years from the first surgery to the last analysis; undefined where the failures that it waits for are not expected. */
function analysisYearsOf(
  { followUp, accrual }: Design,
  observation: Observation,
  sizes: readonly number[],
  curves: readonly SurvivalCurve[],
): number | undefined {
  const { events, withinYears, leastYears } = followUp!;
  const latest = (withinYears ?? Infinity) - accrual!.surgeryAfterDays / DAYS_A_YEAR;
  if (events === undefined) return withinYears === undefined ? observation.entry.years + leastYears! : latest;
  const arms = sizes.map((size, arm) => ({ size, curve: curves[arm] }));
  try {
    return Math.min(latest, yearsOfEvents(events, arms, observation));
  } catch (error) {
    if (error instanceof RangeError) return latest;
    throw error;
  }
}

/** A curve of control as a table: so that each of many looks at it does not average over the population. */
function tabulated(curve: SurvivalCurve, longest: number): SurvivalCurve {
  const step = longest / POINTS;
  const logs = Float64Array.from({ length: POINTS + 1 }, (_, k) => (k === 0 ? 0 : Math.log(curve(k * step))));
  return (years) => {
    const at = Math.min(POINTS, Math.max(0, years / step));
    const k = Math.min(POINTS - 1, Math.floor(at));
    return Math.exp(logs[k] + (at - k) * (logs[k + 1] - logs[k]));
  };
}
