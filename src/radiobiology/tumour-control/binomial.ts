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
 * Probability in [0, 1] that none of a tumour's clonogens survives, their number before treatment being fixed.
 *
 * @param lnClonogens ln of their number
 * @param effectE E = −ln of the surviving fraction; at or below 0 nothing is killed in the end, and control is 0
 * @see Webb & Nahum 1993, Phys Med Biol 38:653 (the Poisson limit)
 */
export function binomialControl(lnClonogens: number, effectE: number): number {
  if (effectE <= 0) return 0;
  // TCP = (1 − S)^N = exp(−e^(ln N + ln(−ln(1 − S)))), S = e^−E
  const lnKilled = effectE < Math.LN2 ? Math.log(-Math.expm1(-effectE)) : Math.log1p(-Math.exp(-effectE));
  return Math.exp(-Math.exp(lnClonogens + Math.log(-lnKilled)));
}

export const binomial = defineModel({
  summary:
    'Gross disease, binomial: (1 − e^−E)^N; N stated, from density and size, or solved from an anchor.',
  reference: 'Webb & Nahum 1993, Phys Med Biol 38:653 (as the exact form of its Poisson limit)',
  equations: ['LC_∞ = (1 − e^(−E))^N', ...clonogenEquations],
  symbols: { ...clonogenSymbols },
  assumptions: [
    'a tumour is controlled when no clonogen survives; each of a fixed number survives independently',
    'homogeneous dose; clonogens differ between patients in radiosensitivity and, where stated, in number by size alone',
    'the number of clonogens and α can hardly be told apart by rates of control',
  ],
  parameters: strict(clonogenShape).check(...clonogenChecks),
  examples: [
    { clonogens: 1e6 },
    { clonogenDensityPerCm3: 1e5, lnClonogensPerDoubling: 3 },
    { anchor: { schedule: '32 x 2 Gy', rate: 0.435, atYears: 5 } },
  ],
  free: freeClonogens,
  create: (parameters, { free }) =>
    createClonogenModel(parameters, free, (lnN, dose, alphaPerGy, alphaBetaGy) =>
      binomialControl(lnN, effectOf(dose, alphaPerGy, alphaBetaGy)),
    ),
});
