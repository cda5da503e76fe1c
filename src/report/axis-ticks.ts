const STEPS = [1, 2, 5].flatMap((digit) => [0.001, 0.01, 0.1, 1, 10, 100, 1000].map((unit) => digit * unit));
const RISING = STEPS.toSorted((a, b) => a - b);

/** Evenly spaced round values within an interval, at most about so many. */
export function evenTicks(low: number, high: number, most: number): number[] {
  const step = RISING.find((candidate) => (high - low) / candidate <= most) ?? high - low;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

const DECADES = [0.001, 0.01, 0.1, 1, 10, 100];
const inDecades = (digits: readonly number[]): number[] =>
  DECADES.flatMap((unit) => digits.map((digit) => Number((digit * unit).toPrecision(3))));

/** Ratios of axes that span less than a factor, the finest first. */
const RATIOS: readonly [below: number, ratios: readonly number[]][] = [
  [4, inDecades([1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 7, 8, 9])],
  [
    8,
    [0.03, 0.045, 0.06, 0.09, 0.125, 0.18, 0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4, 5.6, 8, 11, 16, 22, 32],
  ],
  [
    300,
    [...inDecades([1, 2.5, 5]).filter((ratio) => ratio < 1), ...inDecades([1, 2, 4]).filter((x) => x >= 1)],
  ],
  [Number.POSITIVE_INFINITY, inDecades([1])],
];
/** Fewer ticks than this tell little of an axis; even ones then stand instead. */
const FEWEST = 3;
const EVEN = 6;

/** Round ratios within an interval of their logarithms; 1 is one of them where it lies inside. */
export function ratioTicks(lowLog: number, highLog: number): number[] {
  const [low, high] = [Math.exp(lowLog), Math.exp(highLog)];
  const [, ratios] = RATIOS.find(([below]) => high / low < below)!;
  const inside = ratios.filter((ratio) => ratio >= low && ratio <= high);
  return inside.length < FEWEST ? evenTicks(low, high, EVEN) : inside;
}
