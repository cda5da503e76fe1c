/** Where a search ended. */
export interface Minimum {
  readonly point: readonly number[];
  readonly value: number;
}

/** What a search may have besides. */
export interface SearchOptions {
  /** First steps along the axes; 0.3 each unless given. */
  readonly steps?: readonly number[];
  /** The search ends when the simplex is smaller than this in every coordinate … */
  readonly tolerance?: number;
  /** … and is started again from where it ended until the value falls by less than this. */
  readonly valueTolerance?: number;
}

const MOST_STEPS = 2000;
const MOST_RESTARTS = 8;

/**
 * A local minimum of a function of a few variables, by the simplex search of Nelder and Mead, restarted until it holds.
 *
 * @param f may return ∞ outside its domain, not at the start
 * @see Nelder & Mead 1965, Computer Journal 7:308; Lagarias et al. 1998, SIAM J Optim 9:112
 * @throws RangeError if the function is not finite at the start
 */
export function nelderMead(
  f: (point: readonly number[]) => number,
  start: readonly number[],
  { steps, tolerance = 1e-7, valueTolerance = 1e-9 }: SearchOptions = {},
): Minimum {
  let best: Minimum = { point: start, value: f(start) };
  if (!Number.isFinite(best.value)) throw new RangeError(`invalid start: ${start} gives ${best.value}`);
  for (let restart = 0; restart < MOST_RESTARTS; restart++) {
    const next = search(f, best, steps ?? start.map(() => 0.3), tolerance);
    const gained = best.value - next.value;
    if (gained >= 0) best = next;
    if (gained < valueTolerance) break;
  }
  return best;
}

type Vertex = { point: number[]; value: number };

/** One descent of a simplex around a point. */
function search(
  f: (point: readonly number[]) => number,
  from: Minimum,
  steps: readonly number[],
  tolerance: number,
): Minimum {
  const at = (point: number[]): Vertex => ({ point, value: f(point) });
  const simplex: Vertex[] = [
    { point: [...from.point], value: from.value },
    ...steps.map((step, i) => at(from.point.map((x, j) => (i === j ? x + step : x)))),
  ];
  for (let step = 0; step < MOST_STEPS; step++) {
    simplex.sort((a, b) => a.value - b.value);
    if (extent(simplex) < tolerance) break;
    const worst = simplex.at(-1)!;
    const centre = worst.point.map(
      (_, j) => simplex.slice(0, -1).reduce((sum, { point }) => sum + point[j], 0) / (simplex.length - 1),
    );
    // Points on the line from the worst vertex through the others' centre
    const along = (t: number): Vertex => at(centre.map((c, j) => c + t * (c - worst.point[j])));
    replaceWorst(simplex, along, f);
  }
  return simplex.reduce((a, b) => (b.value < a.value ? b : a));
}

/** Reflects, expands or contracts the worst vertex, or shrinks all towards the best. */
function replaceWorst(
  simplex: Vertex[],
  along: (t: number) => Vertex,
  f: (point: readonly number[]) => number,
): void {
  const last = simplex.length - 1;
  const reflected = along(1);
  if (reflected.value < simplex[0].value) {
    const expanded = along(2);
    simplex[last] = expanded.value < reflected.value ? expanded : reflected;
    return;
  }
  if (reflected.value < simplex[last - 1].value) {
    simplex[last] = reflected;
    return;
  }
  const contracted = reflected.value < simplex[last].value ? along(0.5) : along(-0.5);
  if (contracted.value < Math.min(reflected.value, simplex[last].value)) {
    simplex[last] = contracted;
    return;
  }
  for (let i = 1; i <= last; i++) {
    const point = simplex[i].point.map((x, j) => 0.5 * (x + simplex[0].point[j]));
    simplex[i] = { point, value: f(point) };
  }
}

/** Largest distance of a vertex from the first in any coordinate. */
function extent(simplex: readonly Vertex[]): number {
  let most = 0;
  for (const { point } of simplex)
    point.forEach((x, j) => {
      most = Math.max(most, Math.abs(x - simplex[0].point[j]));
    });
  return most;
}
