import type { EndpointSpec } from '../outcomes/truth-schema.ts';
import type { Trial } from '../scenario/trial.ts';
import { isTimeClaim, type TimeClaim } from '../trial/claims/definition.ts';
import { timeTests } from '../trial/time-tests/index.ts';
import { isOfHazards } from './approximate-times.ts';
import { comparedArms } from './patient-times.ts';
import type { TimesResult, TruthResult } from './result.ts';

/** Above this share without failure a log-rank test rests on few of its patients. */
const MOST_EVENT_FREE = 0.8;
/** Relative to the planned margin, from which another control rate makes it another one. */
const MARGIN_CHANGE = 0.2;

const percent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;
const points = (difference: number): string => `${(100 * difference).toFixed(1)} points`;

/** What analyses of times give cause to say. */
export function timeResultWarnings(trial: Trial, truths: readonly TruthResult[]): string[] {
  const claim = trial.design.claims.find(isTimeClaim);
  if (!claim) return [];
  const [planned] = truths;
  return [
    ...rareFailures(trial, claim, planned),
    ...cured(trial, claim, truths.flatMap(byComparison)),
    ...truths.flatMap((truth) => [
      ...movedMargin(claim, truth),
      ...byComparison(truth).flatMap((compared) => [
        ...levelAtMargin(trial, claim, compared),
        ...simulatedLevel(claim, compared),
        ...withoutFailure(compared),
        ...cutShort(trial, compared),
      ]),
    ]),
  ];
}

/** A truth as each of several comparisons sees it, named with its arm; as it is where one arm is compared. */
function byComparison(truth: TruthResult): TruthResult[] {
  const { name, times, timesByArm, operatingCharacteristics } = truth;
  if (!times || !timesByArm) return [truth];
  return Object.entries(timesByArm).map(([arm, own]) => ({
    ...truth,
    name: `${name} (${arm})`,
    times: { ...times, ...own },
    operatingCharacteristics: {
      ...operatingCharacteristics,
      byEndpoint: { [own.endpoint]: operatingCharacteristics.comparisons!.byArm[arm] },
    },
  }));
}

function rareFailures({ design }: Trial, claim: TimeClaim, { times }: TruthResult): string[] {
  const compared = comparedArms(claim, design.sizes.length).map((arm) => design.sizes[arm]);
  const patients = compared.reduce((a, b) => a + b, 0) * (1 - design.unevaluable);
  // Looks that stop a trial leave failures unseen that would have come
  const failures = times!.approximation?.failures ?? times!.failures.estimate;
  const eventFree = 1 - failures / patients;
  return isOfHazards(claim) && eventFree > MOST_EVENT_FREE
    ? [
        `as planned, ${percent(eventFree)} of patients end without failure: above 80 % a test of proportions at a fixed time serves better than the ${timeTests[claim.test].label} (Ji & Alonzo 2025, Clin Trials 22:131)`,
      ]
    : [];
}

/** Cured shares let the ratio of hazards change over time where the arms differ. */
function cured({ scenario }: Trial, claim: TimeClaim, truths: readonly TruthResult[]): string[] {
  const block = scenario.truth[claim.endpoint.name] as EndpointSpec | undefined;
  const differ = truths.some(({ times }) => times && times.controlRates[0] !== times.controlRates[1]);
  return isOfHazards(claim) && block?.latency?.kind === 'mixtureCure' && differ
    ? [
        'a cured share makes hazards non-proportional where the arms differ: what the hazard ratio estimates hangs on follow-up',
      ]
    : [];
}

/** Relative to the level, from which the type I error by approximation is worth saying. */
const LEVEL_CHANGE = 0.15;

/** Hazards that are not proportional at the margin move the level of a test of hazards. */
function levelAtMargin(
  { design: { sequential } }: Trial,
  claim: TimeClaim,
  { name, times }: TruthResult,
): string[] {
  const found = times?.approximation?.typeIError;
  const level = sequential
    ? sequential.plan.stops.null.upper.reduce((sum, p) => sum + p, 0)
    : claim.oneSidedAlpha;
  if (found === undefined || Math.abs(found / level - 1) <= LEVEL_CHANGE) return [];
  return [
    `under ${name}, hazards are not proportional at the margin: the type I error is about ${percent(found)}, not ${percent(level)}`,
  ];
}

/** Standard errors from which a simulated type I error is away from its level. */
const ERRORS_AWAY = 4;

/** A test that decides on another scale than the margin leads on, or on curves of another shape, moves its level. */
function simulatedLevel(claim: TimeClaim, { name, operatingCharacteristics }: TruthResult): string[] {
  if (isOfHazards(claim)) return [];
  const { estimate, mcse } = operatingCharacteristics.byEndpoint[claim.endpoint.name]!.typeIError;
  const away = Math.abs(estimate - claim.oneSidedAlpha);
  if (away <= ERRORS_AWAY * mcse || away <= LEVEL_CHANGE * claim.oneSidedAlpha) return [];
  const { margins, scale } = claim.times;
  const decides =
    scale === 'restrictedMeanYears'
      ? 'mean time'
      : scale === 'difference'
        ? 'a difference'
        : 'a hazard ratio';
  const leads = margins?.leads === 'difference' ? 'difference' : 'hazardRatio';
  const reason =
    margins && leads !== scale
      ? `; ${timeTests[claim.test].label} decides on ${decides}, converted at the planned control rate under constant hazards`
      : '';
  return [
    `under ${name}, the type I error at the margin is ${percent(estimate)}, not ${percent(claim.oneSidedAlpha)}${reason}`,
  ];
}

/** The margin that leads means something else at the control rate of a truth than was planned. */
function movedMargin(
  { times: { margins, plannedControlRate } }: TimeClaim,
  { name, times }: TruthResult,
): string[] {
  const here = times?.marginHere;
  if (!margins || !here) return [];
  const scale = margins.leads === 'hazardRatio' ? 'difference' : 'hazardRatio';
  if (Math.abs(here[scale] / margins[scale] - 1) <= MARGIN_CHANGE) return [];
  const [control] = (times as TimesResult).controlRates;
  const at = `at its control rate, ${percent(control)}`;
  const planned = `at the planned ${percent(plannedControlRate!)}`;
  return margins.leads === 'hazardRatio'
    ? [
        `under ${name}, the margin, a hazard ratio of ${margins.hazardRatio}, is ${points(here.difference)} ${at}; ${planned} it is ${points(margins.difference)}`,
      ]
    : [
        `under ${name}, the margin, ${points(margins.difference)}, is a hazard ratio of ${here.hazardRatio.toFixed(2)} ${at}; ${planned} it is ${margins.hazardRatio.toFixed(2)}`,
      ];
}

function withoutFailure({ name, times }: TruthResult): string[] {
  const share = times?.withoutFailure.estimate ?? 0;
  return share > 0
    ? [
        `under ${name}, the last analysis sees no failure in ${percent(share)} of trials: their claim is not shown`,
      ]
    : [];
}

/** Share of trials that may end short of the failures that they wait for, before it is worth saying. */
const MOST_CUT_SHORT = 0.1;

function cutShort({ design: { followUp } }: Trial, { name, times }: TruthResult): string[] {
  const share = times?.cutShort?.estimate ?? 0;
  if (share <= MOST_CUT_SHORT) return [];
  return [
    `under ${name}, ${percent(share)} of trials end after ${followUp!.withinYears} years with fewer than the ${followUp!.events} failures that they wait for`,
  ];
}
