import { positive, probability, strict } from '../../numeric/quantities.ts';
import { anchorSymbols, controlAnchorSchema } from '../anchor-schema.ts';
import { defineModel } from '../endpoint-model.ts';
import { createEqd2Model } from '../eqd2-model.ts';
import { exactlyOne } from '../one-of.ts';

/**
 * Control in [floor, 1] of subclinical disease: rises in a straight line with EQD2, from what surgery alone controls.
 *
 * @see Withers, Peters & Taylor 1995, IJROBP 31:353
 */
export function withersControl(eqd2Gy: number, d100Gy: number, floor: number): number {
  // LC = c + (1 − c) min(1, EQD2/D100)
  return floor + (1 - floor) * Math.min(1, eqd2Gy / d100Gy);
}

export const withersLinear = defineModel({
  summary: 'Straight line in EQD2 above a surgery-alone floor: c + (1 − c) min(1, EQD2/D100).',
  reference: 'Withers, Peters & Taylor 1995, IJROBP 31:353',
  equations: ['LC_∞ = c + (1 − c)·min(1, EQD2/D_100)'],
  symbols: { ...anchorSymbols, surgeryAlone: 'c', d100Gy: 'D_100' },
  assumptions: [
    'radiotherapy adds to what surgery alone controls in proportion to EQD2, until all are controlled at D100',
  ],
  parameters: strict({
    surgeryAlone: probability('long-run control by surgery alone; 0 where left out').max(0.999).default(0),
    anchor: controlAnchorSchema.optional(),
    d100Gy: positive('EQD2 in Gy from which all are controlled').optional(),
  }).check(exactlyOne('anchor', 'd100Gy')),
  examples: [
    { surgeryAlone: 0.72, d100Gy: 65 },
    { surgeryAlone: 0.7, anchor: { schedule: '25 x 2 Gy', rate: 0.93 } },
  ],
  free: { name: 'ln D100 (Gy)', parameter: 'd100Gy', isLogarithm: true, low: -7, high: 23 },
  create: ({ surgeryAlone, d100Gy }, { free }) => {
    const d100 = d100Gy ?? Math.exp(free!);
    return createEqd2Model((eqd2Gy) => withersControl(eqd2Gy, d100, surgeryAlone));
  },
});
