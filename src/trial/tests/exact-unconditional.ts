import { exactScoreRegion } from '../exact-score-region.ts';
import type { TwoArmTest } from './definition.ts';

export const exactUnconditional: TwoArmTest = {
  arms: 2,
  label: 'exact unconditional test',
  summary:
    'Tables ordered by Farrington–Manning’s score; p is the largest probability over the control rate of a score as high. It never exceeds its level.',
  reference:
    'Chan 1998, Stat Med 17:1403; without a margin Suissa & Shuster 1985, J R Stat Soc A 148:317, half the level on the better side when two-sided',
  equations: ['p = max_π P(z ≥ z_"seen" | p_C = π)', 'p_E = π − δ', '"shown if" p ≤ α'],
  takesMargin: true,
  // 40 to 80 ms at 100 to 200 an arm
  secondsPerSizes: 0.06,
  isMonotone: true,
  needsLevelBelowHalf: true,
  create: (margin, { alpha, sides }) => {
    const bySizes = new Map<string, Int32Array>();
    return ({ controlSuccesses, controlSize, experimentalSuccesses, experimentalSize }) => {
      const key = `${controlSize}/${experimentalSize}`;
      let least = bySizes.get(key);
      if (least === undefined) {
        [least] = exactScoreRegion(controlSize, experimentalSize, margin, alpha / sides).thresholds;
        bySizes.set(key, least);
      }
      return experimentalSuccesses >= least[controlSuccesses];
    };
  },
};
