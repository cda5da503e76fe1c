import { estimateMean, estimateProportion } from '../numeric/monte-carlo.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { failureProbabilities } from '../outcomes/failure-probability.ts';
import { endpointOf } from '../outcomes/truth.ts';
import { claimRates, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { isTimeClaim, type TimeClaim } from '../trial/claims/definition.ts';
import { marginAtRate } from '../trial/time-margin.ts';
import { createArmCurves } from '../trial/time-statistics/arm-curves.ts';
import { approximateTimes } from './approximate-times.ts';
import { addCurves, curveYears } from './curve-sums.ts';
import type { ReplicatesFold } from './replicates-fold.ts';
import type { TimeCurves, TimesOfClaim, TruthResult } from './result.ts';
import {
  emptyTally,
  summariseEstimates,
  type TimesQuestion,
  type TimesTally,
  tallyTimes,
} from './tally-times.ts';

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

/** What analyses of a claim on times find under a truth, at its position among the claims. */
function createAnalysesFold(trial: Trial, known: KnownTruth, claim: TimeClaim): ReplicatesFold<TimesOfClaim> {
  const { claims, sequential, followUp } = trial.design;
  const { control, experimental } = claimRates(claim, known);
  const question: TimesQuestion = {
    claim: claims.indexOf(claim),
    claims: claims.length,
    looks: sequential?.plan.spec.fractions.length ?? 1,
    awaited: followUp?.events ?? 0,
    effect: effectOf(claim, control, experimental),
    reach: -normalQuantile(claim.oneSidedAlpha),
  };
  let counts: TimesTally | undefined;
  return {
    add: (part) => {
      counts ??= emptyTally(question, part);
      tallyTimes(counts, part, question);
    },
    result: () => {
      const { rows, failures, withoutFailure, cutShort } = counts!;
      const approximation = approximateTimes(trial, known, claim);
      const { margins, scale } = claim.times;
      const isRate =
        control > 0 && control < 1 && (margins?.leads !== 'difference' || control > margins.difference);
      return {
        endpoint: claim.endpoint.name,
        scale,
        failures: estimateMean(failures),
        withoutFailure: estimateProportion(withoutFailure, rows),
        ...(question.awaited > 0 && { cutShort: estimateProportion(cutShort, rows) }),
        controlRates: [control, experimental],
        ...(margins && isRate && { marginHere: marginAtRate(margins, control) }),
        effect: question.effect,
        estimate: summariseEstimates(counts!, question),
        ...(approximation && { approximation }),
      };
    },
  };
}

/**
 * What analyses of times find under a truth, of the first claim that times decide, and arm by arm where several are
 * compared; undefined where times decide none.
 */
export function createTimesFold(
  trial: Trial,
  truthIndex: number,
): ReplicatesFold<Pick<TruthResult, 'times' | 'timesByArm'>> | undefined {
  const { claims, comparisons } = trial.design;
  const timed = claims.filter(isTimeClaim);
  if (timed.length === 0) return undefined;
  const known = trial.truth(truthIndex);
  const folds = (comparisons ? timed : timed.slice(0, 1)).map((claim) =>
    createAnalysesFold(trial, known, claim),
  );
  const curves = createCurvesFold(trial, known, timed[0]);
  return {
    add: (part) => {
      for (const fold of [...folds, curves]) fold.add(part);
    },
    result: (exact) => {
      const found = folds.map((fold) => fold.result(exact));
      const byArm = timed.map(({ arm }, k) => [trial.arms[arm ?? 0].name, found[k]]);
      return {
        times: { ...found[0], curves: curves.result(exact) },
        ...(comparisons && { timesByArm: Object.fromEntries(byArm) }),
      };
    },
  };
}

/** Mean curves of the first trials, beside the population's. */
function createCurvesFold(trial: Trial, known: KnownTruth, claim: TimeClaim): ReplicatesFold<TimeCurves> {
  const years = curveYears(trial.design, claim);
  const sums = trial.arms.map(() => createArmCurves(years.length));
  let trials = 0;
  return {
    add: ({ curves }) => {
      if (!curves) return;
      trials += curves.trials;
      sums.forEach((sum, arm) => {
        addCurves(sum, curves.arms[arm]);
      });
    },
    result: () => {
      const endpoint = endpointOf(known.truth, claim.endpoint.name);
      const exact = failureProbabilities(known.truth, endpoint, claim.events);
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
    },
  };
}
