import { z } from 'zod';
import { positive, strict } from '../numeric/quantities.ts';
import { createHistogram, type DoseVolumeHistogram, meanDoseGy } from './dose-volume-histogram.ts';
import { type EffectiveDose, eqd2Of } from './effective-dose.ts';

/** An organ's mean dose above this multiple of the prescribed one is a slip: of the unit, or of total and fraction. */
const MOST_MEAN_SHARE = 1.5;

/** @throws RangeError if the bins make no histogram, or their doses cannot be those of a plan for `prescribedGy` */
function requirePlan(doseGy: readonly number[], volume: readonly number[], prescribedGy: number): void {
  const meanGy = meanDoseGy(createHistogram(doseGy, volume));
  if (meanGy <= MOST_MEAN_SHARE * prescribedGy) return;
  const shown = Number(meanGy.toPrecision(4));
  throw new RangeError(
    `invalid prescribedGy: ${prescribedGy} (the mean dose is ${shown} Gy; it is the total dose of the plan, in Gy)`,
  );
}

/** The histogram of an organ in a plan for a stated prescription. */
export const dvhSchema = strict({
  doseGy: z.array(z.number().min(0)).min(1).describe('total dose of each bin in Gy'),
  volume: z.array(z.number().min(0)).min(1).describe('share of the organ in each bin; they sum to 1'),
  prescribedGy: positive('total dose in Gy that the plan of this histogram prescribed'),
})
  .check(({ value, issues }) => {
    if (issues.length > 0) return;
    try {
      requirePlan(value.doseGy, value.volume, value.prescribedGy);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      issues.push({ code: 'custom', input: value, message: error.message });
    }
  })
  .describe('differential dose–volume histogram of the organ');

/**
 * The histogram in EQD2 that a course gives: each bin receives its share of every fraction, and is converted before
 * anything is averaged over bins.
 */
export function createEqd2Histogram(
  { doseGy, volume, prescribedGy }: z.output<typeof dvhSchema>,
  alphaBetaGy: number,
): (dose: EffectiveDose) => DoseVolumeHistogram {
  const histogram = createHistogram(doseGy, volume);
  const shares = histogram.doseGy.map((binGy) => binGy / prescribedGy);
  return (dose) => ({
    doseGy: shares.map((share) => eqd2Of(dose, alphaBetaGy, share)),
    volume: histogram.volume,
  });
}
