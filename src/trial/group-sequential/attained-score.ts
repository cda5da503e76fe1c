import type { TwoArmCounts, TwoArmTest } from '../tests/definition.ts';
import { createBoundTest } from './sequential-decision.ts';

/** Scores beyond are not told apart. */
const MOST_SCORE = 8;
/** Halvings of the range, to 16 · 2⁻³⁰ of a score. */
const HALVINGS = 30;

/**
 * The normal score that counts stand for: the highest bound at which a test rejects, of which it asks levels of any size.
 * Undefined where the test takes long to prepare, or rejects at every bound or none within eight standard errors.
 *
 * @param margin in [0, 1)
 */
export function attainedScore(test: TwoArmTest, margin: number, counts: TwoArmCounts): number | undefined {
  if (test.secondsPerSizes !== undefined) return undefined;
  const at = createBoundTest(test, margin);
  const rejects = (bound: number): boolean => at(bound)(counts);
  if (rejects(MOST_SCORE) || !rejects(-MOST_SCORE)) return undefined;
  let [low, high] = [-MOST_SCORE, MOST_SCORE];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (rejects(middle)) low = middle;
    else high = middle;
  }
  return low;
}
