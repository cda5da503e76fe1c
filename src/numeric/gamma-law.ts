import regularisedGamma from '@stdlib/math-base-special-gammainc';
import { findRoot } from './find-root.ts';
import { normalCdf } from './normal-cdf.ts';

/** Distribution function of the gamma law with this shape and unit scale. */
export function gammaCdf(x: number, shape: number): number {
  return x <= 0 ? 0 : x === Infinity ? 1 : regularisedGamma(x, shape, true, false);
}

/** Share of the gamma law with this shape and unit scale above x. */
export function gammaSurvival(x: number, shape: number): number {
  return x <= 0 ? 1 : x === Infinity ? 0 : regularisedGamma(x, shape, true, true);
}

/** ln of the gamma quantile (unit scale) at the normal score z, solved in the smaller tail so that both keep their digits. */
export function logGammaQuantileAtScore(z: number, shape: number): number {
  const upper = z > 0;
  const tail = normalCdf(-Math.abs(z));
  const excess = (y: number): number => regularisedGamma(Math.exp(y), shape, true, upper) - tail;
  const reach = Math.log(shape + 60 + 10 * Math.sqrt(shape)) + 1;
  return findRoot(excess, Math.log(shape) - 80 - 60 / shape, reach);
}
