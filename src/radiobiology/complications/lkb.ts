import { normalCdf } from '../../numeric/normal-cdf.ts';
import { positive, strict } from '../../numeric/quantities.ts';
import { createDoseRiskModel } from '../dose-risk-model.ts';
import { createEqd2Histogram } from '../dvh-schema.ts';
import { defineModel } from '../endpoint-model.ts';
import { generalisedEud } from '../generalised-eud.ts';
import { exactlyOne } from '../one-of.ts';
import { organAssumptions, organEquations, organShape, organSymbols } from '../organ-shape.ts';

/**
 * Probability in [0, 1] of a complication by the Lyman–Kutcher–Burman model.
 *
 * @param geudGy generalised equivalent uniform dose in Gy, with a = 1/n
 * @param td50Gy uniform dose in Gy that harms half
 * @param m spread of the tolerance as a share of TD50, > 0
 * @see Lyman 1985, Radiat Res 104:S13; Kutcher & Burman 1989, IJROBP 16:1623
 */
export function lkbRisk(geudGy: number, td50Gy: number, m: number): number {
  // NTCP = Φ((gEUD − TD50)/(m TD50))
  return normalCdf((geudGy / td50Gy - 1) / m);
}

export const lkb = defineModel({
  summary: 'Lyman–Kutcher–Burman from a dose–volume histogram: Φ((gEUD − TD50)/(m TD50)), a = 1/n, in EQD2.',
  reference: 'Lyman 1985, Radiat Res 104:S13; Kutcher & Burman 1989, IJROBP 16:1623',
  equations: ['P_0 = Φ((gEUD − TD_50)/(m·TD_50))', 'gEUD = (∑_i v_i·D_i^(1/n))^n', ...organEquations],
  symbols: { ...organSymbols, m: 'm', n: 'n', td50Gy: 'TD_50' },
  assumptions: organAssumptions,
  parameters: strict({
    ...organShape,
    m: positive('spread of the tolerance as a share of TD50'),
    n: positive('volume parameter: 1 follows the mean dose, near 0 the largest').min(0.001),
    td50Gy: positive('uniform EQD2 in Gy that harms half').optional(),
  }).check(exactlyOne('anchor', 'td50Gy')),
  examples: [
    {
      dvh: { doseGy: [10, 30, 50], volume: [0.5, 0.3, 0.2], prescribedGy: 50 },
      td50Gy: 60,
      m: 0.3,
      n: 0.25,
    },
    {
      dvh: { doseGy: [0, 25, 50], volume: [0.3, 0.3, 0.4], prescribedGy: 50 },
      anchor: { schedule: '25 x 2 Gy', rate: 0.067 },
      m: 0.25,
      n: 1,
      oddsRatios: { lowerLimb: 1.5 },
    },
  ],
  free: { name: 'ln TD50 (Gy)', parameter: 'td50Gy', isLogarithm: true, low: -7, high: 23 },
  create: ({ dvh, alphaBetaGy, m, n, td50Gy, oddsRatios }, { levels, free }) => {
    const td50 = td50Gy ?? Math.exp(free!);
    const eqd2Histogram = createEqd2Histogram(dvh, alphaBetaGy);
    return createDoseRiskModel(
      (dose) => lkbRisk(generalisedEud(eqd2Histogram(dose), 1 / n), td50, m),
      oddsRatios,
      levels,
    );
  },
});
