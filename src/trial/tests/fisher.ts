import { hypergeometricProbabilities } from '../../numeric/hypergeometric-probabilities.ts';
import { AS_LIKELY } from '../fisher-p-value.ts';
import type { TestLevel, TwoArmTest } from './definition.ts';

/** A p-value above the level by less than this, relatively, is at the level: more than rounding moves it. */
const TIE = 1e-12;

/**
 * The fewest experimental successes that reject, when both arms together have so many: down from the most, while the tail,
 * two-sided with the tables of the other tail that are no likelier, stays within the level.
 */
function leastRejecting(
  experimentalSize: number,
  successes: number,
  patients: number,
  { alpha, sides }: TestLevel,
): number {
  const { first, probabilities } = hypergeometricProbabilities(experimentalSize, successes, patients);
  const isBetter = (x: number): boolean => x * patients > successes * experimentalSize;
  let [upper, lower] = [0, 0];
  let from = 0;
  for (let i = probabilities.length - 1; i >= 0 && isBetter(first + i); i--) {
    upper += probabilities[i];
    const most = sides === 2 ? probabilities[i] * (1 + AS_LIKELY) : 0;
    while (from < i && probabilities[from] <= most) lower += probabilities[from++];
    if (upper + lower > alpha * (1 + TIE)) return first + i + 1;
  }
  return Math.floor((successes * experimentalSize) / patients) + 1;
}

export const fisher: TwoArmTest = {
  arms: 2,
  label: 'Fisher’s exact test',
  summary:
    'Exact given the successes of both arms together; two-sided, the tables that are no likelier count as extreme.',
  reference: 'Fisher 1935, J R Stat Soc 98:39; two-sided as in R’s fisher.test',
  equations: [
    'p = ∑_i P(X_E = i | x_E + x_C), "over every" i "no likelier than" x_E',
    'X_E ~ Hypergeometric',
    '"shown if" p ≤ 2·α "and" p̂_E > p̂_C',
  ],
  equationsAtLooks: ['p = P(X_E ≥ x_E | x_E + x_C)', 'X_E ~ Hypergeometric', '"shown if" p ≤ α'],
  takesMargin: false,
  isMonotone: true,
  needsLevelBelowHalf: true,
  create: (_margin, level) => {
    const bySizes = new Map<string, Map<number, number>>();
    return ({ controlSuccesses, controlSize, experimentalSuccesses, experimentalSize }) => {
      const successes = controlSuccesses + experimentalSuccesses;
      const key = `${controlSize}/${experimentalSize}`;
      const known = bySizes.get(key) ?? new Map<number, number>();
      bySizes.set(key, known);
      const least =
        known.get(successes) ??
        leastRejecting(experimentalSize, successes, controlSize + experimentalSize, level);
      known.set(successes, least);
      return experimentalSuccesses >= least;
    };
  },
};
