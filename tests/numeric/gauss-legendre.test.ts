import { describe, expect, it } from 'vitest';
import { gaussLegendre } from '../../src/numeric/gauss-legendre.ts';

const integrate = (order: number, f: (x: number) => number): number => {
  const { nodes, weights } = gaussLegendre(order);
  return nodes.reduce((sum, x, i) => sum + weights[i] * f(x), 0);
};

describe('Gauss–Legendre rule', () => {
  it.each([2, 3, 5, 10, 20, 64])(
    'of %i points is exact for polynomials up to degree 2n − 1, and for no higher',
    (order) => {
      for (let degree = 0; degree < 2 * order; degree++) {
        const exact = degree % 2 === 0 ? 2 / (degree + 1) : 0;
        expect(Math.abs(integrate(order, (x) => x ** degree) - exact)).toBeLessThan(1e-13);
      }
      if (order > 10) return;
      const above = 2 / (2 * order + 1);
      expect(Math.abs(integrate(order, (x) => x ** (2 * order)) - above)).toBeGreaterThan(1e-9);
    },
  );

  it('of 1 point is the midpoint rule', () => {
    const { nodes, weights } = gaussLegendre(1);
    expect(Math.abs(nodes[0])).toBeLessThan(1e-15);
    expect(weights[0]).toBeCloseTo(2, 15);
  });

  it('has rising, symmetric nodes inside (−1, 1) and weights above 0', () => {
    const { nodes, weights } = gaussLegendre(33);
    nodes.forEach((x, i) => {
      expect(Math.abs(x)).toBeLessThan(1);
      expect(x + nodes[32 - i]).toBeCloseTo(0, 15);
      expect(weights[i]).toBeGreaterThan(0);
      if (i > 0) expect(x).toBeGreaterThan(nodes[i - 1]);
    });
  });

  it('of 5 points has the nodes of Abramowitz & Stegun, table 25.4', () => {
    const { nodes, weights } = gaussLegendre(5);
    expect(nodes[4]).toBeCloseTo(0.906179845938664, 14);
    expect(weights[4]).toBeCloseTo(0.236926885056189, 14);
    expect(weights[2]).toBeCloseTo(0.568888888888889, 14);
  });

  it('integrates e^x', () => {
    expect(integrate(10, Math.exp)).toBeCloseTo(Math.E - 1 / Math.E, 14);
  });
});
