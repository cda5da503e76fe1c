import { differenceScore } from './difference-score.ts';
import { type RejectionRegion, rejectionProbability, rejectionRegion } from './rejection-region.ts';
import type { TwoArmCounts } from './tests/definition.ts';
import { worstTypeIError } from './worst-type-i-error.ts';

/** Scores nearer to each other than this are one: rounding moves a score by less than 1e-10. */
const SCORE_STEP = 1e-9;

/**
 * The largest region {score ≥ critical score} whose probability stays within `level` for every control rate on the
 * border of the null hypothesis: the rejection region of the exact unconditional score test.
 *
 * The critical score is first found for a few control rates; the rate at which the region found is worst joins them, until
 * no rate is left at which it exceeds the level.
 *
 * @param level one-sided, in (0, 0.5)
 * @see Suissa & Shuster 1985, J R Stat Soc A 148:317 (margin 0); Chan 1998, Statistics in Medicine 17:1403 (a margin)
 */
export function exactScoreRegion(
  controlSize: number,
  experimentalSize: number,
  margin: number,
  level: number,
): RejectionRegion {
  const scores = new Map<number, number>();
  const scoreOf = (counts: TwoArmCounts): number => {
    const table = counts.controlSuccesses * (experimentalSize + 1) + counts.experimentalSuccesses;
    const known = scores.get(table) ?? differenceScore(counts, margin);
    scores.set(table, known);
    return known;
  };
  const regionAt = (critical: number): RejectionRegion =>
    rejectionRegion((counts) => scoreOf(counts) >= critical, true, controlSize, experimentalSize);
  const best = {
    controlSuccesses: 0,
    controlSize,
    experimentalSuccesses: experimentalSize,
    experimentalSize,
  };
  const empty = differenceScore(best, margin) + 1;
  const rates = [0.1, 0.5, 0.9].map((share) => margin + (1 - margin) * share);
  const keeps = (critical: number): boolean => {
    const region = regionAt(critical);
    return rates.every((rate) => rejectionProbability(region, rate, rate - margin) <= level);
  };
  for (let least = 0; ; ) {
    let [low, high] = [least, empty];
    while (high - low > SCORE_STEP) {
      const middle = (low + high) / 2;
      if (keeps(middle)) high = middle;
      else low = middle;
    }
    const region = regionAt(high);
    const { typeIError, controlRate } = worstTypeIError(region, margin);
    if (typeIError <= level) return region;
    rates.unshift(controlRate);
    least = high;
  }
}
