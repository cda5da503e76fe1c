import { describe, expect, it } from 'vitest';
import { nelderMead } from '../../src/numeric/nelder-mead.ts';

describe('simplex search', () => {
  it('finds the minimum of a quadratic with a correlation', () => {
    const { point, value } = nelderMead(
      ([x, y]) => 3 + (x - 1) * (x - 1) + 5 * (y + 2) * (y + 2) + 4 * (x - 1) * (y + 2),
      [10, 10],
    );
    expect(point[0]).toBeCloseTo(1, 5);
    expect(point[1]).toBeCloseTo(-2, 5);
    expect(value).toBeCloseTo(3, 9);
  });

  it('follows the valley of Rosenbrock', () => {
    const { point } = nelderMead(([x, y]) => (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x), [-1.2, 1]);
    expect(point[0]).toBeCloseTo(1, 4);
    expect(point[1]).toBeCloseTo(1, 4);
  });

  it('minimises in one and in three variables', () => {
    expect(nelderMead(([x]) => Math.cosh(x - 0.5), [4]).point[0]).toBeCloseTo(0.5, 4);
    const { point } = nelderMead(
      (p) => p.reduce((sum, x, i) => sum + (i + 1) * Math.cosh(x - i), 0),
      [3, 3, 3],
    );
    point.forEach((x, i) => {
      expect(x).toBeCloseTo(i, 4);
    });
  });

  it('keeps out of where the function is infinite', () => {
    const { point } = nelderMead(([x]) => (x < 0 ? Infinity : x - Math.log(x + 1e-9) * 0.25), [2]);
    expect(point[0]).toBeCloseTo(0.25, 4);
  });

  it('refuses a start where the function is not finite', () => {
    expect(() => nelderMead(() => Number.NaN, [0])).toThrow('invalid start: 0 gives NaN');
  });
});
