import type { Sample } from './difference-intervals/definition.ts';
import { wilsonLimits } from './wilson-limits.ts';

/**
 * Newcombe's hybrid-score limits of a difference of proportions, first − second: each sample's distance to its Wilson
 * limit takes the place of a standard error.
 *
 * @param score z > 0, the normal score of the level
 * @see Newcombe 1998, Statistics in Medicine 17:873, method 10
 */
export function hybridScoreLimits(first: Sample, second: Sample, score: number): [low: number, high: number] {
  const [p1, p2] = [first.events / first.size, second.events / second.size];
  const [low1, high1] = wilsonLimits(first.events, first.size, score);
  const [low2, high2] = wilsonLimits(second.events, second.size, score);
  const length = (a: number, b: number): number => Math.sqrt(a * a + b * b);
  // p̂₁ − p̂₂ − √((p̂₁ − l₁)² + (u₂ − p̂₂)²), and p̂₁ − p̂₂ + √((u₁ − p̂₁)² + (p̂₂ − l₂)²)
  return [p1 - p2 - length(p1 - low1, high2 - p2), p1 - p2 + length(high1 - p1, p2 - low2)];
}
