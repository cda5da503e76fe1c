import { normalisedSlope, positive, strict } from '../../numeric/quantities.ts';
import { createDoseRiskModel } from '../dose-risk-model.ts';
import { createEqd2Histogram } from '../dvh-schema.ts';
import { defineModel } from '../endpoint-model.ts';
import { generalisedEud } from '../generalised-eud.ts';
import { exactlyOne } from '../one-of.ts';
import { organAssumptions, organEquations, organShape, organSymbols } from '../organ-shape.ts';
import { logLogisticRisk } from './log-logistic.ts';

export const niemierko = defineModel({
  summary: 'Niemierko from a dose–volume histogram: 1/(1 + (TD50/gEUD)^(4 γ50)), in EQD2.',
  reference: 'Niemierko 1999, Med Phys 26:1100',
  equations: ['P_0 = 1/(1 + (TD_50/gEUD)^(4·γ_50))', 'gEUD = (∑_i v_i·D_i^a)^(1/a)', ...organEquations],
  symbols: { ...organSymbols, gamma50: 'γ_50', a: 'a', td50Gy: 'TD_50' },
  assumptions: organAssumptions,
  parameters: strict({
    ...organShape,
    gamma50: normalisedSlope('normalised slope at TD50, without unit'),
    a: positive('volume parameter: 1 follows the mean dose, large values the largest').max(1000),
    td50Gy: positive('uniform EQD2 in Gy that harms half').optional(),
  }).check(exactlyOne('anchor', 'td50Gy')),
  examples: [
    {
      dvh: { doseGy: [10, 30, 50], volume: [0.5, 0.3, 0.2], prescribedGy: 50 },
      td50Gy: 60,
      gamma50: 2,
      a: 8,
    },
    {
      dvh: { doseGy: [0, 25, 50], volume: [0.3, 0.3, 0.4], prescribedGy: 50 },
      anchor: { schedule: '25 x 2 Gy', rate: 0.067 },
      gamma50: 1.5,
      a: 1,
      oddsRatios: { lowerLimb: 1.5 },
    },
  ],
  free: { name: 'ln TD50 (Gy)', parameter: 'td50Gy', isLogarithm: true, low: -20, high: 30 },
  create: ({ dvh, alphaBetaGy, gamma50, a, td50Gy, oddsRatios }, { levels, free }) => {
    const td50 = td50Gy ?? Math.exp(free!);
    const eqd2Histogram = createEqd2Histogram(dvh, alphaBetaGy);
    return createDoseRiskModel(
      (dose) => logLogisticRisk(generalisedEud(eqd2Histogram(dose), a), td50, gamma50),
      oddsRatios,
      levels,
    );
  },
});
