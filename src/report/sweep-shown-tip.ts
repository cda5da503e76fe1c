import type { QuantityName } from '../study/sweep/cell-quantity.ts';
import type { SweepResult, SweepRow } from '../study/sweep/sweep-result.ts';
import { quantityWords } from '../study/sweep/tipping-words.ts';
import type { Row } from './charts/definition.ts';
import { short } from './numbers.ts';
import { successWords } from './success-words.ts';

/** Smallest and largest value that a quantity can have, on its axis. */
export type Range = readonly [least: number, most: number];

/** The range of a probability in percent. */
export const PERCENT: Range = [0, 100];
/** The range of a count, or of a time. */
const NOT_NEGATIVE: Range = [0, Infinity];

/** The quantity that a sweep's charts show: the first one asked about. */
export interface ShownTip {
  readonly quantity: QuantityName;
  /** In sentences, and as the title of an axis. */
  readonly label: string;
  readonly axis: string;
  /** On the axis: percent, where it is a probability. */
  readonly target: number;
  readonly scale: number;
  readonly range: Range;
  /** `80 %`. */
  readonly targetWords: string;
}

/** Normal score of a two-sided interval of 95 %. */
const REACH = 1.959963984540054;

/** The first quantity asked about, as the design calls it. */
export function shownTip(result: SweepResult): ShownTip {
  const [{ quantity, target }] = result.tips;
  const { label, unit } = quantityWords[quantity];
  const scale = unit === '%' ? 100 : 1;
  const words = successWords(result);
  const isPower = quantity === 'power';
  const name = isPower ? words.power : label.replace(/^the /, '');
  const power = words.isCompletion ? 'the probability of running to the end' : words.power;
  const shown = Number((scale * target).toPrecision(6));
  return {
    quantity,
    label: isPower ? power : label,
    axis: unit === '' ? name : `${name} (${unit})`,
    target: shown,
    scale,
    range: unit === '%' ? PERCENT : NOT_NEGATIVE,
    targetWords: unit === '' ? String(shown) : `${shown} ${unit}`,
  };
}

/** The interval of {@link pointRow}, in a caption. */
export const INTERVAL_WORDS =
  'bars their 95 % intervals by simulation error (± 1.96 standard errors, within what is possible)';

/** A simulated value with its interval of 95 % by simulation error, as far as it lies in the range, and the exact value. */
export function pointRow(
  { estimate, mcse, exact }: SweepRow,
  { scale, range: [least, most] }: Pick<ShownTip, 'scale' | 'range'>,
): Row {
  return {
    y: short(scale * estimate),
    low: short(Math.max(least, scale * (estimate - REACH * mcse))),
    high: short(Math.min(most, scale * (estimate + REACH * mcse))),
    exact: exact === undefined ? null : short(scale * exact),
  };
}

/** The best value there is. */
export const bestOf = ({ estimate, exact }: SweepRow): number => exact ?? estimate;

/** Ends of an axis that holds values with room around, never beyond their range. */
export function roomFor(values: readonly number[], [least, most]: Range): Range {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = 0.06 * (high - low) || 1;
  return [Math.max(least, low - room), Math.min(most, high + room)];
}
