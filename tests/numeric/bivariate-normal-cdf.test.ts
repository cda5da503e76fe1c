import { describe, expect, it } from 'vitest';
import { bivariateNormalCdf } from '../../src/numeric/bivariate-normal-cdf.ts';
import { gaussLegendre } from '../../src/numeric/gauss-legendre.ts';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';

const rule = gaussLegendre(40);
/** ∫ φ(x) Φ((k − ρx)/√(1 − ρ²)) dx up to h, in narrow panels: another way to the same probability. */
function byConditioning(h: number, k: number, rho: number): number {
  const spread = Math.sqrt((1 - rho) * (1 + rho));
  const panels = 400;
  const width = (h + 9) / panels;
  let sum = 0;
  for (let p = 0; p < panels; p++)
    for (let i = 0; i < rule.nodes.length; i++) {
      const x = -9 + width * (p + 0.5 + rule.nodes[i] / 2);
      sum +=
        (rule.weights[i] * width * 0.5 * Math.exp((-x * x) / 2) * normalCdf((k - rho * x) / spread)) /
        Math.sqrt(2 * Math.PI);
    }
  return sum;
}

describe('bivariate normal distribution function', () => {
  it.each([
    [0.3, -0.4, 0.5],
    [1.2, 1.2, 0.95],
    [1.2, 1.21, 0.9999],
    [-0.7, 0.6999, -0.99999],
    [2.5, -1.5, -0.8],
    [-3, -3, 0.7],
  ])('at (%d, %d) with correlation %d is that by conditioning', (h, k, rho) => {
    expect(Math.abs(bivariateNormalCdf(h, k, rho) - byConditioning(h, k, rho))).toBeLessThan(1e-13);
  });

  it('is ¼ + arcsin ρ/(2π) at the medians', () => {
    for (const rho of [-1, -1 + 1e-12, -0.6, 0, 0.1, 0.999, 1 - 1e-9, 1])
      expect(bivariateNormalCdf(0, 0, rho)).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 15);
  });

  it('has its margins and its bounds', () => {
    expect(bivariateNormalCdf(0.8, Infinity, 0.4)).toBe(normalCdf(0.8));
    expect(bivariateNormalCdf(-Infinity, 0.8, 0.4)).toBe(0);
    expect(bivariateNormalCdf(0.8, 0.5, 1)).toBe(normalCdf(0.5));
    expect(bivariateNormalCdf(0.8, -0.9, -1)).toBe(0);
    expect(() => bivariateNormalCdf(0, 0, 1.01)).toThrow('invalid correlation: 1.01 (must be in [-1, 1])');
  });
});
