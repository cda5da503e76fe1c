/** Cubic pieces of a tabulated function, four coefficients each. */
const pieces: usize = memory.data(8 * 4 * 4480, 64);

/** Where the table of {@link tableDifferences} lies; it has room for 4480 pieces. */
export function piecesAt(): usize {
  return pieces;
}

/** g(y): 0 up to `low`, y − `offset` from `high` on, between them the table of equally wide pieces. */
function tabulated(y: f64, low: f64, high: f64, inverseStep: f64, count: f64, offset: f64): f64 {
  if (y <= low) return 0;
  if (y >= high) return y - offset;
  const position = Math.min(Math.max((y - low) * inverseStep, 0), count);
  const piece = Math.min(Math.floor(position), count - 1);
  const t = position - piece;
  const at = pieces + ((<usize>piece) << 5);
  return load<f64>(at) + t * (load<f64>(at, 8) + t * (load<f64>(at, 16) + t * load<f64>(at, 24)));
}

/** Turns the first `values` y of a column into g(y) − g(y − apart), or into `apart` where y lies beyond `limit`. */
export function tableDifferences(
  column: usize,
  apart: f64,
  limit: f64,
  low: f64,
  high: f64,
  inverseStep: f64,
  count: f64,
  offset: f64,
  values: i32,
): void {
  const end = column + ((<usize>values) << 3);
  for (let at = column; at < end; at += 8) {
    const y = load<f64>(at);
    const upper = tabulated(y, low, high, inverseStep, count, offset);
    const lower = tabulated(y - apart, low, high, inverseStep, count, offset);
    store<f64>(at, y > limit ? apart : upper - lower);
  }
}
