import { logitBetaQuantileAtScore } from './beta-law.ts';
import { findRoot } from './find-root.ts';
import { expit } from './logit.ts';
import { normalQuantile } from './normal-quantile.ts';
import { requirePositive } from './require-argument.ts';

/**
 * Shortest interval that holds a share of a beta law: its density is nowhere higher outside. With the mode at 0 or 1 it
 * begins or ends there; of the uniform law, whose intervals are all alike, it is the central one.
 *
 * @param level share in (0, 1)
 * @throws RangeError if a shape is not above 0, or if both are below 1: the density is then highest at both ends
 */
export function betaHighestDensity(a: number, b: number, level: number): [low: number, high: number] {
  requirePositive('a', a);
  requirePositive('b', b);
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level: ${level} (must be in (0, 1))`);
  if (a < 1 && b < 1) {
    throw new RangeError(`invalid shapes: ${a} and ${b} (must not both be < 1)`);
  }
  const outside = 1 - level;
  const logitAtTail = (tail: number): number => logitBetaQuantileAtScore(normalQuantile(tail), a, b);
  const logitAtUpperTail = (tail: number): number => logitBetaQuantileAtScore(-normalQuantile(tail), a, b);
  if (a === 1 && b === 1) return [outside / 2, 1 - outside / 2];
  // ln f(x) = (a − 1) ln x + (b − 1) ln(1 − x) + constant, x by its logit
  const logDensity = (logit: number): number => -(a - 1) * softplus(-logit) - (b - 1) * softplus(logit);
  // How much denser the law is at the lower limit, where a share of what is left out lies below it: grows with the share
  const tilt = (share: number): number =>
    logDensity(logitAtTail(share * outside)) - logDensity(logitAtUpperTail((1 - share) * outside));
  if (tilt(LEAST_SHARE) >= 0) return [0, expit(logitAtUpperTail(outside))];
  if (tilt(1 - LEAST_SHARE) <= 0) return [expit(logitAtTail(outside)), 1];
  const share = findRoot(tilt, LEAST_SHARE, 1 - LEAST_SHARE);
  return [expit(logitAtTail(share * outside)), expit(logitAtUpperTail((1 - share) * outside))];
}

/** ln(1 + eˣ), without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** A smaller share of what is left out moves neither limit by more than rounding does. */
const LEAST_SHARE = 1e-15;
