import { describe, expect, it } from 'vitest';
import { createCohort } from '../../src/cohort/cohort.ts';
import { cohortSchema } from '../../src/cohort/cohort-schema.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';
import { createRandomisation } from '../../src/trial/randomisation.ts';

const key = seedKey('blocks');
const cohort = createCohort(
  cohortSchema.parse({
    heterogeneity: {
      alphaBetaGy: 4,
      grade: { categorical: { low: 0.2, middle: 0.5, high: 0.3 } },
      deep: { bernoulli: 0.4 },
    },
    subtypes: { a: { weight: 0.7 }, b: { weight: 0.3 } },
  }),
);
const TOTAL = 301;
const CENTRES = 3;
const design = (strata: string[], sizes: number[]) => ({
  sizes: [151, 150],
  centres: CENTRES,
  randomisation: { blocks: { sizes, perBlock: [1, 1] as const }, strata },
});
const recorded = (replicate: number, name: string): Float64Array => {
  const out = new Float64Array(TOTAL);
  fillUniforms(key, { world: 2, replicate, purpose: purpose(name) }, out, TOTAL);
  return out;
};

describe('randomisation within strata, programmed a second time on the same draws', () => {
  const strata = ['grade', 'deep', 'centre', 'subtype'];
  const randomisation = createRandomisation(design(strata, [4, 6]), cohort)!;

  it.each([0, 9])('replicate %i', (replicate) => {
    randomisation.allocate(key, 2, replicate);
    const [grade, deep, centre, subtype] = strata.map((name) => recorded(replicate, `trial/${name}`));
    const queues = new Map<number, { places: number[]; patients: number; blocks: number }>();
    const arms: number[][] = [[], []];
    for (let i = 0; i < TOTAL; i++) {
      const level = grade[i] <= 0.2 ? 0 : grade[i] <= 0.7 ? 1 : 2;
      const stratum =
        ((level * 2 + (deep[i] > 0.6 ? 1 : 0)) * CENTRES + Math.floor(centre[i] * CENTRES)) * 2 +
        (subtype[i] > 0.7 ? 1 : 0);
      const queue = queues.get(stratum) ?? { places: [], patients: 0, blocks: 0 };
      queues.set(stratum, queue);
      if (queue.places.length === 0) {
        const half = recorded(replicate, `trial/blockSizes/${stratum}`)[queue.blocks++] < 0.5 ? 2 : 3;
        queue.places = [...Array(half).fill(0), ...Array(half).fill(1)];
      }
      // Places hold the controls first: a uniform picks one of those that are left
      const u = recorded(replicate, `trial/blocks/${stratum}`)[queue.patients++];
      const [arm] = queue.places.splice(Math.floor(u * queue.places.length), 1);
      arms[arm].push(stratum);
    }
    expect(Array.from(randomisation.sizes)).toEqual([arms[0].length, arms[1].length]);
    expect(randomisation.strata).toBe(3 * 2 * CENTRES * 2);
    for (const arm of [0, 1])
      expect(Array.from(randomisation.stratumOf![arm].slice(0, arms[arm].length))).toEqual(arms[arm]);
    expect(queues.size).toBeGreaterThan(25);
  });

  it('brings to each arm the uniforms of its own patients, in their order', () => {
    randomisation.allocate(key, 2, 5);
    const uniforms = recorded(5, 'trial/deep');
    const brought = [0, 1].map((arm) => {
      const out = new Float64Array(TOTAL);
      randomisation.sources.deep.fill(key, { world: 2, replicate: 5 }, arm, out, randomisation.sizes[arm]);
      return out.slice(0, randomisation.sizes[arm]);
    });
    expect([...brought[0], ...brought[1]].sort()).toEqual([...uniforms].sort());
    for (const own of brought) {
      const positions = Array.from(own, (u) => uniforms.indexOf(u));
      expect(positions).toEqual([...positions].sort((a, b) => a - b));
    }
  });

  it('forgets the replicate before', () => {
    const sizesOf = (replicate: number): number[] => {
      randomisation.allocate(key, 2, replicate);
      return [...Array.from(randomisation.sizes), ...randomisation.stratumOf![0].slice(0, 100)];
    };
    const first = sizesOf(3);
    expect(sizesOf(4)).not.toEqual(first);
    expect(sizesOf(3)).toEqual(first);
  });
});

describe('randomisation without strata', () => {
  it('fills whole blocks: the arms differ by half a block at most', () => {
    const plain = createRandomisation(design([], [4]), cohort)!;
    expect(plain.stratumOf).toBeUndefined();
    for (let replicate = 0; replicate < 50; replicate++) {
      plain.allocate(key, 0, replicate);
      expect(plain.sizes[0] + plain.sizes[1]).toBe(TOTAL);
      // 301 = 75 × 4 + 1
      expect(Math.abs(plain.sizes[0] - plain.sizes[1])).toBe(1);
    }
  });
});
