import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findExactSize, NARROW, WIDE } from '../../../src/study/size/find-exact-size.ts';

const scale = { stated: 100, step: 1, most: 10_000 };
/** A power that rises in saws. */
const saws = (half: number, tooth: number, depth: number) => (size: number) =>
  size / (size + half) - depth * ((size % tooth) / tooth);
const asked = (heightAt: (size: number) => number) => async (sizes: readonly number[]) => sizes.map(heightAt);

describe('the smallest size by exact values', () => {
  it('and that from which it stays are those of a plain search of the same sizes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 5, max: 400 }),
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0, max: 0.03, noNaN: true }),
        fc.integer({ min: 1, max: 900 }),
        async (half, tooth, depth, stated) => {
          const heightAt = saws(half, tooth, depth);
          const found = await findExactSize(asked(heightAt), 0.7, { ...scale, stated }, WIDE);
          if (found?.kind !== 'exact') throw new Error('no size');
          const { searchedFrom, horizon, smallest, lasting, reached } = found;
          const sizes = Array.from({ length: horizon - searchedFrom + 1 }, (_, i) => searchedFrom + i);
          const below = sizes.filter((size) => heightAt(size) < 0.7);
          expect(smallest).toBe(sizes.find((size) => heightAt(size) >= 0.7));
          expect(reached).toBe(heightAt(smallest));
          expect(lasting).toBe(below.at(-1) === horizon ? undefined : (below.at(-1) ?? searchedFrom - 1) + 1);
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  it('keeps to the steps of an allocation', async () => {
    const found = await findExactSize(
      asked((size) => size / (size + 50)),
      0.8,
      { ...scale, step: 3 },
      NARROW,
    );
    expect(found).toMatchObject({ kind: 'exact', smallest: 201, lasting: 201 });
  });

  it('says what the largest design has where none does, and nothing where nothing is exact', async () => {
    expect(
      await findExactSize(
        asked(() => 0.5),
        0.8,
        scale,
        WIDE,
      ),
    ).toEqual({
      kind: 'none',
      isCertain: false,
      reason: 'up to 10000 patients, the most that a design may have, where it is 50.0 %',
    });
    expect(await findExactSize(async () => undefined, 0.8, scale, WIDE)).toBeUndefined();
  });
});

it('one patient is enough where one is', async () => {
  expect(
    await findExactSize(
      asked(() => 1),
      0.8,
      scale,
      WIDE,
    ),
  ).toMatchObject({ smallest: 1, lasting: 1 });
});
