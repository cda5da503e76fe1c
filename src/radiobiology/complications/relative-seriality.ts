import { normalisedSlope, positive, strict } from '../../numeric/quantities.ts';
import { createDoseRiskModel } from '../dose-risk-model.ts';
import type { DoseVolumeHistogram } from '../dose-volume-histogram.ts';
import { createEqd2Histogram } from '../dvh-schema.ts';
import { defineModel } from '../endpoint-model.ts';
import { exactlyOne } from '../one-of.ts';
import { organAssumptions, organEquations, organShape, organSymbols } from '../organ-shape.ts';
import { lnPoissonDoseResponse } from '../poisson-dose-response.ts';

/**
 * Probability in [0, 1] of a complication by the relative seriality model.
 *
 * @param d50Gy uniform dose in Gy that harms half
 * @param maxGamma greatest normalised slope of the response to a uniform dose
 * @param seriality s: 1 is serial, near 0 parallel
 * @see Källman, Ågren & Brahme 1992, Int J Radiat Biol 62:249
 */
export function relativeSerialityRisk(
  { doseGy, volume }: DoseVolumeHistogram,
  d50Gy: number,
  maxGamma: number,
  seriality: number,
): number {
  let lnSpared = 0;
  for (let i = 0; i < doseGy.length; i++) {
    // Π (1 − Pᵢ^s)^vᵢ
    const lnRisk = lnPoissonDoseResponse(doseGy[i], d50Gy, maxGamma);
    if (volume[i] > 0) lnSpared += volume[i] * lnOneMinusExp(seriality * lnRisk);
  }
  // NTCP = [1 − Π (1 − Pᵢ^s)^vᵢ]^(1/s)
  return Math.exp(lnOneMinusExp(lnSpared) / seriality);
}

/** ln(1 − e^x) for x ≤ 0, without loss of digits at either end. */
function lnOneMinusExp(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}

export const relativeSeriality = defineModel({
  summary:
    'Relative seriality from a dose–volume histogram: [1 − Π(1 − P(dᵢ)^s)^vᵢ]^(1/s), Poisson P, in EQD2.',
  reference: 'Källman, Ågren & Brahme 1992, Int J Radiat Biol 62:249',
  equations: [
    'P_0 = (1 − ∏_i (1 − P_i^s)^(v_i))^(1/s)',
    'P_i = 2^(−exp(e·γ·(1 − D_i/D_50)))',
    ...organEquations,
  ],
  symbols: { ...organSymbols, maxGamma: 'γ', seriality: 's', d50Gy: 'D_50' },
  assumptions: organAssumptions,
  parameters: strict({
    ...organShape,
    maxGamma: normalisedSlope('greatest normalised slope, where the risk is 37 %, without unit'),
    seriality: positive('s: 1 is serial, near 0 parallel').min(1e-4).max(100),
    d50Gy: positive('uniform EQD2 in Gy that harms half').optional(),
  }).check(exactlyOne('anchor', 'd50Gy')),
  examples: [
    {
      dvh: { doseGy: [10, 30, 50], volume: [0.5, 0.3, 0.2], prescribedGy: 50 },
      d50Gy: 60,
      maxGamma: 1.5,
      seriality: 1,
    },
    {
      dvh: { doseGy: [0, 25, 50], volume: [0.3, 0.3, 0.4], prescribedGy: 50 },
      anchor: { schedule: '25 x 2 Gy', rate: 0.067 },
      maxGamma: 1.5,
      seriality: 0.1,
      oddsRatios: { lowerLimb: 1.5 },
    },
  ],
  free: { name: 'ln D50 (Gy)', parameter: 'd50Gy', isLogarithm: true, low: -7, high: 23 },
  create: ({ dvh, alphaBetaGy, maxGamma, seriality, d50Gy, oddsRatios }, { levels, free }) => {
    const d50 = d50Gy ?? Math.exp(free!);
    const eqd2Histogram = createEqd2Histogram(dvh, alphaBetaGy);
    return createDoseRiskModel(
      (dose) => relativeSerialityRisk(eqd2Histogram(dose), d50, maxGamma, seriality),
      oddsRatios,
      levels,
    );
  },
});
