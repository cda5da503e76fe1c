/** The level whose rate is nearest to the target, counted from 0; of two as near, the lower. */
export function nearestLevel(rates: readonly number[], target: number): number {
  let best = 0;
  rates.forEach((rate, level) => {
    if (Math.abs(rate - target) < Math.abs(rates[best] - target)) best = level;
  });
  return best;
}
