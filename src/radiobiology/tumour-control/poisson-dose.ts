import { normalisedSlope, positive, strict } from '../../numeric/quantities.ts';
import { anchorSymbols, controlAnchorSchema } from '../anchor-schema.ts';
import { defineModel } from '../endpoint-model.ts';
import { createEqd2Model } from '../eqd2-model.ts';
import { exactlyOne } from '../one-of.ts';
import { maxGammaFromGamma50, poissonDoseResponse } from '../poisson-dose-response.ts';

export const poissonDose = defineModel({
  summary: 'Poisson in EQD2: 2^−exp(eγ(1 − EQD2/D50)), by its greatest slope γ or by the slope at D50.',
  reference: 'Källman, Ågren & Brahme 1992, Int J Radiat Biol 62:249',
  equations: ['LC_∞ = 2^(−exp(e·γ·(1 − EQD2/D_50)))', 'γ = (2·γ_50)/(e·ln 2)'],
  symbols: { ...anchorSymbols, maxGamma: 'γ', gamma50: 'γ_50', d50Gy: 'D_50' },
  assumptions: [
    'local control follows EQD2 alone, by a Poisson curve; the slopes maxGamma and gamma50 are not the same number',
  ],
  parameters: strict({
    maxGamma: normalisedSlope('greatest normalised slope, where control is 37 %, without unit').optional(),
    gamma50: normalisedSlope('normalised slope at D50, without unit').optional(),
    anchor: controlAnchorSchema.optional(),
    d50Gy: positive('EQD2 in Gy that controls half of such patients').optional(),
  }).check(exactlyOne('maxGamma', 'gamma50'), exactlyOne('anchor', 'd50Gy')),
  examples: [
    { maxGamma: 1.5, d50Gy: 35 },
    { gamma50: 1.5, anchor: { schedule: '25 x 2 Gy', rate: 0.93, atYears: 3 } },
  ],
  free: { name: 'ln D50 (Gy)', parameter: 'd50Gy', isLogarithm: true, low: -7, high: 23 },
  create: ({ maxGamma, gamma50, d50Gy }, { free }) => {
    const d50 = d50Gy ?? Math.exp(free!);
    const gamma = maxGamma ?? maxGammaFromGamma50(gamma50!);
    return createEqd2Model((eqd2Gy) => poissonDoseResponse(eqd2Gy, d50, gamma));
  },
});
