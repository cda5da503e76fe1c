import { strict } from '../../numeric/quantities.ts';
import { createClonogenModel } from '../clonogen-model.ts';
import {
  clonogenChecks,
  clonogenEquations,
  clonogenShape,
  clonogenSymbols,
  freeClonogens,
} from '../clonogen-number.ts';
import { effectOf } from '../effective-dose.ts';
import { defineModel } from '../endpoint-model.ts';

/**
 * Probability in [0, 1] that no clonogen of a tumour survives, their number after treatment being Poisson.
 *
 * @param lnClonogens ln of the expected number before treatment
 * @param effectE E = −ln of the surviving fraction, ≥ 0
 * @see Munro & Gilbert 1961, Br J Radiol 34:246; Webb & Nahum 1993, Phys Med Biol 38:653
 */
export function poissonControl(lnClonogens: number, effectE: number): number {
  // TCP = exp(−N e^−E)
  return Math.exp(-Math.exp(lnClonogens - effectE));
}

export const poisson = defineModel({
  summary: 'Gross disease, Poisson: exp(−N e^−E); N stated, from density and size, or solved from an anchor.',
  reference: 'Munro & Gilbert 1961, Br J Radiol 34:246; Webb & Nahum 1993, Phys Med Biol 38:653',
  equations: ['LC_∞ = exp(−N·e^(−E))', ...clonogenEquations],
  symbols: { ...clonogenSymbols },
  assumptions: [
    'a tumour is controlled when no clonogen survives; survivors are Poisson and independent',
    'homogeneous dose; clonogens differ between patients in radiosensitivity and, where stated, in number by size alone',
    'the number of clonogens and α can hardly be told apart by rates of control',
  ],
  parameters: strict(clonogenShape).check(...clonogenChecks),
  examples: [
    { clonogens: 1e6 },
    { clonogenDensityPerCm3: 1e5 },
    {
      anchor: { schedule: '32 x 2 Gy', rate: 0.435, atYears: 5 },
      lnClonogensPerDoubling: 3,
      referenceSizeCm: 7.5,
    },
  ],
  free: freeClonogens,
  create: (parameters, { free }) =>
    createClonogenModel(parameters, free, (lnN, dose, alphaPerGy, alphaBetaGy) =>
      poissonControl(lnN, effectOf(dose, alphaPerGy, alphaBetaGy)),
    ),
});
