import { createPiecewiseHazard } from '../numeric/piecewise-hazard.ts';

/** Event-free probability at so many years, as if nothing else took patients away; 1 at 0, never rising. */
export type SurvivalCurve = (years: number) => number;

/** A point that a curve runs through. */
export interface CurvePoint {
  readonly years: number;
  /** Event-free probability, in (0, 1). */
  readonly rate: number;
}

function requirePoint({ years, rate }: CurvePoint): void {
  if (!(years > 0 && years < Infinity)) throw new RangeError(`invalid years: ${years} (must be > 0)`);
  if (!(rate > 0 && rate < 1)) throw new RangeError(`invalid rate: ${rate} (must be in (0, 1))`);
}

/**
 * Weibull curve through a point: ln S = ln(rate) · (t/t₀)^k; exponential at shape 1.
 *
 * @throws RangeError if the point is not one, or the shape not above 0
 */
export function weibullCurve(point: CurvePoint, shape = 1): SurvivalCurve {
  requirePoint(point);
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`invalid shape: ${shape} (must be > 0)`);
  const logRate = Math.log(point.rate);
  if (shape === 1) return (years) => Math.exp((logRate * years) / point.years);
  return (years) => Math.exp(logRate * Math.exp(shape * Math.log(years / point.years)));
}

/**
 * Mixture cure curve through a point: a share never has the event, the others at a constant hazard.
 *
 * @param cured in [0, rate)
 * @throws RangeError if the point is not one, or as many are cured
 */
export function cureCurve(point: CurvePoint, cured: number): SurvivalCurve {
  requirePoint(point);
  if (!(cured >= 0 && cured < point.rate))
    throw new RangeError(
      `invalid cured: ${cured} (must be in [0, ${point.rate}), the event-free probability)`,
    );
  const logUncured = Math.log((point.rate - cured) / (1 - cured));
  // S = c + (1 − c) e^(−ht)
  return (years) => cured + (1 - cured) * Math.exp((logUncured * years) / point.years);
}

/**
 * Curve through several points, its hazard constant between them and after the last but one.
 *
 * @param points years rising, rates not rising
 * @throws RangeError if the points are none, or in another order
 */
export function piecewiseCurve(points: readonly CurvePoint[]): SurvivalCurve {
  points.forEach(requirePoint);
  const from = (i: number): CurvePoint => (i === 0 ? { years: 0, rate: 1 } : points[i - 1]);
  const pieces = points.map(({ years, rate }, i) => {
    if (!(years > from(i).years && rate <= from(i).rate))
      throw new RangeError(`invalid points: ${rate} at ${years} years (years must rise, rates must not)`);
    return { until: years, rate: Math.log(from(i).rate / rate) / (years - from(i).years) };
  });
  if (pieces.length === 0) throw new RangeError('invalid points: none (must be at least one)');
  const hazard = createPiecewiseHazard(pieces);
  return (years) => Math.exp(-hazard.cumulative(years));
}

/** The curve of hazards so many times as high: S^HR. */
export const proportionalCurve =
  (curve: SurvivalCurve, hazardRatio: number): SurvivalCurve =>
  (years) =>
    Math.exp(hazardRatio * Math.log(curve(years)));
