import { describe, expect, it } from 'vitest';
import { fisherPValue } from '../../src/trial/fisher-p-value.ts';
import { fisher } from '../../src/trial/tests/fisher.ts';

describe('Fisher’s exact test', () => {
  it.each([
    [3, 3],
    [12, 9],
    [15, 30],
    [40, 40],
  ])('two-sided, %d against %d: rejects where p is within the level and the arm is better', (nc, ne) => {
    for (const alpha of [0.05, 0.3]) {
      const rejects = fisher.create(0, { alpha, sides: 2 });
      const wrong: string[] = [];
      for (let c = 0; c <= nc; c++)
        for (let e = 0; e <= ne; e++) {
          const counts = {
            controlSuccesses: c,
            controlSize: nc,
            experimentalSuccesses: e,
            experimentalSize: ne,
          };
          const isBetter = e * nc > c * ne;
          if (rejects(counts) !== (isBetter && fisherPValue(counts) <= alpha)) wrong.push(`${c}, ${e}`);
        }
      expect(wrong).toEqual([]);
    }
  });

  it('one-sided, 3 of 3 against 0 of 3: p = 1/20 passes at 5 %, and no stricter', () => {
    const counts = { controlSuccesses: 0, controlSize: 3, experimentalSuccesses: 3, experimentalSize: 3 };
    expect(fisher.create(0, { alpha: 0.05, sides: 1 })(counts)).toBe(true);
    expect(fisher.create(0, { alpha: 0.0499, sides: 1 })(counts)).toBe(false);
    expect(fisherPValue(counts)).toBeCloseTo(0.1, 15);
  });

  // The lady tasting tea: Fisher 1935, The Design of Experiments, ch. 2
  it('three of four cups right: p = 17/70 one-sided', () => {
    const counts = { controlSuccesses: 1, controlSize: 4, experimentalSuccesses: 3, experimentalSize: 4 };
    expect(fisher.create(0, { alpha: 17 / 70, sides: 1 })(counts)).toBe(true);
    expect(fisher.create(0, { alpha: 17 / 70 - 1e-6, sides: 1 })(counts)).toBe(false);
    expect(fisherPValue(counts)).toBeCloseTo(34 / 70, 14);
  });
});
