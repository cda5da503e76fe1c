import { expect, it } from 'vitest';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';
import { createLaw } from '../../src/random/distribution-schema.ts';
import { equallyLikely, logBins, quantileAmong } from '../../src/report/equally-likely.ts';

const law = createLaw({ logNormal: { median: 4.9, sigma: 0.6 } });
const values = equallyLikely((p) => law.quantile(p), 1000);

it('quantiles among equally likely values are those of the law', () => {
  // Between two neighbours a quantile is interpolated: it lies within the gap, 0.5 % in these tails
  for (const p of [0.05, 0.5, 0.95])
    expect(Math.abs(quantileAmong(values, p) / law.quantile(p) - 1)).toBeLessThan(0.005);
  expect(quantileAmong([2, 3], 0.5)).toBe(2.5);
  expect(quantileAmong([2, 3], 0)).toBe(2);
  expect(quantileAmong([2, 3], 1)).toBe(3);
});

it('shares of bins are those of the law, and sum to all but half a value at either end', () => {
  const [low, high] = [values[0], values[values.length - 1]];
  const shares = logBins(values, low, high, 24);
  expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(0.999, 6);
  const step = Math.log(high / low) / 24;
  const z = (i: number) => (Math.log(low / 4.9) + i * step) / 0.6;
  shares.slice(1, -1).forEach((share, i) => {
    // Each limit is off by less than one value in a thousand
    expect(Math.abs(share - (normalCdf(z(i + 2)) - normalCdf(z(i + 1))))).toBeLessThan(0.001);
  });
});

it('values of a finite law keep their shares, each in its own bin', () => {
  const finite = Array.from({ length: 900 }, (_, i) => [1, 4, 10][Math.floor(i / 300)]);
  const held = logBins(finite, 1, 10, 8).filter((share) => share > 0.01);
  expect(held).toHaveLength(3);
  // One gap between two values is spread over the bins between them
  for (const share of held) expect(Math.abs(share - 1 / 3)).toBeLessThan(1 / 900);
});
