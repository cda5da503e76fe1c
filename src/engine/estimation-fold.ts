import { estimateDeviation } from '../numeric/estimate-deviation.ts';
import { estimateQuantile } from '../numeric/estimate-quantile.ts';
import { addToSums, emptySums, type MomentSums } from '../numeric/moment-sums.ts';
import { type Estimate, estimateMean, estimateProportion } from '../numeric/monte-carlo.ts';
import { normalReach } from '../numeric/normal-reach.ts';
import { endpointIndex, type Trial } from '../scenario/trial.ts';
import { setNames } from '../trial/aims/definition.ts';
import type { AimTruthResult, Estimation } from './aim-result.ts';
import { armFailures } from './arm-failures.ts';
import { estimateHistogram } from './estimate-histogram.ts';
import { type EstimateRow, estimateInRow, isBounding } from './estimate-row.ts';
import { expectedEstimation, trueAlphaBeta } from './expected-estimation.ts';
import { createRatesFold } from './rates-fold.ts';
import type { ReplicatesFold } from './replicates-fold.ts';
import { createSetsFold, type KnownAim } from './sets-fold.ts';
import { createSignsFold } from './signs-fold.ts';
import { withExpected } from './with-expected.ts';

const QUANTILES = [0.025, 0.1587, 0.25, 0.75, 0.8413, 0.975];
/** Quantiles that lie one standard deviation from the median in a normal law. */
const [BELOW, ABOVE] = [0.1587, 0.8413];

const shift = ({ estimate, mcse }: Estimate, by: number): Estimate => ({ estimate: estimate - by, mcse });

/** Takes estimates one by one. Their quantiles, and the spread of those that bound α/β, take every one: 17 bytes a replicate. */
function createEstimatesFold({ aim, trueGy, precision }: KnownAim, most: number) {
  const ratios = new Float64Array(most);
  const errors = new Float64Array(most);
  const bounding = new Uint8Array(most);
  let rows = 0;
  let sums: MomentSums | undefined;
  return {
    add: (row: EstimateRow): void => {
      const { ratioGy, standardErrorGy } = row;
      ratios[rows] = ratioGy;
      errors[rows] = standardErrorGy;
      if (isBounding(row, aim)) {
        bounding[rows] = 1;
        sums ??= emptySums(ratioGy);
        addToSums(sums, ratioGy);
      }
      rows++;
    },
    count: () => ({ rows, bounding: sums?.count ?? 0 }),
    estimates: (): NonNullable<Estimation['estimates']> => {
      const sorted = ratios.slice(0, rows).sort();
      const median = estimateQuantile(sorted, 0.5);
      const [low, high] = [BELOW, ABOVE].map((probability) => estimateQuantile(sorted, probability));
      // Half a difference of two quantiles that lie far apart: their errors are nearly independent
      const spread = {
        estimate: (high.estimate - low.estimate) / 2,
        mcse: Math.hypot(high.mcse, low.mcse) / 2,
      };
      const stated = estimateQuantile(errors.slice(0, rows).sort(), 0.5);
      return {
        median,
        ...(trueGy !== null && { medianBias: shift(median, trueGy) }),
        quantiles: QUANTILES.map((probability) => ({
          probability,
          value: estimateQuantile(sorted, probability),
        })),
        spread: withExpected(spread, precision?.standardErrorGy),
        statedError: withExpected(stated, precision?.standardErrorGy),
        histogram: estimateHistogram(sorted),
      };
    },
    bounding: (): Estimation['bounding'] => {
      if (!sums || sums.count < 2) return null;
      const mean = estimateMean(sums);
      const values = ratios.filter((_, row) => bounding[row] === 1);
      return {
        mean,
        ...(trueGy !== null && { bias: shift(mean, trueGy) }),
        standardDeviation: withExpected(estimateDeviation(values), precision?.standardErrorGy),
      };
    },
  };
}

/** One truth's rates, and how the trial estimates its aim there: simulated, with what is expected beside it. */
export function createEstimationFold(trial: Trial, truthIndex: number): ReplicatesFold<AimTruthResult> {
  const aim = trial.design.aim!;
  const { replicates } = trial.scenario.simulation;
  const truth = trial.truth(truthIndex);
  const { trueGy, isMedian } = trueAlphaBeta(truth, truth.truth.endpoints[endpointIndex(truth.truth, aim)]);
  const expected = expectedEstimation(trial, truth);
  const precision = expected.limit?.precision;
  const known: KnownAim = { aim, trueGy, precision };
  const z = normalReach(aim.level);
  const rates = createRatesFold(trial, truthIndex);
  const found = createEstimatesFold(known, replicates);
  const signs = createSignsFold(known);
  const sets = (['delta', ...setNames] as const).map(
    (name) => [name, createSetsFold(name, known, replicates)] as const,
  );
  const ofRows = [found, signs, ...sets.map(([, fold]) => fold)];
  return {
    add: (part) => {
      rates.add(part);
      for (let at = 0; at < part.columns.rows; at++) {
        const row = estimateInRow(part.estimation!, at, z);
        if (row) for (const fold of ofRows) fold.add(row);
      }
    },
    result: (exact) => {
      const arms = rates.result(exact);
      const count = found.count();
      const hasEstimates = count.rows > 0;
      return {
        name: trial.truthNames[truthIndex],
        arms,
        operatingCharacteristics: {
          power: withExpected(estimateProportion(count.bounding, replicates), precision?.power),
        },
        estimation: {
          trueGy,
          isMedian,
          limitGy: precision?.ratioGy ?? null,
          expected: precision
            ? {
                intercept: expected.limit!.intercept,
                perGy: precision.coefficients.perGy,
                perGy2: precision.coefficients.perGy2,
                standardErrorGy: precision.standardErrorGy,
              }
            : null,
          estimable: estimateProportion(count.rows, replicates),
          estimates: hasEstimates ? found.estimates() : null,
          bounding: found.bounding(),
          sets: hasEstimates
            ? (Object.fromEntries(sets.map(([name, fold]) => [name, fold.result()])) as NonNullable<
                Estimation['sets']
              >)
            : null,
          wrongSign: hasEstimates ? signs.result() : null,
          arms: armFailures(trial, arms, expected),
        },
      };
    },
  };
}
