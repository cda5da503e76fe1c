import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';
import { sampleMetropolis } from '../../src/random/metropolis.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';

const key = seedKey('metropolis');
const plan = { chains: 2, warmUp: 5, steps: 60, purpose: 'naive' };
const mode = [1, -2];
const factor = [
  [2, 0],
  [0.4, 0.3],
];

/** Normal with unit variances about the mode, cut off on one side. */
const cutAt =
  (least: number) =>
  ([x, y]: readonly number[]): number =>
    x < least ? -Infinity : -((x - 1) * (x - 1) + (y + 2) * (y + 2)) / 2;

/** A chain of two variables as it is defined: pairs of scores for the start and each proposal, a uniform for each decision. */
function plainChain(lnDensity: (point: readonly number[]) => number, chain: number) {
  const draw = (what: string, count: number): Float64Array => {
    const out = new Float64Array(count);
    fillUniforms(key, { world: 0, replicate: chain, purpose: purpose(`naive/${what}`) }, out, count);
    return out;
  };
  const steps = plan.warmUp + plan.steps;
  const scores = draw('proposal', 2 * (steps + 1)).map(normalQuantile);
  const uniforms = draw('acceptance', steps);
  const away = ([x, y]: readonly number[], by: number, pair: number): [number, number] => {
    const [a, b] = [scores[2 * pair], scores[2 * pair + 1]];
    return [x + by * 2 * a, y + by * (0.4 * a + 0.3 * b)];
  };
  let by = 2;
  while (by > 0.01 && lnDensity(away(mode, by, 0)) === -Infinity) by /= 2;
  let point: readonly number[] = by > 0.01 ? away(mode, by, 0) : mode;
  const kept: number[][] = [];
  let taken = 0;
  for (let step = 0; step < steps; step++) {
    const next = away(point, 2.38 / Math.SQRT2, step + 1);
    if (uniforms[step] < Math.exp(lnDensity(next) - lnDensity(point))) {
      point = next;
      if (step >= plan.warmUp) taken++;
    }
    if (step >= plan.warmUp) kept.push([...point]);
  }
  return { kept, taken };
}

describe('a chain', () => {
  // From the mode, chains that would start below −2, or below 0.999, start nearer
  it.each([-Infinity, -2, 0.999, 1])('is what its definition gives, the density cut off at %d', (least) => {
    const { values, acceptance } = sampleMetropolis(cutAt(least), mode, factor, key, plan);
    const plain = [0, 1].map((chain) => plainChain(cutAt(least), chain));
    plain.forEach(({ kept }, chain) => {
      expect(values.map((variable) => variable[chain].length)).toEqual([60, 60]);
      kept.forEach(([x, y], step) => {
        expect(values[0][chain][step]).toBeCloseTo(x, 10);
        expect(values[1][chain][step]).toBeCloseTo(y, 10);
      });
    });
    expect(acceptance).toBeCloseTo((plain[0].taken + plain[1].taken) / 120, 14);
  });
});
