import { addToSums, emptySums, type MomentSums } from '../numeric/moment-sums.ts';
import { type Estimate, estimateMean, estimateProportion } from '../numeric/monte-carlo.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { failureProbabilities } from '../outcomes/failure-probability.ts';
import { endpointOf } from '../outcomes/truth.ts';
import { claimRates, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { isTimeClaim, type TimeClaim } from '../trial/claims/definition.ts';
import { marginAtRate } from '../trial/time-margin.ts';
import { createArmCurves } from '../trial/time-statistics/arm-curves.ts';
import { approximateTimes } from './approximate-times.ts';
import type { ReplicatesResult } from './batch-result.ts';
import { addCurves, curveYears } from './curve-sums.ts';
import type { TimeCurves, TimesResult } from './result.ts';

/** Sums over the replicates of one truth. */
interface TimesTally {
  rows: number;
  withoutFailure: number;
  missing: number;
  covered: number;
  readonly failures: MomentSums;
  readonly estimate: MomentSums;
  /** By the look at which the trial ended, the last one included. */
  readonly byEnd: readonly { trials: number; readonly estimate: MomentSums }[];
}

function tally(
  parts: readonly ReplicatesResult[],
  claim: number,
  claims: number,
  looks: number,
  effect: number | null,
  reach: number,
): TimesTally {
  const found: TimesTally = {
    rows: 0,
    withoutFailure: 0,
    missing: 0,
    covered: 0,
    failures: emptySums(parts[0].columns.times!.failures[claim]),
    estimate: emptySums(effect ?? 0),
    byEnd: Array.from({ length: looks }, () => ({ trials: 0, estimate: emptySums(effect ?? 0) })),
  };
  for (const { columns } of parts) {
    const { failures, estimate, standardError } = columns.times!;
    for (let row = 0; row < columns.rows; row++) {
      const at = row * claims + claim;
      const stage = columns.course?.stage[row] ?? 0;
      const end = found.byEnd[stage > 0 ? stage - 1 : looks - 1];
      found.rows++;
      end.trials++;
      addToSums(found.failures, failures[at]);
      if (failures[at] === 0) found.withoutFailure++;
      if (!Number.isFinite(estimate[at])) {
        found.missing++;
        continue;
      }
      addToSums(found.estimate, estimate[at]);
      addToSums(end.estimate, estimate[at]);
      if (effect !== null && Math.abs(estimate[at] - effect) <= reach * standardError[at]) found.covered++;
    }
  }
  return found;
}

/** The true effect on the scale of a claim's test, by the rates at its time; null where rates do not say it. */
function effectOf({ times: { scale } }: TimeClaim, control: number, experimental: number): number | null {
  if (scale === 'difference') return experimental - control;
  if (
    scale === 'restrictedMeanYears' ||
    !(control > 0 && control < 1 && experimental > 0 && experimental < 1)
  )
    return null;
  // ln of the ratio of cumulative hazards
  return Math.log(Math.log(experimental) / Math.log(control));
}

/** What analyses of times find under a truth, of the first claim that times decide; undefined where none is. */
export function mergeTimes(
  trial: Trial,
  truthIndex: number,
  parts: readonly ReplicatesResult[],
): TimesResult | undefined {
  const { claims, sequential } = trial.design;
  const position = claims.findIndex(isTimeClaim);
  const claim = claims[position];
  if (!claim || !isTimeClaim(claim)) return undefined;
  const known = trial.truth(truthIndex);
  const { control, experimental } = claimRates(claim, known);
  const effect = effectOf(claim, control, experimental);
  const looks = sequential?.plan.spec.fractions.length ?? 1;
  const reach = -normalQuantile(claim.oneSidedAlpha);
  const counts = tally(parts, position, claims.length, looks, effect, reach);
  const share = (count: number, of = counts.rows): Estimate => estimateProportion(count, of);
  const meanOf = (sums: MomentSums): Estimate | null => (sums.count > 0 ? estimateMean(sums) : null);
  const existing = counts.estimate.count;
  const approximation = approximateTimes(trial, known, claim);
  const { margins, scale } = claim.times;
  const isRate =
    control > 0 && control < 1 && (margins?.leads !== 'difference' || control > margins.difference);
  return {
    endpoint: claim.endpoint.name,
    scale,
    failures: estimateMean(counts.failures),
    withoutFailure: share(counts.withoutFailure),
    controlRates: [control, experimental],
    ...(margins && isRate && { marginHere: marginAtRate(margins, control) }),
    effect,
    estimate: {
      mean: meanOf(counts.estimate),
      coverage: effect !== null && existing > 0 ? share(counts.covered, existing) : null,
      missing: share(counts.missing),
      byEnd: counts.byEnd.map(({ trials, estimate }) => ({ share: share(trials), mean: meanOf(estimate) })),
    },
    ...(approximation && { approximation }),
    curves: mergeCurves(trial, known, claim, parts),
  };
}

/** Mean curves of the first trials, beside the population's. */
function mergeCurves(
  trial: Trial,
  known: KnownTruth,
  claim: TimeClaim,
  parts: readonly ReplicatesResult[],
): TimeCurves {
  const years = curveYears(trial.design, claim);
  const sums = trial.arms.map(() => createArmCurves(years.length));
  let trials = 0;
  for (const { curves } of parts) {
    if (!curves) continue;
    trials += curves.trials;
    sums.forEach((sum, arm) => {
      addCurves(sum, curves.arms[arm]);
    });
  }
  const exact = failureProbabilities(known.truth, endpointOf(known.truth, claim.endpoint.name), claim.events);
  const failureExact = trial.arms.map((_, arm) =>
    exact ? years.map((time) => (time === 0 ? 0 : exact.incidence(arm, time))) : null,
  );
  const mean = (values: Float64Array): number[] => Array.from(values, (value) => value / trials);
  return {
    trials,
    years,
    arms: trial.arms.map(({ name }, arm) => ({
      name,
      failure: mean(sums[arm].failure),
      failureExact: exact?.isExact() ? failureExact[arm] : null,
      netFailure: mean(sums[arm].netFailure),
      competing: mean(sums[arm].competing),
      atRisk: mean(sums[arm].atRisk),
    })),
  };
}
