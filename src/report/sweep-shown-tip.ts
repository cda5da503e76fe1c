import type { QuantityName } from '../study/sweep/cell-quantity.ts';
import type { SweepResult, SweepRow } from '../study/sweep/sweep-result.ts';
import { quantityWords } from '../study/sweep/tipping-words.ts';
import type { Row } from './charts/definition.ts';
import { short } from './numbers.ts';
import { successWords } from './success-words.ts';

/** The quantity that a sweep's charts show: the first one asked about. */
export interface ShownTip {
  readonly quantity: QuantityName;
  /** In sentences, and as the title of an axis. */
  readonly label: string;
  readonly axis: string;
  /** On the axis: percent, where it is a probability. */
  readonly target: number;
  readonly scale: number;
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
    targetWords: unit === '' ? String(shown) : `${shown} ${unit}`,
  };
}

/** A simulated value with its interval of 95 % by simulation error, and the exact value. */
export function pointRow({ estimate, mcse, exact }: SweepRow, scale: number): Row {
  return {
    y: short(scale * estimate),
    low: short(scale * (estimate - REACH * mcse)),
    high: short(scale * (estimate + REACH * mcse)),
    exact: exact === undefined ? null : short(scale * exact),
  };
}

/** The best value there is. */
export const bestOf = ({ estimate, exact }: SweepRow): number => exact ?? estimate;

/** Ends of an axis that holds values with room around; of probabilities in percent never beyond 0 and 100. */
export function roomFor(values: readonly number[], isPercent: boolean): readonly [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = 0.06 * (most - least) || 1;
  return isPercent ? [Math.max(0, least - room), Math.min(100, most + room)] : [least - room, most + room];
}
