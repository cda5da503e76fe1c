import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import { normalQuantile } from '../../../src/numeric/normal-quantile.ts';
import { seedKey } from '../../../src/random/seed-key.ts';
import { purpose, uniformAt } from '../../../src/random/stream.ts';
import { findSimulatedSize } from '../../../src/study/size/find-simulated-size.ts';

const LEVEL = 1.645;
/** Power of a test whose score has mean 0.125 √n. */
const powerOf = (size: number): number => normalCdf(0.125 * Math.sqrt(size) - LEVEL);
const TRUE_SIZE = ((normalQuantile(0.8) + LEVEL) / 0.125) ** 2;
const event = purpose('trial');

/** Trials that succeed by independent uniforms, and which replicates were asked for. */
function simulation(seed: string) {
  const key = seedKey(seed);
  const asked: [from: number, to: number][] = [];
  const successesAt = async (size: number, from: number, to: number): Promise<number> => {
    asked.push([from, to]);
    const power = powerOf(size);
    let count = 0;
    for (let replicate = from; replicate < to; replicate++)
      if (uniformAt(key, { world: 0, replicate, purpose: event }) < power) count++;
    return count;
  };
  return { asked, successesAt };
}
const scale = { step: 2, most: 10_000 };
const precision = { confidence: 0.95, relative: 0.05, mostReplicates: 100_000 };

describe('the size by simulation', () => {
  it('lies in its interval as often as is stated', async () => {
    let covered = 0;
    const runs = 60;
    for (let run = 0; run < runs; run++) {
      const { successesAt } = simulation(`size ${run}`);
      const found = await findSimulatedSize(successesAt, 0.8, scale, 40 + 25 * run, LEVEL, precision);
      if (found.kind !== 'simulated') throw new Error('no size');
      const [low, high] = found.interval;
      expect(high - low).toBeLessThan(0.12 * found.estimate);
      expect(found.recommended).toBe(high);
      if (low <= TRUE_SIZE && TRUE_SIZE <= high) covered++;
    }
    // Binomial(60, 0.95) is below 46 with probability 2e-7
    expect(covered).toBeGreaterThanOrEqual(46);
  });

  it('gives every size replicates of its own', async () => {
    const { asked, successesAt } = simulation('own');
    await findSimulatedSize(successesAt, 0.8, scale, 100, LEVEL, precision);
    asked.forEach(([from], i) => {
      expect(from).toBe(i === 0 ? 0 : asked[i - 1][1]);
    });
  });

  it('says so where no size does', async () => {
    const found = await findSimulatedSize(
      async (_, from, to) => Math.round(0.3 * (to - from)),
      0.8,
      scale,
      100,
      LEVEL,
    );
    expect(found).toMatchObject({ kind: 'none', reason: expect.stringContaining('10000') });
  });

  it('is none for certain where power levels off near the target, and what recommends does', async () => {
    const levelled = (most: number, seed: string) => {
      const key = seedKey(seed);
      return async (size: number, from: number, to: number): Promise<number> => {
        let count = 0;
        for (let replicate = from; replicate < to; replicate++)
          if (uniformAt(key, { world: 0, replicate, purpose: event }) < Math.min(most, size / 50)) count++;
        return count;
      };
    };
    for (const seed of ['a', 'b', 'c']) {
      const near = await findSimulatedSize(levelled(0.802, seed), 0.8, scale, 60, LEVEL, precision);
      if (near.kind === 'none') expect(near.reason).toContain('10000');
      else
        expect(near.kind === 'simulated' && near.reached.estimate + 2 * near.reached.mcse).toBeGreaterThan(
          0.8,
        );
      const below = await findSimulatedSize(levelled(0.7, seed), 0.8, scale, 60, LEVEL, precision);
      expect(below).toMatchObject({ kind: 'none', reason: expect.stringMatching(/where it is (69|70)\.\d/) });
    }
  });
});
