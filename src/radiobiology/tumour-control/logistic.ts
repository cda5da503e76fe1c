import { normalisedSlope, positive, strict } from '../../numeric/quantities.ts';
import { anchorSymbols, controlAnchorSchema } from '../anchor-schema.ts';
import { defineModel } from '../endpoint-model.ts';
import { createEqd2Model } from '../eqd2-model.ts';
import { exactlyOne } from '../one-of.ts';

/** Control in [0, 1] at an EQD2: logistic in dose, with normalised slope γ50 at D50. */
export function logisticControl(eqd2Gy: number, d50Gy: number, gamma50: number): number {
  // TCP = 1/(1 + exp(4 γ50 (1 − EQD2/D50)))
  return 1 / (1 + Math.exp(4 * gamma50 * (1 - eqd2Gy / d50Gy)));
}

export const logistic = defineModel({
  summary: 'Logistic, linear in EQD2: 1/(1 + exp(4 γ50 (1 − EQD2/D50))), D50 given or solved from an anchor.',
  reference: 'Okunieff 1995, IJROBP 32:1227; Niemierko 1999, Med Phys 26:1100',
  equations: ['LC_∞ = 1/(1 + exp(4·γ_50·(1 − EQD2/D_50)))'],
  symbols: { ...anchorSymbols, gamma50: 'γ_50', d50Gy: 'D_50' },
  assumptions: [
    'local control follows EQD2 alone, by a logistic curve; γ50 for sarcoma is conventional, not measured',
  ],
  parameters: strict({
    gamma50: normalisedSlope('normalised slope at D50, without unit'),
    anchor: controlAnchorSchema.optional(),
    d50Gy: positive('EQD2 in Gy that controls half of such patients').optional(),
  }).check(exactlyOne('anchor', 'd50Gy')),
  examples: [
    { gamma50: 1.5, anchor: { schedule: '25 x 2 Gy', rate: 0.93, atYears: 3 } },
    { gamma50: 1.5, d50Gy: 35 },
  ],
  free: { name: 'ln D50 (Gy)', parameter: 'd50Gy', isLogarithm: true, low: -7, high: 23 },
  create: ({ gamma50, d50Gy }, { free }) => {
    const d50 = d50Gy ?? Math.exp(free!);
    return createEqd2Model((eqd2Gy) => logisticControl(eqd2Gy, d50, gamma50));
  },
});
