import { toExponentials } from '../../numeric/columns/exponentials.ts';
import { exponentialIntegralOfExp } from '../../numeric/exponential-integral.ts';
import { positive, probability, strict } from '../../numeric/quantities.ts';
import { toE1Differences } from '../../numeric/tabulated-e1-of-exp.ts';
import { anchorSymbols, controlAnchorSchema } from '../anchor-schema.ts';
import { type ArmDose, type Columns, defineModel } from '../endpoint-model.ts';
import { fillEffects } from '../fill-effects.ts';
import { exactlyOne } from '../one-of.ts';

/** Beyond E = L + 45 fewer than e^−45 clonogens are expected to survive. */
const CERTAIN_MARGIN = 45;
/** Below it the difference of two table values, divided by L, would lose digits. */
const LEAST_TABULATED = 0.25;

/**
 * Probability in [0, 1] that an effect E sterilises residual disease whose clonogen number is log-uniform on [1, e^L].
 *
 * @param effectE E = −ln of the surviving fraction, ≥ 0
 * @param maxLnClonogens L, > 0
 * @see Withers, Peters & Taylor 1995, IJROBP 31:353 (the log-uniform number); closed form by integrating exp(−M e^−E)
 */
export function sterilisedResidual(effectE: number, maxLnClonogens: number): number {
  // TCP = [E₁(e^−E) − E₁(e^(L−E))]/L
  if (effectE > maxLnClonogens + CERTAIN_MARGIN) return 1;
  const all = exponentialIntegralOfExp(effectE) - exponentialIntegralOfExp(effectE - maxLnClonogens);
  return Math.min(1, all / maxLnClonogens);
}

/**
 * Turns the first `count` effects E of a column into {@link sterilisedResidual}, by a table that serves every L; its error
 * stays below 1e-9, tested.
 */
export function toSterilised(effects: Float64Array, maxLnClonogens: number, count: number): void {
  if (maxLnClonogens < LEAST_TABULATED) {
    for (let i = 0; i < count; i++) effects[i] = sterilisedResidual(effects[i], maxLnClonogens);
    return;
  }
  toE1Differences(effects, maxLnClonogens, maxLnClonogens + CERTAIN_MARGIN, count);
  for (let i = 0; i < count; i++) effects[i] = Math.min(1, effects[i] / maxLnClonogens);
}

export const residualDisease = defineModel({
  summary:
    'Residual clonogens after surgery, log-uniform in number, that preoperative radiotherapy must sterilise.',
  reference:
    'Withers, Peters & Taylor 1995, IJROBP 31:353; defaults fitted to 14 published schedules and two surgery-alone series',
  equations: ['LC_∞ = 1 − q·(1 − TCP)', 'TCP = (E_1(e^(−E)) − E_1(e^(L − E)))/L', 'ln M ~ Uniform(0, L)'],
  symbols: { ...anchorSymbols, residualProbability: 'q', maxLnClonogens: 'L' },
  assumptions: [
    'a share of patients keeps clonogens in the bed; their number is log-uniform from 1 up; Poisson survival',
    'radiosensitivity from in-vitro lines transfers to patients; homogeneous dose, no hypoxia, no effect of margin status beyond the residual share',
  ],
  parameters: strict({
    residualProbability: probability('probability q that clonogens are left without radiotherapy').optional(),
    anchor: controlAnchorSchema.optional().describe('solves the residual probability'),
    maxLnClonogens: positive('L: natural logarithm of the largest number of residual clonogens')
      .max(60)
      .default(18),
  }).check(exactlyOne('residualProbability', 'anchor')),
  examples: [
    { residualProbability: 0.28, maxLnClonogens: 18 },
    { anchor: { schedule: '25 x 2 Gy', rate: 0.94 } },
  ],
  free: { name: 'residual probability', parameter: 'residualProbability', low: 0, high: 1 },
  create: ({ residualProbability, maxLnClonogens }, { free }) => {
    const q = residualProbability ?? free!;
    const fill = (
      arm: ArmDose,
      patients: Columns,
      addedEffect: number,
      out: Float64Array,
      count: number,
    ): void => {
      fillEffects(arm, patients, out, count);
      if (addedEffect !== 0) for (let i = 0; i < count; i++) out[i] += addedEffect;
      toSterilised(out, maxLnClonogens, count);
      // LC∞ = 1 − q(1 − TCP)
      for (let i = 0; i < count; i++) out[i] = 1 - q * (1 - out[i]);
    };
    return {
      reads: ['alphaPerGy', 'alphaBetaGy'],
      latents: ['residual', 'clonogens'],
      // Without residual disease nothing fails; the table may be off by 1e-9
      settled: { openBelow: q, least: 1 - q - 1e-9 },
      probabilities: (arm, patients, out, count) => fill(arm, patients, 0, out, count),
      // Given M it is exp(−F·M e^−E): as if E were larger by −ln F
      promotionProbabilities: (arm, patients, shown, out, count) =>
        fill(arm, patients, -Math.log(shown), out, count),
      probabilitiesGiven: (arm, patients, [residual, clonogens], out, count) => {
        fillEffects(arm, patients, out, count);
        // P(no survivor | M) = exp(−M e^−E), M = e^(L u)
        for (let i = 0; i < count; i++) out[i] = maxLnClonogens * clonogens[i] - out[i];
        toExponentials(out, count);
        toExponentials(out, count, 0, -1);
        // 1 without residual disease
        for (let i = 0; i < count; i++) out[i] = Math.max(out[i], Number(residual[i] >= q));
      },
    };
  },
});
