import { requireNonNegative } from '../numeric/require-non-negative.ts';

/** A differential dose–volume histogram: bin i of the organ, a share `volume[i]` of it, receives `doseGy[i]`. */
export interface DoseVolumeHistogram {
  /** Dose of each bin in Gy, ≥ 0. */
  readonly doseGy: readonly number[];
  /** Share of the organ in each bin, ≥ 0; the shares sum to 1. */
  readonly volume: readonly number[];
}

/** How far the shares may be from 1: histograms are printed with few digits. */
export const SHARE_TOLERANCE = 0.005;
/** A mean dose above this is a slip of the unit. */
export const MOST_MEAN_GY = 200;

/**
 * A histogram of these bins, its shares scaled to sum to 1 exactly; empty bins are left out.
 *
 * @throws RangeError for lengths that differ, a negative value, shares that do not sum to 1 within 0.005, or a mean
 * dose above 200 Gy
 */
export function createHistogram(doseGy: readonly number[], volume: readonly number[]): DoseVolumeHistogram {
  if (doseGy.length !== volume.length)
    throw new RangeError(`invalid histogram: ${doseGy.length} doses and ${volume.length} volumes`);
  for (const dose of doseGy) requireNonNegative('doseGy', dose);
  for (const share of volume) requireNonNegative('volume', share);
  const total = volume.reduce((sum, share) => sum + share, 0);
  if (!(Math.abs(total - 1) <= SHARE_TOLERANCE))
    throw new RangeError(`invalid volume: the shares sum to ${shown(total)} (must be 1)`);
  const filled = volume.map((_, i) => i).filter((i) => volume[i] > 0);
  const histogram = { doseGy: filled.map((i) => doseGy[i]), volume: filled.map((i) => volume[i] / total) };
  const mean = meanDoseGy(histogram);
  if (mean > MOST_MEAN_GY)
    throw new RangeError(`invalid doseGy: the mean is ${shown(mean)} Gy (is it in cGy?)`);
  return histogram;
}

/** Mean dose in Gy. */
export function meanDoseGy({ doseGy, volume }: DoseVolumeHistogram): number {
  // Σ vᵢ dᵢ
  return doseGy.reduce((sum, dose, i) => sum + volume[i] * dose, 0);
}

const shown = (value: number): number => Number(value.toPrecision(4));
