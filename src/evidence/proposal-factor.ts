import { choleskyFactor } from '../numeric/cholesky.ts';
import { invertSymmetric } from '../numeric/invert-symmetric.ts';

const DIFFERENCE_STEP = 0.05;

/**
 * Lower triangle of the covariance that the curvature of −ln density at its mode implies; of its diagonal where the
 * curvature is no covariance.
 */
export function factorFromCurvature(
  cost: (point: readonly number[]) => number,
  mode: readonly number[],
): number[][] {
  const h = DIFFERENCE_STEP;
  const at = (i: number, a: number, j: number, b: number): number =>
    cost(mode.map((x, k) => x + (k === i ? a : 0) + (k === j ? b : 0)));
  const curvature = mode.map((_, i) =>
    mode.map((_other, j) =>
      i === j
        ? (at(i, h, i, 0) - 2 * cost(mode) + at(i, -h, i, 0)) / (h * h)
        : (at(i, h, j, h) - at(i, h, j, -h) - at(i, -h, j, h) + at(i, -h, j, -h)) / (4 * h * h),
    ),
  );
  try {
    return choleskyFactor(invertSymmetric(curvature));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return mode.map((_, i) =>
      mode.map((_other, j) => (i === j ? 1 / Math.sqrt(curvature[i][i] > 1 ? curvature[i][i] : 1) : 0)),
    );
  }
}

/** Lower triangle of the covariance of chains; undefined where they did not move in every direction. */
export function factorFromChains(values: readonly (readonly Float64Array[])[]): number[][] | undefined {
  const pooled = values.map((chains) => Float64Array.from(chains.flatMap((chain) => [...chain])));
  const size = pooled[0].length;
  const means = pooled.map((column) => column.reduce((sum, x) => sum + x, 0) / size);
  const covariance = pooled.map((a, i) =>
    pooled.map((b, j) => a.reduce((sum, x, k) => sum + (x - means[i]) * (b[k] - means[j]), 0) / size),
  );
  try {
    return choleskyFactor(covariance);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
