import { describe, expect, it } from 'vitest';
import { binomialProbabilities } from '../../../src/numeric/binomial-probabilities.ts';
import type { CountClaim } from '../../../src/trial/claims/definition.ts';
import { createDesign, type Design } from '../../../src/trial/design.ts';
import { designSchema } from '../../../src/trial/design-schema.ts';
import type { Comparisons } from '../../../src/trial/many-to-one/comparisons-schema.ts';
import { exactComparisons } from '../../../src/trial/many-to-one/exact-comparisons.ts';
import { createPassMatrices } from '../../../src/trial/pass-matrix.ts';

const SIZES = [7, 5, 6];
const RATES = [0.4, 0.55, 0.3];

const designOf = (comparisons: Comparisons, more: object = {}): Design =>
  createDesign(
    designSchema.parse({
      total: 18,
      allocation: SIZES,
      comparisons,
      nonInferiority: { endpoint: 'fibrosis', atYears: 2, margin: 0.3, oneSidedAlpha: 0.2, test: 'wald' },
      ...more,
    }),
    3,
  );

/** Every triple of counts of arms of such sizes, with its probability. */
function* everyTriple(sizes: readonly number[], rates: readonly number[]) {
  const laws = sizes.map((size, arm) => binomialProbabilities(size, rates[arm], 0));
  for (const [a, p] of laws[0].probabilities.entries())
    for (const [b, q] of laws[1].probabilities.entries())
      for (const [c, r] of laws[2].probabilities.entries())
        yield { counts: [a, b, c].map((count, arm) => count + laws[arm].first), weight: p * q * r };
}

/** What comparisons do, triple by triple of counts. */
function enumerated({ claims, isHierarchical }: Design, sizes: readonly number[], rates: readonly number[]) {
  const found = { byClaim: [0, 0], atLeastOne: 0, all: 0 };
  for (const { counts, weight } of everyTriple(sizes, rates)) {
    const [first, second] = (claims as CountClaim[]).map((claim, k) =>
      claim.passes(counts[0], sizes[0], counts[k + 1], sizes[k + 1]),
    );
    const passes = [first, second && (first || !isHierarchical)];
    passes.forEach((isShown, k) => {
      if (isShown) found.byClaim[k] += weight;
    });
    if (passes.includes(true)) found.atLeastOne += weight;
    if (!passes.includes(false)) found.all += weight;
  }
  return found;
}

const cellsOf = (design: Design) => design.sizes.map((size, arm) => ({ size, rates: [RATES[arm]] }));

describe('exact success of several arms against one control', () => {
  it.each(['none', 'gatekeeping'] as const)('is what every triple of counts gives: %s', (multiplicity) => {
    for (const requires of ['any', 'all'] as const) {
      const design = designOf({ multiplicity, requires });
      const found = exactComparisons(design, createPassMatrices(), cellsOf(design));
      const expected = enumerated(design, SIZES, RATES);
      expect(found.byClaim[0]).toBeCloseTo(expected.byClaim[0], 12);
      expect(found.byClaim[1]).toBeCloseTo(expected.byClaim[1], 12);
      expect(found.atLeastOne).toBeCloseTo(expected.atLeastOne, 12);
      expect(found.all).toBeCloseTo(expected.all, 12);
      expect(found.joint).toBe(requires === 'all' ? found.all : found.atLeastOne);
      expect(expected.atLeastOne).toBeGreaterThan(expected.all + 0.01);
    }
  });

  it('mixes over evaluable patients, or counts those who are not as failures', () => {
    const comparisons = { multiplicity: 'none', requires: 'any' } as const;
    const u = 0.25;
    const dropped = designOf(comparisons, { unevaluable: u });
    let atLeastOne = 0;
    for (const { counts, weight } of everyTriple(SIZES, [1 - u, 1 - u, 1 - u]))
      atLeastOne += weight * enumerated(dropped, counts, RATES).atLeastOne;
    const mixed = exactComparisons(dropped, createPassMatrices(), cellsOf(dropped));
    expect(mixed.atLeastOne).toBeCloseTo(atLeastOne, 10);
    const failing = designOf(comparisons, { unevaluable: u, analysisSet: 'intentionToTreat' });
    const rates = RATES.map((rate) => (1 - u) * rate + u);
    expect(exactComparisons(failing, createPassMatrices(), cellsOf(failing)).atLeastOne).toBeCloseTo(
      enumerated(failing, SIZES, rates).atLeastOne,
      12,
    );
  });
});
