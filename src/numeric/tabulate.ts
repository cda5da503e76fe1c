/**
 * A slow smooth function on [low, high] as a table: cubic Hermite interpolation between equidistant nodes, slopes from
 * fourth-order differences of the nodes. Outside, the value at the nearer end.
 *
 * The error is of order h⁴; each use states and tests its bound.
 */
export function tabulate(
  f: (x: number) => number,
  low: number,
  high: number,
  intervals: number,
): (x: number) => number {
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
  const inverseStep = 1 / step;
  return (x) => {
    const position = Math.min(Math.max((x - low) * inverseStep, 0), intervals);
    const i = Math.min(Math.floor(position), intervals - 1);
    const t = position - i;
    const [y0, y1, m0, m1] = [values[i + 2], values[i + 3], slopes[i], slopes[i + 1]];
    return y0 + t * (m0 + t * (3 * (y1 - y0) - 2 * m0 - m1 + t * (2 * (y0 - y1) + m0 + m1)));
  };
}

/** Cubic through four equidistant values, continued `steps` before the first. */
function extrapolate(y0: number, y1: number, y2: number, y3: number, steps: number): number {
  const d1 = y0 - y1;
  const d2 = y0 - 2 * y1 + y2;
  const d3 = y0 - 3 * y1 + 3 * y2 - y3;
  const s = steps;
  return y0 + s * d1 + ((s * (s + 1)) / 2) * d2 + ((s * (s + 1) * (s + 2)) / 6) * d3;
}
