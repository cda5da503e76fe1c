import type { DoseVolumeHistogram } from './dose-volume-histogram.ts';

/**
 * Generalised equivalent uniform dose in Gy: the mean dose for a = 1, towards the largest dose for a → ∞ and the
 * smallest for a → −∞. For a < 0 a volume without dose makes it 0.
 *
 * @param a volume parameter, any finite number but 0; 1/n of the Lyman–Kutcher–Burman model
 * @throws RangeError if a is 0 or not finite
 * @see Niemierko 1999, Med Phys 26:1100 (abstract); Kutcher & Burman 1989, IJROBP 16:1623
 */
export function generalisedEud({ doseGy, volume }: DoseVolumeHistogram, a: number): number {
  if (!Number.isFinite(a) || a === 0) throw new RangeError(`invalid a: ${a} (must be finite and not 0)`);
  // The dose that weighs most is taken out, so that no power overflows
  const heaviest = extreme(doseGy, volume, a > 0);
  if (heaviest === 0) return 0;
  let [sum, total] = [0, 0];
  for (let i = 0; i < doseGy.length; i++) {
    total += volume[i];
    // Σ vᵢ dᵢ^a
    if (volume[i] > 0) sum += volume[i] * Math.exp(a * Math.log(doseGy[i] / heaviest));
  }
  // gEUD = (Σ vᵢ dᵢ^a)^(1/a)
  return heaviest * Math.exp(Math.log(sum / total) / a);
}

/** Largest or smallest dose in Gy that some volume receives. */
function extreme(doseGy: readonly number[], volume: readonly number[], largest: boolean): number {
  let found = largest ? 0 : Infinity;
  doseGy.forEach((dose, i) => {
    if (volume[i] > 0) found = largest ? Math.max(found, dose) : Math.min(found, dose);
  });
  return found;
}
