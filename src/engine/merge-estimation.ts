import { estimateDeviation } from '../numeric/estimate-deviation.ts';
import { estimateQuantile } from '../numeric/estimate-quantile.ts';
import { type Estimate, estimateMean, estimateProportion } from '../numeric/monte-carlo.ts';
import { normalReach } from '../numeric/normal-reach.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { type Aim, setNames } from '../trial/aims/definition.ts';
import type { ExpectedPrecision } from '../trial/alpha-beta/expected-precision.ts';
import { contains } from '../trial/alpha-beta/ratio-sets.ts';
import type { AimTruthResult, ArmFailures, Estimation, SetSummary, WithExpected } from './aim-result.ts';
import type { ExactResult, ReplicatesResult } from './batch-result.ts';
import { boundsOf, collectEstimates, type EstimateRow, isBounding, isWrong } from './collect-estimates.ts';
import { estimateHistogram } from './estimate-histogram.ts';
import { armDoses } from './estimate-rows.ts';
import { type ExpectedEstimation, expectedEstimation, trueAlphaBeta } from './expected-estimation.ts';
import { mergeRates } from './merge-rates.ts';

const QUANTILES = [0.025, 0.1587, 0.25, 0.75, 0.8413, 0.975];
/** Quantiles that lie one standard deviation from the median in a normal law. */
const [BELOW, ABOVE] = [0.1587, 0.8413];

const withExpected = (estimate: Estimate, expected: number | undefined): WithExpected =>
  expected === undefined ? estimate : { ...estimate, expected };

const shift = ({ estimate, mcse }: Estimate, by: number): Estimate => ({ estimate: estimate - by, mcse });

/** What is known of a truth before a trial is simulated. */
interface Known {
  readonly aim: Aim;
  readonly trueGy: number | null;
  readonly precision: ExpectedPrecision | undefined;
}

function summariseSet(
  rows: readonly EstimateRow[],
  name: keyof EstimateRow['sets'],
  { trueGy, precision, aim }: Known,
): SetSummary {
  const sets = rows.map((row) => row.sets[name]);
  const bounded = sets.filter((set) => boundsOf(set) !== undefined);
  const share = (of: typeof sets, gray: number): Estimate =>
    estimateProportion(of.filter((set) => contains(set, gray)).length, of.length);
  const widths = Float64Array.from(bounded, (set) => set.high! - set.low!).sort();
  const expectedSet = precision?.fieller;
  const expectedWidth =
    name === 'delta'
      ? precision && 2 * normalReach(aim.level) * precision.standardErrorGy
      : name === 'fieller' && expectedSet && boundsOf(expectedSet)
        ? expectedSet.high! - expectedSet.low!
        : undefined;
  const expectedBounded =
    name === 'fieller' && precision ? 1 - precision.wrongSign.unboundedProbability : undefined;
  return {
    bounded: withExpected(estimateProportion(bounded.length, rows.length), expectedBounded),
    ...(trueGy !== null && { coverage: share(sets, trueGy) }),
    ...(trueGy !== null && bounded.length > 0 && { coverageWhereBounded: share(bounded, trueGy) }),
    ...(precision && { coverageOfLimit: share(sets, precision.ratioGy) }),
    ...(bounded.length > 0 && {
      medianWidthGy: withExpected(estimateQuantile(widths, 0.5), expectedWidth),
    }),
  };
}

function summariseEstimates(
  rows: readonly EstimateRow[],
  { trueGy, precision }: Known,
): NonNullable<Estimation['estimates']> {
  const ratios = Float64Array.from(rows, ({ ratioGy }) => ratioGy).sort();
  const errors = Float64Array.from(rows, ({ standardErrorGy }) => standardErrorGy).sort();
  const median = estimateQuantile(ratios, 0.5);
  const [low, high] = [BELOW, ABOVE].map((probability) => estimateQuantile(ratios, probability));
  // Half a difference of two quantiles that lie far apart: their errors are nearly independent
  const spread = {
    estimate: (high.estimate - low.estimate) / 2,
    mcse: Math.hypot(high.mcse, low.mcse) / 2,
  };
  return {
    median,
    ...(trueGy !== null && { medianBias: shift(median, trueGy) }),
    quantiles: QUANTILES.map((probability) => ({
      probability,
      value: estimateQuantile(ratios, probability),
    })),
    spread: withExpected(spread, precision?.standardErrorGy),
    statedError: withExpected(estimateQuantile(errors, 0.5), precision?.standardErrorGy),
    histogram: estimateHistogram(ratios),
  };
}

function summariseBounding(
  rows: readonly EstimateRow[],
  { trueGy, precision }: Known,
): Estimation['bounding'] {
  if (rows.length < 2) return null;
  const values = rows.map(({ ratioGy }) => ratioGy);
  const [centre] = values;
  const sum = values.reduce((a, b) => a + b, 0);
  const squares = values.reduce((a, b) => a + (b - centre) * (b - centre), 0);
  const mean = estimateMean({ count: values.length, sum, squares, centre });
  return {
    mean,
    ...(trueGy !== null && { bias: shift(mean, trueGy) }),
    standardDeviation: withExpected(estimateDeviation(values), precision?.standardErrorGy),
  };
}

function summariseSigns(
  rows: readonly EstimateRow[],
  { aim: { event }, precision }: Known,
): NonNullable<Estimation['wrongSign']> {
  const share = (of: (row: EstimateRow) => boolean): Estimate =>
    estimateProportion(rows.filter(of).length, rows.length);
  const expected = precision?.wrongSign;
  const ofG1 = ({ perGy }: EstimateRow): boolean => isWrong(perGy, event);
  const ofG2 = ({ perGy2 }: EstimateRow): boolean => isWrong(perGy2, event);
  return {
    perGy: withExpected(share(ofG1), expected?.perGy.probability),
    perGy2: withExpected(share(ofG2), expected?.perGy2.probability),
    either: share((row) => ofG1(row) || ofG2(row)),
    slopePerGyEqd2: withExpected(
      share(({ perGy, perGy2 }) => isWrong(perGy + 2 * perGy2, event)),
      expected?.slopePerGyEqd2.probability,
    ),
  };
}

/** Expected failures by arm, and how many of them are due to its not being the control. */
function armFailures(
  trial: Trial,
  arms: AimTruthResult['arms'],
  { patients, failures }: ExpectedEstimation,
): ArmFailures[] {
  const { endpoint } = trial.design.aim!;
  const doses = armDoses(trial);
  const bad = arms.map(({ endpoints }): Estimate => {
    const rate = endpoints[endpoint.name]!.rate;
    if (!endpoint.eventIsGood) return rate;
    return {
      estimate: 1 - rate.estimate,
      mcse: rate.mcse,
      ...(rate.exact !== undefined && { exact: 1 - rate.exact }),
    };
  });
  return arms.map(({ name }, i): ArmFailures => {
    const size = trial.design.sizes[i];
    const [own, control] = [bad[i], bad[0]];
    const isExact = own.exact !== undefined && control.exact !== undefined;
    return {
      name,
      ...doses[i],
      failures: {
        estimate: size * own.estimate,
        mcse: size * own.mcse,
        ...(isExact && { exact: size * own.exact! }),
      },
      aboveControl: {
        estimate: size * (own.estimate - control.estimate),
        mcse: i === 0 ? 0 : size * Math.hypot(own.mcse, control.mcse),
        ...(isExact && { exact: size * (own.exact! - control.exact!) }),
      },
      analysedFailures: failures[i],
      analysedPatients: patients[i],
    };
  });
}

/** One truth's rates, and how the trial estimates its aim there: simulated, with what is expected beside it. */
export function mergeEstimation(
  trial: Trial,
  truthIndex: number,
  exact: ExactResult,
  parts: readonly ReplicatesResult[],
): AimTruthResult {
  const aim = trial.design.aim!;
  const { replicates } = trial.scenario.simulation;
  const truth: KnownTruth = trial.truth(truthIndex);
  const { trueGy, isMedian } = trueAlphaBeta(truth, truth.truth.endpoints[endpointIndex(truth.truth, aim)]);
  const expected = expectedEstimation(trial, truth);
  const { limit } = expected;
  const known: Known = { aim, trueGy, precision: limit?.precision };
  const rows = collectEstimates(parts, normalReach(aim.level));
  const bounding = rows.filter((row) => isBounding(row, aim));
  const arms = mergeRates(trial, truthIndex, exact, parts);
  const hasEstimates = rows.length > 0;
  return {
    name: trial.truthNames[truthIndex],
    arms,
    operatingCharacteristics: {
      power: withExpected(estimateProportion(bounding.length, replicates), limit?.precision.power),
    },
    estimation: {
      trueGy,
      isMedian,
      limitGy: limit?.precision.ratioGy ?? null,
      expected: limit
        ? {
            intercept: limit.intercept,
            perGy: limit.precision.coefficients.perGy,
            perGy2: limit.precision.coefficients.perGy2,
            standardErrorGy: limit.precision.standardErrorGy,
          }
        : null,
      estimable: estimateProportion(rows.length, replicates),
      estimates: hasEstimates ? summariseEstimates(rows, known) : null,
      bounding: summariseBounding(bounding, known),
      sets: hasEstimates
        ? {
            delta: summariseSet(rows, 'delta', known),
            ...(Object.fromEntries(setNames.map((name) => [name, summariseSet(rows, name, known)])) as Record<
              (typeof setNames)[number],
              SetSummary
            >),
          }
        : null,
      wrongSign: hasEstimates ? summariseSigns(rows, known) : null,
      arms: armFailures(trial, arms, expected),
    },
  };
}
