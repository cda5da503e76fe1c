import { bivariateNormalCdf } from '../../numeric/bivariate-normal-cdf.ts';
import { findRoot } from '../../numeric/find-root.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { doseSums, eqd2 } from '../../radiobiology/linear-quadratic.ts';
import { createPhase, createSchedule } from '../../radiobiology/schedule.ts';
import { logisticControl } from '../../radiobiology/tumour-control/logistic.ts';
import { differenceIntervals } from '../../trial/difference-intervals/index.ts';
import { ratesUnderDifference } from '../../trial/difference-likelihood.ts';
import { fisherPValue } from '../../trial/fisher-p-value.ts';
import { rejectionProbability, rejectionRegion } from '../../trial/rejection-region.ts';
import { continuityCorrectedSize } from '../../trial/sample-size/continuity-corrected.ts';
import type { TwoArmPlan } from '../../trial/sample-size/definition.ts';
import { exactPowerOfPlan } from '../../trial/sample-size/exact-power-of-plan.ts';
import { exactSizes } from '../../trial/sample-size/exact-sizes.ts';
import { farringtonManningSize } from '../../trial/sample-size/farrington-manning.ts';
import { pooledSize } from '../../trial/sample-size/pooled.ts';
import { waldSize } from '../../trial/sample-size/wald.ts';
import type { TwoArmCounts, TwoArmTest } from '../../trial/tests/definition.ts';
import { type TestName, tests } from '../../trial/tests/index.ts';
import type { Figures } from '../case-definition.ts';
import type { TrialCalculators, TrialInputs } from './trial-inputs.ts';

const twoArmTest = (name: TestName): TwoArmTest => {
  const test = tests[name];
  if (test.arms !== 2) throw new RangeError(`invalid test: ${name} (must be of two arms)`);
  return test;
};

/** A plan on rates of a bad event, as rates of what one hopes for. */
function planOf({ experimentalRate, controlRate, margin, oneSidedAlpha }: TrialInputs): TwoArmPlan {
  return {
    controlRate: 1 - controlRate,
    experimentalRate: 1 - experimentalRate,
    margin,
    level: { alpha: oneSidedAlpha, sides: 1 },
    allocation: 1,
  };
}

/** Exact probability that a test rejects in arms of `size` patients, by success rates. */
function powerOf(test: TwoArmTest, size: number, margin: number, oneSidedAlpha: number) {
  const rejects = test.create(margin, { alpha: oneSidedAlpha, sides: 1 });
  const region = rejectionRegion(rejects, test.isMonotone, size, size);
  return (experimental: number, control: number): number =>
    rejectionProbability(region, control, experimental);
}

function nonInferioritySize(inputs: TrialInputs): Figures {
  const size = farringtonManningSize.size(planOf(inputs), inputs.power);
  const [experimentalRateAtMargin, controlRateAtMargin] = ratesUnderDifference(
    inputs.experimentalRate,
    1,
    inputs.controlRate,
    1,
    inputs.margin,
  );
  return { total: 2 * size, perArm: Math.ceil(size), experimentalRateAtMargin, controlRateAtMargin };
}

function twoProportionSize({ rates, twoSidedAlpha, power }: TrialInputs): Figures {
  const plan: TwoArmPlan = {
    controlRate: Math.min(...rates),
    experimentalRate: Math.max(...rates),
    margin: 0,
    level: { alpha: twoSidedAlpha, sides: 2 },
    allocation: 1,
  };
  const pooled = pooledSize.size(plan, power);
  return {
    perArmUnrounded: pooled,
    perArm: Math.ceil(pooled),
    perArmContinuityCorrected: Math.ceil(continuityCorrectedSize.size(plan, power)),
    total: 2 * Math.ceil(pooled),
    totalUnpooled: 2 * Math.ceil(waldSize.size(plan, power)),
  };
}

/** A trial's test counts rejections in favour of one arm; the two-sided test rejects in favour of either. */
function fisherPower({ rates: [first, second], size, twoSidedAlpha }: TrialInputs): Figures {
  const { fisher } = tests;
  const rejects = fisher.create(0, { alpha: twoSidedAlpha, sides: 2 });
  const region = rejectionRegion(rejects, fisher.isMonotone, size, size);
  return { power: rejectionProbability(region, first, second) + rejectionProbability(region, second, first) };
}

function differenceInterval({ counts, sizes, level }: TrialInputs): Figures {
  const [first, second] = counts.map((events, k) => ({ events, size: sizes[k] }));
  const limits = Object.entries(differenceIntervals).flatMap(([name, { interval }]) => {
    const [low, high] = interval(first, second, level);
    return [
      [`${name}Low`, low],
      [`${name}High`, high],
    ];
  });
  const table: TwoArmCounts = {
    controlSuccesses: second.events,
    controlSize: second.size,
    experimentalSuccesses: first.events,
    experimentalSize: first.size,
  };
  return {
    difference: first.events / first.size - second.events / second.size,
    ...Object.fromEntries(limits),
    fisherTwoSided: fisherPValue(table),
  };
}

/** The normal score of the strictest level at which a test still rejects. */
function scoreOf(test: TwoArmTest, counts: TwoArmCounts, margin: number): number {
  let [low, high] = [0, 8];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (test.create(margin, { alpha: normalCdf(-middle), sides: 1 })(counts)) low = middle;
    else high = middle;
  }
  return low;
}

function nonInferiorityScore(inputs: TrialInputs): Figures {
  const { experimentalEvents, experimentalSize, controlEvents, controlSize, margin } = inputs;
  const counts = {
    controlSuccesses: controlSize - controlEvents,
    controlSize,
    experimentalSuccesses: experimentalSize - experimentalEvents,
    experimentalSize,
  };
  const farringtonManning = scoreOf(tests.farringtonManning, counts, margin);
  return {
    farringtonManning,
    miettinenNurminen: scoreOf(tests.miettinenNurminen, counts, margin),
    oneSidedP: normalCdf(-farringtonManning),
  };
}

const sumsOf = (fractions: number, fractionGy: number) =>
  doseSums(createSchedule([createPhase(fractions, fractionGy)]));

/** 5 × 6 against 25 × 2 Gy; control is logistic in EQD2, through the control rate after 25 × 2 Gy. */
function powerAtAlphaBeta(inputs: TrialInputs): Figures {
  const { alphaBetaGy, gamma50, controlRate, perArm, margin, oneSidedAlpha } = inputs;
  const d50Gy = findRoot((d50) => logisticControl(50, d50, gamma50) - controlRate, 1, 50);
  const eqd2Gy = eqd2(sumsOf(5, 6), alphaBetaGy);
  const control = logisticControl(eqd2Gy, d50Gy, gamma50);
  return { eqd2Gy, control, power: powerOf(tests.wald, perArm, margin, oneSidedAlpha)(control, controlRate) };
}

/** Two arms. */
export const twoArmCalculators: TrialCalculators = {
  'non-inferiority sample size, Farrington-Manning': nonInferioritySize,
  'non-inferiority sample size, Wald': (inputs) => ({
    perArm: Math.ceil(waldSize.size(planOf(inputs), inputs.power)),
  }),
  'two-proportion sample size': twoProportionSize,
  "power of Fisher's exact test": fisherPower,
  'interval of a difference': differenceInterval,
  'score statistic of non-inferiority': nonInferiorityScore,
  'exact power of a non-inferiority test': (inputs) => {
    const { test, perArm, experimentalRate, controlRate, margin, oneSidedAlpha } = inputs;
    const at = powerOf(twoArmTest(test), perArm, margin, oneSidedAlpha);
    return {
      power: at(1 - experimentalRate, 1 - controlRate),
      typeIError: at(1 - controlRate - margin, 1 - controlRate),
    };
  },
  'exact size of a non-inferiority test': (inputs) => {
    const [test, plan] = [twoArmTest(inputs.test), planOf(inputs)];
    const powerAt = exactPowerOfPlan(test, test.create(plan.margin, plan.level), plan);
    const { smallest, lasting } = exactSizes(powerAt, inputs.power, waldSize.size(plan, inputs.power));
    return { smallest, ...(lasting !== undefined && { lasting }) };
  },
  'exact power of two non-inferiority tests': ({ test, perArm, rates, margins, oneSidedAlpha }) => {
    const [first, second] = rates.map((rate, k) =>
      powerOf(twoArmTest(test), perArm, margins[k], oneSidedAlpha)(1 - rate, 1 - rate),
    );
    return { power: first * second };
  },
  'power of two co-primary endpoints': ({ marginalPower, correlation }) => {
    const z = normalQuantile(marginalPower);
    return { power: bivariateNormalCdf(z, z, correlation) };
  },
  'exact power at an alpha/beta': powerAtAlphaBeta,
  'alpha/beta of equal effect': ({ fractions, fractionGy }) => ({
    alphaBetaGy: findRoot((ab) => eqd2(sumsOf(fractions, fractionGy), ab) - 50, 1e-3, 1000),
  }),
};
