import { findRoot } from '../../numeric/find-root.ts';
import { fitGroupedHazards, type GroupedCounts, pooledCounts } from './grouped-hazards.ts';
import type { FiellerSet } from './ratio-sets.ts';

/** What a profile of the ratio starts from: the counts over two columns of dose, and their unconstrained fit. */
interface ProfileGrounds {
  readonly columns: readonly [x: ArrayLike<number>, y: ArrayLike<number>];
  readonly counts: GroupedCounts;
  /** Coefficients of the columns at the maximum, and their standard errors. */
  readonly slopes: readonly [number, number];
  readonly scale: readonly [number, number];
  readonly logLikelihood: number;
}

/** A deviance nearer to the limit than this share of it cannot be told from it. */
const ROUNDING = 1e-9;

/** Deviance of the best coefficients along a direction: g1 = s·scale₁·cos θ, g2 = s·scale₂·sin θ. */
function createDeviance({
  columns: [x, y],
  counts,
  scale,
  logLikelihood,
}: ProfileGrounds): (angle: number) => number {
  const along = new Float64Array(x.length);
  return (angle) => {
    const [first, second] = [scale[0] * Math.cos(angle), scale[1] * Math.sin(angle)];
    for (let i = 0; i < along.length; i++) along[i] = first * x[i] + second * y[i];
    return 2 * (logLikelihood - fitGroupedHazards([along], counts).logLikelihood);
  };
}

/** The direction in which the likelihood does not rise from no effect of dose: at right angles to the score there. */
function levelDirection({ columns, counts, scale }: ProfileGrounds): number {
  const { failed, total } = pooledCounts(counts);
  const { failures, patients } = counts;
  const score = (column: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < column.length; i++) sum += column[i] * ((failures[i] * total) / failed - patients[i]);
    return sum;
  };
  return Math.atan2(scale[0] * score(columns[0]), -scale[1] * score(columns[1]));
}

/** Deviance of no effect of dose. */
function levelDeviance({ counts, logLikelihood }: ProfileGrounds): number {
  const { failed, total } = pooledCounts(counts);
  const share = failed / total;
  return 2 * (logLikelihood - failed * Math.log(share) - (total - failed) * Math.log1p(-share));
}

/**
 * Every ratio g1/g2 whose profile deviance is at most z²: what the likelihood itself does not refuse.
 *
 * The likelihood is concave, so that the coefficients that are not refused are a convex set and the ratios one arc of
 * directions: all of them where no effect of dose (both coefficients 0) is not refused, else less than half a turn.
 *
 * @throws RangeError if the counts have no maximum of the likelihood
 * @see Cox & Hinkley 1974, Theoretical Statistics, ch. 9
 */
export function profileSet(grounds: ProfileGrounds, z: number): FiellerSet {
  const { slopes, scale } = grounds;
  const limit = z * z;
  if (levelDeviance(grounds) <= limit * (1 + ROUNDING)) return { kind: 'wholeLine', low: null, high: null };
  const deviance = createDeviance(grounds);
  // The root of the deviance is nearly straight, which the search likes
  const excess = (angle: number): number => Math.sqrt(Math.max(0, deviance(angle))) - z;
  const best = Math.atan2(slopes[1] / scale[1], slopes[0] / scale[0]);
  const level = levelDirection(grounds);
  const above = level + Math.PI * Math.ceil((best - level) / Math.PI);
  const low = findRoot(excess, best, above - Math.PI);
  const high = findRoot(excess, best, above);
  const ratioAt = (angle: number): number => (scale[0] * Math.cos(angle)) / (scale[1] * Math.sin(angle));
  // The ratio falls as the angle grows, through −∞ and ∞ where g2 is 0
  return Math.floor(low / Math.PI) === Math.floor(high / Math.PI)
    ? { kind: 'interval', low: ratioAt(high), high: ratioAt(low) }
    : { kind: 'complement', low: ratioAt(low), high: ratioAt(high) };
}
