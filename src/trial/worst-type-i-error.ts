import { type RejectionRegion, rejectionProbability } from './rejection-region.ts';

/** The largest probability of rejection on the border of the null hypothesis. */
export interface WorstTypeIError {
  readonly typeIError: number;
  /** The control's success rate at which it is found. */
  readonly controlRate: number;
}

/** Grid points within one standard deviation of a rate, on the arcsine scale, where it is everywhere the same. */
const POINTS_A_DEVIATION = 8;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Steps of the search between grid points: the bracket shrinks to 1e-7 of its width, the value's error to its square. */
const GOLDEN_STEPS = 34;

/** Success rates of the control, from the lowest to the highest. */
export type RateRange = readonly [from: number, to: number];

/**
 * Success rates of the control over a range, dense enough for both arms: 1/8 of a standard deviation of either arm's rate
 * apart on the scale arcsin √p, where that deviation is 1/(2√n).
 */
function nuisanceRates(
  controlSize: number,
  experimentalSize: number,
  margin: number,
  [lowest, highest]: RateRange,
): number[] {
  const rates = (size: number, from: number, to: number): number[] => {
    const [low, high] = [Math.asin(Math.sqrt(from)), Math.asin(Math.sqrt(to))];
    const steps = Math.max(8, Math.ceil((high - low) * 2 * Math.sqrt(size) * POINTS_A_DEVIATION));
    return Array.from({ length: steps + 1 }, (_, i) => {
      const sine = Math.sin(low + ((high - low) * i) / steps);
      return sine * sine;
    });
  };
  const all = [
    ...rates(controlSize, lowest, highest),
    // Of the lowest rate rounding may leave a little less than the margin
    ...rates(experimentalSize, Math.max(0, lowest - margin), highest - margin).map((rate) => rate + margin),
  ];
  return all.map((rate) => Math.min(highest, Math.max(lowest, rate))).sort((a, b) => a - b);
}

/**
 * Maximum over the control's rate of the probability of rejection where the experimental rate lies the margin below: on a
 * grid that no bump of that curve fits between, and then between the grid points beside each candidate maximum.
 *
 * For a region that grows with experimental and shrinks with control successes this is the maximum over the whole null
 * hypothesis.
 *
 * @param margin in [0, 1)
 * @param range control rates that are looked at, within [margin, 1]; all of them unless given
 */
export function worstTypeIError(
  region: RejectionRegion,
  margin: number,
  range: RateRange = [margin, 1],
): WorstTypeIError {
  const at = (rate: number): number => rejectionProbability(region, rate, Math.max(0, rate - margin));
  const rates = nuisanceRates(region.controlSize, region.experimentalSize, margin, range);
  const values = rates.map(at);
  let best = 0;
  values.forEach((value, i) => {
    if (value > values[best]) best = i;
  });
  let worst = { typeIError: values[best], controlRate: rates[best] };
  for (let i = 1; i < rates.length - 1; i++) {
    const [before, here, after] = [values[i - 1], values[i], values[i + 1]];
    if (here < before || here < after) continue;
    // A parabola through the three rises above the middle one by less than the larger drop
    if (here + Math.max(here - before, here - after) < worst.typeIError) continue;
    const found = goldenMaximum(at, rates[i - 1], rates[i + 1]);
    if (found.typeIError > worst.typeIError) worst = found;
  }
  return worst;
}

/** Maximum of a function with one hump. */
function goldenMaximum(f: (x: number) => number, low: number, high: number): WorstTypeIError {
  let [a, b] = [low, high];
  let [c, d] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [fc, fd] = [f(c), f(d)];
  for (let step = 0; step < GOLDEN_STEPS; step++) {
    if (fc > fd) {
      [b, d, fd] = [d, c, fc];
      c = b - GOLDEN * (b - a);
      fc = f(c);
    } else {
      [a, c, fc] = [c, d, fd];
      d = a + GOLDEN * (b - a);
      fd = f(d);
    }
  }
  return fc > fd ? { typeIError: fc, controlRate: c } : { typeIError: fd, controlRate: d };
}
