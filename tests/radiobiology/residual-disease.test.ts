import { describe, expect, it } from 'vitest';
import { sterilisedResidual, toSterilised } from '../../src/radiobiology/tumour-control/residual-disease.ts';

/** ∫₀¹ exp(−e^(L u − E)) du by Simpson's rule: the definition, without any exponential integral. */
function bySimpson(effectE: number, maxLnClonogens: number, intervals = 20_000): number {
  let sum = 0;
  for (let i = 0; i <= intervals; i++) {
    const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-Math.exp((maxLnClonogens * i) / intervals - effectE));
  }
  return sum / (3 * intervals);
}

describe('sterilised residual disease', () => {
  it.each([0.5, 2, 10, 13.8, 18, 40, 60])('is the integral over log-uniform clonogens, L = %d', (L) => {
    for (const E of [0, 0.1, 1, 3, 7, 12, 16.348, L - 1, L, L + 1, L + 8, L + 30].filter((e) => e >= 0)) {
      expect(Math.abs(sterilisedResidual(E, L) - bySimpson(E, L))).toBeLessThan(1e-10);
    }
  });

  it('saturates: never NaN, never above 1, at any effect', () => {
    for (const L of [1e-3, 1, 18, 60]) {
      for (const E of [0, 1e-9, L + 44.9, L + 45, L + 45.1, 745, 1e4, 1e300, Infinity]) {
        const control = sterilisedResidual(E, L);
        expect(control).toBeGreaterThanOrEqual(0);
        expect(control).toBeLessThanOrEqual(1);
      }
      expect(sterilisedResidual(Infinity, L)).toBe(1);
      expect(sterilisedResidual(1e300, L)).toBe(1);
    }
  });

  it('rises with the effect and falls with the number of clonogens', () => {
    for (let E = 0; E < 40; E += 0.5) {
      expect(sterilisedResidual(E + 0.5, 18)).toBeGreaterThan(sterilisedResidual(E, 18));
      expect(sterilisedResidual(E, 18.5)).toBeLessThan(sterilisedResidual(E, 18));
    }
  });

  it('without effect spares a patient with a single clonogen with probability e⁻¹', () => {
    expect(sterilisedResidual(0, 1e-6)).toBeCloseTo(Math.exp(-1), 6);
  });

  it('for 1 ≪ E ≪ L is Withers’ straight line (E − γ)/L', () => {
    for (const E of [15, 20, 25, 30])
      expect(sterilisedResidual(E, 60)).toBeCloseTo((E - 0.5772156649) / 60, 7);
  });

  it.each([0.01, 0.25, 0.3, 2, 13.8, 18, 37.7, 60])(
    'as a table is within 1e-9 of the closed form, L = %d',
    (L) => {
      const table = (E: number): number => {
        const column = Float64Array.of(E);
        toSterilised(column, L, 1);
        return column[0];
      };
      let worst = 0;
      for (let E = 0; E < L + 60; E += 0.00371) {
        worst = Math.max(worst, Math.abs(table(E) - sterilisedResidual(E, L)));
      }
      expect(worst).toBeLessThan(1e-9);
      expect(table(Infinity)).toBeCloseTo(1, 10);
      expect(table(1e300)).toBeLessThanOrEqual(1 + 1e-15);
    },
  );
});
