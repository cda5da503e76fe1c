import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelDefinition } from '../../src/radiobiology/endpoint-model.ts';
import {
  lnPoissonDoseResponse,
  maxGammaFromGamma50,
  poissonDoseResponse,
} from '../../src/radiobiology/poisson-dose-response.ts';
import { poissonDose } from '../../src/radiobiology/tumour-control/poisson-dose.ts';
import { withersControl, withersLinear } from '../../src/radiobiology/tumour-control/withers-linear.ts';
import { check } from '../fixtures/check-property.ts';
import { plainArm } from '../fixtures/effective-dose.ts';

const doseGy = fc.double({ min: 0, max: 200, noNaN: true });
const d50Gy = fc.double({ min: 10, max: 90, noNaN: true });
const gamma = fc.double({ min: 0.1, max: 8, noNaN: true });

/** Control after n × d Gy of patients with these α/β. */
function controls(
  definition: ModelDefinition,
  parameters: object,
  alphaBetaGy: readonly number[],
  [n, d]: [number, number],
  free?: number,
): number[] {
  const model = definition.create(definition.parameters.parse(parameters), {
    levels: {},
    ...(free !== undefined && { free }),
  });
  const out = new Float64Array(alphaBetaGy.length);
  model.probabilities(plainArm(n, d), { alphaBetaGy: Float64Array.from(alphaBetaGy) }, out, out.length);
  return [...out];
}

describe('Poisson dose response', () => {
  it('has the published values of its two slopes', () => {
    expect(poissonDoseResponse(64, 60, 1.5)).toBeCloseTo(0.5896843568808042, 12);
    expect(poissonDoseResponse(64, 60, maxGammaFromGamma50(1.5))).toBeCloseTo(0.5948683911154855, 12);
  });

  it('is one half at D50, with the normalised slope γ50 there', () => {
    check(
      fc.property(d50Gy, gamma, (d50, gamma50) => {
        const at = (dose: number) => poissonDoseResponse(dose, d50, maxGammaFromGamma50(gamma50));
        expect(at(d50)).toBeCloseTo(0.5, 12);
        const step = 1e-5 * d50;
        expect((d50 * (at(d50 + step) - at(d50 - step))) / (2 * step) / gamma50).toBeCloseTo(1, 6);
      }),
    );
  });

  it('is nowhere steeper than γ/D50, which it reaches at 1/e', () => {
    check(
      fc.property(d50Gy, gamma, doseGy, (d50, maxGamma, dose) => {
        const slope = (at: number) =>
          (d50 *
            (poissonDoseResponse(at + 1e-4, d50, maxGamma) - poissonDoseResponse(at - 1e-4, d50, maxGamma))) /
          2e-4;
        expect(slope(dose)).toBeLessThanOrEqual(maxGamma * (1 + 1e-6));
        // u ln 2 = 1: exp(eγ(1 − D/D50)) = 1/ln 2
        const steepest = d50 * (1 + Math.log(Math.LN2) / (Math.E * maxGamma));
        expect(poissonDoseResponse(steepest, d50, maxGamma)).toBeCloseTo(Math.exp(-1), 10);
        expect(slope(steepest) / maxGamma).toBeCloseTo(1, 5);
      }),
    );
  });

  it('keeps the digits of its logarithm where it is 0 itself', () => {
    expect(poissonDoseResponse(0, 60, 8)).toBe(0);
    expect(lnPoissonDoseResponse(0, 60, 8)).toBeCloseTo(-Math.LN2 * Math.exp(8 * Math.E), 3);
  });

  it('as a model follows EQD2 by either slope', () => {
    const [byMax, by50] = [
      controls(poissonDose, { maxGamma: 1.5, d50Gy: 60 }, [4.9, 10], [32, 2]),
      controls(poissonDose, { gamma50: 1.5, d50Gy: 60 }, [4.9, 10], [32, 2]),
    ];
    for (const p of byMax) expect(p).toBeCloseTo(0.5896843568808042, 12);
    for (const p of by50) expect(p).toBeCloseTo(0.5948683911154855, 12);
    const anchor = { schedule: '25 x 2 Gy', rate: 0.9 };
    expect(controls(poissonDose, { maxGamma: 1.5, anchor }, [10], [32, 2], Math.log(60))[0]).toBeCloseTo(
      byMax[1],
      12,
    );
  });

  it.each([
    [{ maxGamma: 1.5, gamma50: 1.5, d50Gy: 60 }, /takes one of maxGamma, gamma50, not maxGamma and gamma50/],
    [{ d50Gy: 60 }, /needs one of maxGamma, gamma50/],
    [{ maxGamma: 1.5 }, /needs one of anchor, d50Gy/],
    [{ maxGamma: -1, d50Gy: 60 }, /./],
  ])('refuses %j', (parameters, message) => {
    const parsed = poissonDose.parameters.safeParse(parameters);
    expect(parsed.success).toBe(false);
    expect(parsed.error!.issues.map((issue) => issue.message).join()).toMatch(message);
  });
});

describe('Withers’ straight line', () => {
  it('runs from the floor at no dose to 1 at D100, and stays there', () => {
    expect(withersControl(0, 60, 0.7)).toBe(0.7);
    expect(withersControl(30, 60, 0.7)).toBeCloseTo(0.85, 15);
    expect(withersControl(60, 60, 0.7)).toBe(1);
    expect(withersControl(500, 60, 0.7)).toBe(1);
  });

  it('as a model knows a patient by α/β alone', () => {
    const found = controls(withersLinear, { surgeryAlone: 0.7, d100Gy: 100 }, [3, 10], [5, 6]);
    expect(found[0]).toBeCloseTo(0.7 + 0.3 * 0.54, 12);
    expect(found[1]).toBeCloseTo(0.7 + 0.3 * 0.4, 12);
    const anchor = { schedule: '25 x 2 Gy', rate: 0.9 };
    expect(
      controls(withersLinear, { surgeryAlone: 0.7, anchor }, [3, 10], [5, 6], Math.log(100))[1],
    ).toBeCloseTo(found[1], 12);
  });
});
