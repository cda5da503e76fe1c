import { gridWeights } from '../numeric/grid-interpolation.ts';
import { expit, logit } from '../numeric/logit.ts';
import { normalCdf } from '../numeric/normal-cdf.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';

/** What the integrals need of a world: the design's power, and each claim's rates in control and experimental arm. */
export interface WorldValues {
  readonly power: number;
  readonly rates: readonly number[];
}

/** Step of the grid in each normal score, and how far it reaches: beyond ±5.5 the normal holds 4e-8. */
const STEP = 0.25;
export const SURFACE_REACH = 5.5;
const SIZE = (2 * SURFACE_REACH) / STEP + 1;
/** Probabilities nearer to 0 or 1 than this are taken at it, so that their scores stay finite. */
const EDGE = 1e-15;

const inside = (probability: number): number => Math.min(1 - EDGE, Math.max(EDGE, probability));

/**
 * A world's values over two normal scores, known on a grid and interpolated between: power as its normal score, rates as
 * their log odds, on which scales they are smooth.
 *
 * @param at finds the values at two scores; called once for each node of the grid
 * @returns for an outer score, the values along the inner one
 */
export function createWorldSurface(
  at: (inner: number, outer: number) => WorldValues,
): (outer: number) => (inner: number) => WorldValues {
  const nodes = Array.from({ length: SIZE }, (_, i) => i * STEP - SURFACE_REACH);
  // rows[outer][field][inner]
  const rows = nodes.map((outer) => {
    const values = nodes.map((inner) => at(inner, outer));
    const power = Float64Array.from(values, (value) => normalQuantile(inside(value.power)));
    const rates = values[0].rates.map((_, r) =>
      Float64Array.from(values, (value) => logit(inside(value.rates[r]))),
    );
    return [power, ...rates];
  });
  const fields = rows[0].length;
  const weights = new Float64Array(8);
  return (outer) => {
    const first = gridWeights((outer + SURFACE_REACH) / STEP, SIZE, weights);
    const along = Array.from({ length: fields }, (_, field) => {
      const line = new Float64Array(SIZE);
      for (let k = 0; k < 8; k++) {
        const row = rows[first + k][field];
        for (let i = 0; i < SIZE; i++) line[i] += weights[k] * row[i];
      }
      return line;
    });
    const inner = new Float64Array(8);
    return (score) => {
      const from = gridWeights((score + SURFACE_REACH) / STEP, SIZE, inner);
      const value = (field: number): number => {
        let sum = 0;
        for (let k = 0; k < 8; k++) sum += inner[k] * along[field][from + k];
        return sum;
      };
      return {
        power: normalCdf(value(0)),
        rates: Array.from({ length: fields - 1 }, (_, r) => expit(value(r + 1))),
      };
    };
  };
}
