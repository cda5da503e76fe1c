import { describe, expect, it } from 'vitest';
import { differenceScore } from '../../../src/trial/difference-score.ts';
import { attainedScore } from '../../../src/trial/group-sequential/attained-score.ts';
import type { TwoArmCounts } from '../../../src/trial/tests/definition.ts';
import { exactUnconditional } from '../../../src/trial/tests/exact-unconditional.ts';
import { farringtonManning } from '../../../src/trial/tests/farrington-manning.ts';

const counts = (experimentalSuccesses: number, controlSuccesses: number): TwoArmCounts => ({
  experimentalSuccesses,
  experimentalSize: 165,
  controlSuccesses,
  controlSize: 165,
});

describe('the score that counts stand for', () => {
  it.each([
    [150, 153],
    [140, 153],
    [160, 150],
  ])('is that of a score test, down to the last halving: %d against %d', (experimental, control) => {
    const at = counts(experimental, control);
    const below = differenceScore(at, 0.07) - attainedScore(farringtonManning, 0.07, at)!;
    // From a score to its level and back costs a few of the last digits
    expect(below).toBeGreaterThanOrEqual(-1e-12);
    expect(below).toBeLessThanOrEqual(16 / 2 ** 30 + 1e-12);
  });

  it('is unknown beyond eight standard errors, and of a test that takes long', () => {
    expect(attainedScore(farringtonManning, 0, counts(165, 20))).toBeUndefined();
    expect(attainedScore(farringtonManning, 0, counts(20, 165))).toBeUndefined();
    expect(attainedScore(exactUnconditional, 0, counts(150, 150))).toBeUndefined();
  });
});
