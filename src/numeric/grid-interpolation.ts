/** Nodes that one interpolation uses. */
const POINTS = 8;

/** Barycentric weights of 8 equidistant nodes: (−1)^k·binomial(7, k). */
const WEIGHTS = [1, -7, 21, -35, 35, -21, 7, -1];

/**
 * Weights with which 8 neighbouring values of an equidistant grid give the value at a position, in steps of the grid.
 *
 * @param position in [0, size − 1]
 * @param size number of grid values, ≥ 8
 * @param out receives 8 weights
 * @returns index of the first of the 8 values
 * @see Berrut & Trefethen 2004, SIAM Review 46:501 (barycentric Lagrange interpolation)
 */
export function gridWeights(position: number, size: number, out: Float64Array): number {
  const first = Math.min(Math.max(Math.floor(position) - POINTS / 2 + 1, 0), size - POINTS);
  let sum = 0;
  for (let k = 0; k < POINTS; k++) {
    const distance = position - (first + k);
    if (distance === 0) {
      out.fill(0);
      out[k] = 1;
      return first;
    }
    out[k] = WEIGHTS[k] / distance;
    sum += out[k];
  }
  for (let k = 0; k < POINTS; k++) out[k] /= sum;
  return first;
}
