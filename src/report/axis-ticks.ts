const STEPS = [1, 2, 5].flatMap((digit) => [0.001, 0.01, 0.1, 1, 10, 100, 1000].map((unit) => digit * unit));
const RISING = STEPS.toSorted((a, b) => a - b);

/** Evenly spaced round values within an interval, at most about so many. */
export function evenTicks(low: number, high: number, most: number): number[] {
  const step = RISING.find((candidate) => (high - low) / candidate <= most) ?? high - low;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

const FINE = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
const MIDDLE = [0.35, 0.5, 0.7, 1, 1.4, 2, 2.8];
const COARSE = [0.001, 0.01, 0.1, 0.25, 0.5, 1, 2, 4, 10, 100, 1000];

/** Round ratios within an interval of their logarithms; 1 is one of them where it lies inside. */
export function ratioTicks(lowLog: number, highLog: number): number[] {
  const span = highLog - lowLog;
  const ratios = span < Math.log(3) ? FINE : span < Math.log(8) ? MIDDLE : COARSE;
  return ratios.filter((ratio) => Math.log(ratio) >= lowLog && Math.log(ratio) <= highLog);
}
