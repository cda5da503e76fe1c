import type { ClaimSummary } from '../engine/result.ts';
import type { Estimate } from '../numeric/monte-carlo.ts';
import type { TimeScale } from '../trial/time-tests/definition.ts';
import { evenTicks, ratioTicks } from './axis-ticks.ts';
import { meanWithError, short, signed } from './numbers.ts';

/** How the effects of a test of times are spoken of. */
interface EffectWords {
  readonly noun: string;
  /** After an estimate; empty for a ratio. */
  readonly unit: string;
  /** The same on an axis. */
  readonly axisUnit: string;
  /** What an effect is multiplied by to be in that unit. */
  readonly factor: number;
  readonly decimals: number;
  /** Whether effects are logarithms of what is shown. */
  readonly isRatio: boolean;
}

const ratio = (noun: string): EffectWords => ({
  noun,
  unit: '',
  axisUnit: '',
  factor: 1,
  decimals: 2,
  isRatio: true,
});

const WORDS: Readonly<Record<TimeScale, EffectWords>> = {
  hazardRatio: ratio('hazard ratio'),
  subdistributionHazardRatio: ratio('subdistribution hazard ratio'),
  difference: {
    noun: 'difference of failure-free rates',
    unit: ' points',
    axisUnit: 'percentage points',
    factor: 100,
    decimals: 1,
    isRatio: false,
  },
  restrictedMeanYears: {
    noun: 'difference of restricted mean times',
    unit: ' years',
    axisUnit: 'years',
    factor: 1,
    decimals: 2,
    isRatio: false,
  },
};

/** What effects on a scale are called. */
export const effectNoun = (scale: TimeScale): string => WORDS[scale].noun;

/** Whether effects on a scale are ratios: less is better, and none is 1. */
export const isRatioScale = (scale: TimeScale): boolean => WORDS[scale].isRatio;

/** `0.87`, or `−2.1 percentage points`: an effect in the words of its scale. */
export function showEffect(scale: TimeScale, effect: number): string {
  const { isRatio, decimals, factor, unit } = WORDS[scale];
  return isRatio ? Math.exp(effect).toFixed(decimals) : `${signed(factor * effect, decimals)}${unit}`;
}

/** `0.874 ± 0.012`: a mean effect with its Monte Carlo standard error; of logarithms, the geometric mean. */
export function showMeanEffect(scale: TimeScale, { estimate, mcse }: Estimate): string {
  const { isRatio, factor, unit } = WORDS[scale];
  const shown = isRatio ? Math.exp(estimate) : factor * estimate;
  // d exp(x) = exp(x) dx
  const error = isRatio ? shown * mcse : factor * mcse;
  return `${meanWithError({ estimate: shown, mcse: error }).replace('-', '−')}${unit}`;
}

/** Where the border of a claim lies among its effects. */
export function limitEffect({ limit, scale }: Pick<ClaimSummary, 'limit'> & { scale: TimeScale }): number {
  return WORDS[scale].isRatio ? Math.log(limit) : -limit;
}

/** Most ticks of an axis of effects. */
const TICKS = 9;

/** An effect on its axis: ratios stay logarithms, so that the axis is one of ratios. */
export const onAxis = (scale: TimeScale, effect: number): number => short(WORDS[scale].factor * effect);

/** Parameters of an axis of effects that holds some values, themselves on the axis. */
export function effectAxis(scale: TimeScale, values: readonly number[], space = 0) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = space * (most - least);
  const [low, high] = [least - room, most + room];
  const { isRatio, noun, axisUnit } = WORDS[scale];
  const shown = isRatio ? ratioTicks(low, high) : evenTicks(low, high, TICKS);
  return {
    xLow: short(low),
    xHigh: short(high),
    ticks: shown.map((value) => (isRatio ? short(Math.log(value)) : value)),
    tickLabels: shown.map((value) => (isRatio ? String(value) : String(value).replace('-', '−'))),
    effectTitle: axisUnit === '' ? noun : [noun, `(${axisUnit})`],
  };
}
