/** A function on [low, high] as cubics on equally wide pieces. */
export interface CubicTable {
  readonly low: number;
  readonly pieces: number;
  /** Pieces per unit. */
  readonly inverseStep: number;
  /** By piece y₀, m₀, c₂, c₃ of y₀ + t·(m₀ + t·(c₂ + t·c₃)), t in [0, 1]. */
  readonly coefficients: Float64Array;
}

/**
 * A slow smooth function on [low, high] as a table: cubic Hermite interpolation between equidistant nodes, slopes from
 * fourth-order differences of the nodes.
 *
 * The error is of order h⁴; each use states and tests its bound.
 */
export function cubicTable(
  f: (x: number) => number,
  low: number,
  high: number,
  intervals: number,
): CubicTable {
  const step = (high - low) / intervals;
  const value = (i: number): number => f(low + i * step);
  const values = Float64Array.from({ length: intervals + 5 }, (_, i) =>
    value(Math.min(Math.max(i - 2, 0), intervals)),
  );
  values[0] = extrapolate(values[2], values[3], values[4], values[5], 2);
  values[1] = extrapolate(values[2], values[3], values[4], values[5], 1);
  const last = intervals + 2;
  values[last + 1] = extrapolate(values[last], values[last - 1], values[last - 2], values[last - 3], 1);
  values[last + 2] = extrapolate(values[last], values[last - 1], values[last - 2], values[last - 3], 2);
  const slopes = new Float64Array(intervals + 1);
  for (let i = 0; i <= intervals; i++) {
    slopes[i] = (values[i] - 8 * values[i + 1] + 8 * values[i + 3] - values[i + 4]) / 12;
  }
  const coefficients = new Float64Array(4 * intervals);
  for (let i = 0; i < intervals; i++) {
    const [y0, y1, m0, m1] = [values[i + 2], values[i + 3], slopes[i], slopes[i + 1]];
    coefficients.set([y0, m0, 3 * (y1 - y0) - 2 * m0 - m1, 2 * (y0 - y1) + m0 + m1], 4 * i);
  }
  return { low, pieces: intervals, inverseStep: 1 / step, coefficients };
}

/** The function of a table; outside it, the value at the nearer end. */
export function valueInTable({ low, pieces, inverseStep, coefficients }: CubicTable, x: number): number {
  const position = Math.min(Math.max((x - low) * inverseStep, 0), pieces);
  const i = Math.min(Math.floor(position), pieces - 1);
  const [t, at] = [position - i, 4 * i];
  return (
    coefficients[at] + t * (coefficients[at + 1] + t * (coefficients[at + 2] + t * coefficients[at + 3]))
  );
}

/** A slow smooth function by its {@link cubicTable}. */
export function tabulate(
  f: (x: number) => number,
  low: number,
  high: number,
  intervals: number,
): (x: number) => number {
  const table = cubicTable(f, low, high, intervals);
  return (x) => valueInTable(table, x);
}

/** Cubic through four equidistant values, continued `steps` before the first. */
function extrapolate(y0: number, y1: number, y2: number, y3: number, steps: number): number {
  const d1 = y0 - y1;
  const d2 = y0 - 2 * y1 + y2;
  const d3 = y0 - 3 * y1 + 3 * y2 - y3;
  const s = steps;
  return y0 + s * d1 + ((s * (s + 1)) / 2) * d2 + ((s * (s + 1) * (s + 2)) / 6) * d3;
}
