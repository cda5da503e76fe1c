import { describe, expect, it } from 'vitest';
import { exactAssurance } from '../../../src/engine/exact-assurance.ts';
import { ceilingOf } from '../../../src/explorer/lesson-parts/ceiling-of.ts';
import { liveTrial } from '../../../src/explorer/lesson-parts/live-trial.ts';
import { inProcessTools } from '../lessons/in-process-tools.ts';

const trial = (changes: Record<string, unknown>) =>
  liveTrial(inProcessTools, 'sts-5x6-vs-25x2', { truths: {}, 'design.perArm': 10, ...changes });

describe('ceilingOf', () => {
  it('is the engine’s', () => {
    const planned = trial({});
    expect(ceilingOf(planned)).toBeCloseTo(exactAssurance(planned).ceiling!, 9);
  });

  it('is the other side of the law where the claim turns true as α/β rises', () => {
    // 50 × 1 Gy: the smaller fractions gain with α/β
    const finer = trial({ 'arms.experimental.schedule': '50 x 1 Gy' });
    expect(ceilingOf(finer)).toBeCloseTo(exactAssurance(finer).ceiling!, 9);
    expect(ceilingOf(finer)).toBeLessThan(0.5);
  });

  it('is 1 where the claim is true in every world, and 0 where in none', () => {
    expect(ceilingOf(trial({ 'arms.experimental.schedule': '25 x 2.2 Gy' }))).toBe(1);
    expect(ceilingOf(trial({ 'arms.experimental.schedule': '20 x 2 Gy' }))).toBe(0);
  });
});
