import { normalisedSlope, positive, probability, strict } from '../../numeric/quantities.ts';
import { anchorSymbols, controlAnchorSchema } from '../anchor-schema.ts';
import { defineModel } from '../endpoint-model.ts';
import { createEqd2Model } from '../eqd2-model.ts';
import { exactlyOne } from '../one-of.ts';

/** Control in [floor, 1] at an EQD2: log-logistic above what surgery alone controls. */
function logLogisticControl(eqd2Gy: number, d50Gy: number, gamma50: number, floor: number): number {
  // LC = c + (1 − c)/(1 + (D50/EQD2)^(4 γ50))
  return floor + (1 - floor) / (1 + Math.exp(4 * gamma50 * Math.log(d50Gy / eqd2Gy)));
}

export const logLogistic = defineModel({
  summary: 'Log-logistic in EQD2 above a surgery-alone floor: c + (1 − c)/(1 + (D50/EQD2)^(4 γ50)).',
  reference:
    'Bentzen & Tucker 1997, Int J Radiat Biol 71:531 (dose-response slopes); floor added for surgery',
  equations: ['LC_∞ = c + (1 − c)/(1 + (D_50/EQD2)^(4·γ_50))'],
  symbols: { ...anchorSymbols, surgeryAlone: 'c', gamma50: 'γ_50', d50Gy: 'D_50' },
  assumptions: ['radiotherapy adds to what surgery alone controls, by a log-logistic curve in EQD2'],
  parameters: strict({
    surgeryAlone: probability('long-run control by surgery alone; 0 where left out').max(0.999).default(0),
    gamma50: normalisedSlope('normalised slope at D50, without unit'),
    anchor: controlAnchorSchema.optional(),
    d50Gy: positive('EQD2 in Gy half-way between the floor and 1').optional(),
  }).check(exactlyOne('anchor', 'd50Gy')),
  examples: [
    { surgeryAlone: 0.708, gamma50: 0.37, d50Gy: 21 },
    { surgeryAlone: 0.7, gamma50: 0.8, anchor: { schedule: '25 x 2 Gy', rate: 0.93 } },
  ],
  free: { name: 'ln D50 (Gy)', parameter: 'd50Gy', isLogarithm: true, low: -20, high: 30 },
  create: ({ surgeryAlone, gamma50, d50Gy }, { free }) => {
    const d50 = d50Gy ?? Math.exp(free!);
    return createEqd2Model((eqd2Gy) => logLogisticControl(eqd2Gy, d50, gamma50, surgeryAlone));
  },
});
