import { describe, expect, it } from 'vitest';
import { stieltjesIntegral } from '../../src/numeric/stieltjes-integral.ts';

describe('∫ f dF', () => {
  it('of smooth functions, in closed form', () => {
    // Off by about (7/5760)/4 h⁴ times the change of the third derivative, 27: 2e-9 at h = 3/128
    // ∫ t d(t²) = 2/3 t³; ∫ e^(−2t) d(1 − e^(−t)) = (1 − e^(−3T))/3
    expect(
      stieltjesIntegral(
        (t) => t,
        (t) => t * t,
        2,
      ),
    ).toBeCloseTo(16 / 3, 8);
    expect(
      stieltjesIntegral(
        (t) => Math.exp(-2 * t),
        (t) => -Math.exp(-t),
        3,
      ),
    ).toBeCloseTo((1 - Math.exp(-9)) / 3, 8);
  });

  it('with a jump of f at a break', () => {
    const step = (t: number): number => (t < 0.3 ? 1 : 2);
    expect(stieltjesIntegral(step, (t) => t, 1, [0.3, 7, -1])).toBeCloseTo(1.7, 12);
  });

  it('where F has an infinite slope', () => {
    expect(stieltjesIntegral(() => 1, Math.sqrt, 1)).toBeCloseTo(1, 12);
  });
});
