import { describe, expect, it } from 'vitest';
import { exponentialIntegralOfExp } from '../../src/numeric/exponential-integral.ts';
import { tabulatedE1OfExp } from '../../src/numeric/tabulated-e1-of-exp.ts';

describe('tabulated E₁(e^−y)', () => {
  it('is the function to 1e-10, between its nodes and beyond its ends', () => {
    let worst = 0;
    for (let i = 0; i <= 100_000; i++) {
      const y = -8 + i * 0.000_513_7;
      worst = Math.max(worst, Math.abs(tabulatedE1OfExp(y) - exponentialIntegralOfExp(y)));
    }
    expect(worst).toBeLessThan(1e-10);
  });

  it('takes arguments of any size', () => {
    expect(tabulatedE1OfExp(-1e6)).toBe(0);
    expect(tabulatedE1OfExp(-Infinity)).toBe(0);
    expect(tabulatedE1OfExp(1e6)).toBeCloseTo(1e6 - 0.5772156649, 6);
  });
});
