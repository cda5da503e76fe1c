import { describe, expect, it } from 'vitest';
import { NORMAL_REACH } from '../../src/numeric/normal-quadrature.ts';
import { createLaw, lawSchema } from '../../src/random/distribution-schema.ts';
import { distributions } from '../../src/random/distributions/index.ts';
import { numbersIn, withNumber } from '../fixtures/numbers-in.ts';

const EXTREMES = [-1e300, -1e6, -1, -1e-9, 0, 1e-300, 1e-9, 0.5, 1 - 1e-9, 1, 40, 1e6, 1e300];
const PROBABILITIES = [1e-16, 1e-9, 0.01, 0.3, 0.5, 0.7, 0.99, 1 - 1e-9, 1 - 1e-16];

// Shapes at which tables of a quantile take seconds
const isSlow = (name: string, value: number): boolean => name === 'gamma' && (value >= 1e6 || value < 1e-6);

// A mixture is as good as its components
const simple = Object.entries(distributions).filter(([name]) => name !== 'mixture');

describe.each(simple)('the law %s', (name, { examples }) => {
  it('has finite values that rise, or is refused, wherever its numbers are at their limits', () => {
    let taken = 0;
    for (const example of examples)
      for (const path of numbersIn(example))
        for (const value of EXTREMES) {
          if (isSlow(name, value)) continue;
          const parsed = lawSchema.safeParse({ [name]: withNumber(example, path, value) });
          if (!parsed.success) continue;
          taken++;
          const law = createLaw(parsed.data);
          const what = `${JSON.stringify(example)} with ${path.join('.')} ${value}`;
          let before = -Infinity;
          for (const probability of PROBABILITIES) {
            const quantile = law.quantile(probability);
            expect(Number.isFinite(quantile), what).toBe(true);
            expect(quantile, what).toBeGreaterThanOrEqual(before);
            before = quantile;
            const share = law.cdf(quantile);
            expect(share >= 0 && share <= 1, what).toBe(true);
          }
          for (const score of [-NORMAL_REACH, 0, NORMAL_REACH])
            expect(Number.isFinite(law.atNormalScore(score)), what).toBe(true);
        }
    expect(taken).toBeGreaterThan(0);
  });
});

it('a law is refused at the name of the law', () => {
  const { error } = lawSchema.safeParse({ logNormal: { median: 4.9, sigma: 1000 } });
  expect(error!.issues).toMatchObject([
    { path: ['logNormal'], message: 'logNormal is too extreme: its values must be finite numbers and rise' },
  ]);
  expect(lawSchema.safeParse({ logNormal: { median: 4.9, sigma: 1000 }, within: [0.5, 40] }).success).toBe(
    true,
  );
});
