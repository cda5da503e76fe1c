import { requirePositive } from '../numeric/require-argument.ts';
import { requireBlocks } from '../numeric/require-block.ts';
import { shownValue } from '../numeric/shown-value.ts';

/** β in Gy⁻² that the published index fixes. */
const FIXED_BETA_PER_GY2 = 0.05;
/** The radiosensitivity index was trained on survival after one fraction of 2 Gy. */
const INDEX_DOSE_GY = 2;

/** Equal fractions. */
export interface EqualFractions {
  readonly count: number;
  readonly doseGy: number;
}

/**
 * α in Gy⁻¹ from the radiosensitivity index, read as survival after 2 Gy; below 0 for an index above e^(−4β).
 *
 * @param rsi radiosensitivity index in (0, 1); low is sensitive
 * @throws RangeError for an argument out of range
 * @see Scott 2017, Lancet Oncol 18:202
 */
export function alphaFromRsi(rsi: number, betaPerGy2 = FIXED_BETA_PER_GY2): number {
  if (!(Number.isFinite(rsi) && rsi > 0 && rsi < 1))
    throw new RangeError(`invalid rsi: ${shownValue(rsi)} (must be in (0, 1))`);
  // α = −ln RSI/2 − 2β
  return -Math.log(rsi) / INDEX_DOSE_GY - INDEX_DOSE_GY * requirePositive('betaPerGy2', betaPerGy2);
}

/**
 * Genomic adjusted radiation dose, without unit: the effect of a schedule on cells of this index. It knows neither the
 * number of clonogens nor repopulation.
 *
 * @param schedule numbers of equal fractions with their doses in Gy
 * @param rsi radiosensitivity index in (0, 1); low is sensitive
 * @param betaPerGy2 β in Gy⁻², > 0
 * @throws RangeError for an argument out of range
 * @see Scott 2017, Lancet Oncol 18:202; Eschrich 2009, IJROBP 75:489 (the index)
 * @example
 * ```ts
 * import { gard } from 'isoeffect';
 *
 * console.log(gard([{ count: 25, doseGy: 2 }], 0.4).toFixed(2)); // 22.91
 * ```
 */
export function gard(
  schedule: readonly EqualFractions[],
  rsi: number,
  betaPerGy2 = FIXED_BETA_PER_GY2,
): number {
  const alphaPerGy = alphaFromRsi(rsi, betaPerGy2);
  let sum = 0;
  for (const { count, doseGy } of requireBlocks('schedule', schedule)) {
    requirePositive('count', count);
    requirePositive('doseGy', doseGy);
    // GARD = Σ n d(α + βd)
    sum += count * doseGy * (alphaPerGy + betaPerGy2 * doseGy);
  }
  return sum;
}
