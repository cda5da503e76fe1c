import { hybridScoreLimits } from '../hybrid-score-limits.ts';
import { scoreCritical } from '../score-critical.ts';
import type { TwoArmTest } from './definition.ts';

/** Limits nearer to the margin than this lie on it: more than rounding moves a limit. */
const TIE = 1e-14;

/**
 * A limit on the margin passes. No table is degenerate: without an event, or with nothing else, a sample's Wilson limit on
 * that side is 0 or 1, and the other lies inside.
 */
export const newcombe: TwoArmTest = {
  arms: 2,
  label: 'Newcombe test',
  summary:
    'The lower limit of the hybrid-score interval of the difference lies at or above minus the margin.',
  summaryWithoutMargin: 'The lower limit of the hybrid-score interval of the difference lies at or above 0.',
  reference: 'Newcombe 1998, Stat Med 17:873, method 10',
  equations: [
    'L = p̂_E − p̂_C − √((p̂_E − l_E)^2 + (u_C − p̂_C)^2)',
    'l, u: "Wilson limits at" z_(1 − α)',
    '"shown if" L ≥ −δ',
  ],
  takesMargin: true,
  isMonotone: true,
  needsLevelBelowHalf: true,
  create: (margin, level) => {
    const score = scoreCritical(level);
    return ({ controlSuccesses, controlSize, experimentalSuccesses, experimentalSize }) => {
      const [low] = hybridScoreLimits(
        { events: experimentalSuccesses, size: experimentalSize },
        { events: controlSuccesses, size: controlSize },
        score,
      );
      return low >= -margin - TIE;
    };
  },
};
