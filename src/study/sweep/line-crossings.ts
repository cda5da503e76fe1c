import { isotonicFit } from '../../numeric/isotonic-fit.ts';
import type { Crossing, Interval } from './tipping-point.ts';

/** What is looked at along a line: it holds where it is above 0 (of targets: at 0 too). */
export interface Signal {
  readonly x: readonly number[];
  readonly values: readonly number[];
  /** Monte Carlo standard errors; 0 of exact values. */
  readonly errors: readonly number[];
  readonly holdsAtZero: boolean;
  /** Whether values between are interpolated on the logarithm of x. */
  readonly isLog: boolean;
}

/** Two neighbours between which a signal turns. */
export interface Turn {
  /** Position of the first. */
  readonly at: number;
  /** Where a line between the two crosses 0. */
  readonly interpolated: Crossing;
}

/** So many standard errors of a value a monotone curve may miss it by. */
const CREDIBLE = 3;

/** Values freed of what falls back by chance: where a monotone curve passes all of them within their errors, that curve. */
function withoutNoise(values: readonly number[], errors: readonly number[]): readonly number[] {
  if (errors.every((error) => error === 0)) return values;
  const least = Math.min(...errors.filter((error) => error > 0));
  const weights = errors.map((error) => 1 / Math.max(error, least) / Math.max(error, least));
  const sign = values[0] <= values[values.length - 1] ? 1 : -1;
  const fit = isotonicFit(
    values.map((value) => sign * value),
    weights,
  ).map((value) => sign * value);
  const isCredible = fit.every((value, i) => Math.abs(value - values[i]) <= CREDIBLE * errors[i]);
  return isCredible ? fit : values;
}

/** Whether a value counts as holding. */
const holdsAt = (value: number, holdsAtZero: boolean): boolean => (holdsAtZero ? value >= 0 : value > 0);

/** Where a straight line between two points crosses 0, with the error that theirs give it. */
function interpolate(signal: Signal, values: readonly number[], i: number): Crossing {
  const { x, errors, isLog } = signal;
  const share = values[i] / (values[i] - values[i + 1]);
  const error = errors[i] + share * (errors[i + 1] - errors[i]);
  const [low, high] = isLog ? [Math.log(x[i]), Math.log(x[i + 1])] : [x[i], x[i + 1]];
  const at = low + share * (high - low);
  const perUnit = (error * (high - low)) / Math.abs(values[i + 1] - values[i]);
  return {
    at: isLog ? Math.exp(at) : at,
    isExact: false,
    // SE(x) = SE(y)/|slope|, on a logarithmic scale times x
    standardError: isLog ? perUnit * Math.exp(at) : perUnit,
  };
}

/** Neighbours between which a signal begins or ceases to hold, in order. */
export function turnsOf(signal: Signal): { readonly turns: Turn[]; readonly holdsFirst: boolean } {
  const values = withoutNoise(signal.values, signal.errors);
  const holds = values.map((value) => holdsAt(value, signal.holdsAtZero));
  const turns = holds
    .slice(1)
    .flatMap((after, i): Turn[] =>
      after === holds[i] ? [] : [{ at: i, interpolated: interpolate(signal, values, i) }],
    );
  return { turns, holdsFirst: holds[0] };
}

/** The intervals in which a signal holds, by where it turns. */
export function intervalsOf(crossings: readonly Crossing[], holdsFirst: boolean): Interval[] {
  const ends = [null, ...crossings.map(({ at }) => at), null];
  return ends
    .slice(1)
    .map((to, i): Interval => [ends[i], to])
    .filter((_, i) => (i % 2 === 0) === holdsFirst);
}
