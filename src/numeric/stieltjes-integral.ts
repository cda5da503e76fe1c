/** Cells of a panel in the coarser of two sums. */
const CELLS = 128;

/**
 * Integral of a function with respect to a monotone one, ∫ f dF from 0 to an end: midpoint sums of panels, extrapolated
 * to fourth order, so that F needs no derivative. Within a panel f is smooth; it may jump or bend at a break.
 *
 * @param integrator F, continuous
 * @param breaks ends of panels, in any order; those outside (0, end) do nothing
 * @see Davis & Rabinowitz 1984, Methods of Numerical Integration, §2.1 and 6.3 (midpoint rule, Richardson’s extrapolation)
 */
export function stieltjesIntegral(
  integrand: (x: number) => number,
  integrator: (x: number) => number,
  end: number,
  breaks: readonly number[] = [],
): number {
  const edges = [0, ...breaks.filter((x) => x > 0 && x < end).sort((a, b) => a - b), end];
  return edges.slice(1).reduce((sum, right, i) => {
    const of = (cells: number): number => midpointSum(integrand, integrator, edges[i], right, cells);
    // (4 M(h/2) − M(h))/3 has no error of order h²
    return sum + (4 * of(2 * CELLS) - of(CELLS)) / 3;
  }, 0);
}

function midpointSum(
  integrand: (x: number) => number,
  integrator: (x: number) => number,
  left: number,
  right: number,
  cells: number,
): number {
  const width = (right - left) / cells;
  let before = integrator(left);
  let sum = 0;
  for (let i = 0; i < cells; i++) {
    const after = integrator(i === cells - 1 ? right : left + (i + 1) * width);
    sum += integrand(left + (i + 0.5) * width) * (after - before);
    before = after;
  }
  return sum;
}
