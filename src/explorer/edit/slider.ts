import type { RangedNumber } from '../ranged-number.ts';

/** What a slider is about. */
export type SliderGroup = 'αβ' | 'schedule' | 'trial' | 'biology';

/** A number of a scenario that is moved with the hand; its `id` stays the same while the scenario's shape does. */
export interface Slider extends RangedNumber {
  /** Where it is written. */
  readonly path: string;
  readonly group: SliderGroup;
}

/** From where to where a slider usually goes, in which steps. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
  /** The first on which the written value lies is taken, or else the last. */
  readonly steps: readonly number[];
}

/** Parts of a step within which two numbers are one. */
const TOLERANCE = 1e-6;

const isOnGrid = (value: number, min: number, step: number): boolean => {
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) < TOLERANCE;
};

/** A slider over a range that is widened to hold the written value. */
export function createSlider(
  about: Pick<Slider, 'id' | 'label' | 'unit' | 'value' | 'path' | 'group'>,
  { min, max, steps }: SliderRange,
): Slider {
  const { value } = about;
  const low = Math.min(min, value);
  const step = steps.find((one) => isOnGrid(value, low, one)) ?? steps[steps.length - 1];
  return { ...about, min: low, max: Math.max(max, value), step };
}
