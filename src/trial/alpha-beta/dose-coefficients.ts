import { choleskyFactor, solveLower } from '../../numeric/cholesky.ts';
import { gammaCdf } from '../../numeric/gamma-law.ts';

/** What was observed against doses: each row says `observed = g1·x + g2·y + error`. */
export interface DoseContrasts {
  /** x in Gy and y in Gy² of each row: differences of Σd and of Σd² from the control. */
  readonly rows: readonly (readonly [xGy: number, yGy2: number])[];
  readonly observed: readonly number[];
  /** Covariance matrix of the observed values. */
  readonly covariance: readonly (readonly number[])[];
}

/** How far the observed values lie from the fit, where there are more of them than coefficients. */
export interface GoodnessOfFit {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  /** Probability of a fit at least as bad by chance, in [0, 1]. */
  readonly pValue: number;
}

/** The two coefficients of dose in the linear-quadratic model and their covariance; α/β = perGy/perGy2. */
export interface DoseCoefficients {
  /** g1: change of the effect for each Gy of total dose. */
  readonly perGy: number;
  /** g2: change of the effect for each Gy² of Σd². */
  readonly perGy2: number;
  readonly variancePerGy: number;
  readonly variancePerGy2: number;
  readonly covariance: number;
  readonly fitted: readonly number[];
  /** Null where the coefficients meet every observed value. */
  readonly goodnessOfFit: GoodnessOfFit | null;
}

/** Sine of the angle between the whitened columns below which they count as one. */
const LEAST_SINE = 1e-6;

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, v, i) => sum + v * b[i], 0);

/** Whether the rows tell total dose and fraction size apart: they do not all lie on one line through 0. */
export function isIdentifiable(rows: DoseContrasts['rows']): boolean {
  return rows.some(([x1, y1]) =>
    rows.some(
      ([x2, y2]) => Math.abs(x1 * y2 - x2 * y1) > LEAST_SINE * Math.hypot(x1, y1) * Math.hypot(x2, y2),
    ),
  );
}

/**
 * The coefficients of total dose and of Σd² by generalised least squares; with two rows they are met exactly.
 *
 * @throws RangeError if the rows do not determine two coefficients, or the covariance is not positive definite
 * @see Aitken 1935, Proc R Soc Edinb 55:42; Thames & Hendry 1987, Fractionation in Radiotherapy (direct analysis)
 */
export function solveDoseCoefficients({ rows, observed, covariance }: DoseContrasts): DoseCoefficients {
  if (!isIdentifiable(rows))
    throw new RangeError('invalid rows (must tell total dose and fraction size apart)');
  const factor = choleskyFactor(covariance);
  const whiten = (values: readonly number[]): number[] => solveLower(factor, values);
  const first = whiten(rows.map(([x]) => x));
  const second = whiten(rows.map(([, y]) => y));
  const target = whiten(observed);
  // QR of the whitened columns: A = Q·[r11 r12; 0 r22], g = R⁻¹·Qᵀ·L, Var g = R⁻¹·R⁻ᵀ
  const r11 = Math.sqrt(dot(first, first));
  const q1 = first.map((v) => v / r11);
  const r12 = dot(q1, second);
  const rest = second.map((v, i) => v - r12 * q1[i]);
  const r22 = Math.sqrt(dot(rest, rest));
  const perGy2 = dot(rest, target) / (r22 * r22);
  const perGy = (dot(q1, target) - r12 * perGy2) / r11;
  const residuals = target.map((v, i) => v - perGy * first[i] - perGy2 * second[i]);
  return {
    perGy,
    perGy2,
    variancePerGy: (1 + (r12 * r12) / (r22 * r22)) / (r11 * r11),
    variancePerGy2: 1 / (r22 * r22),
    covariance: -r12 / (r11 * r22 * r22),
    fitted: rows.map(([x, y]) => perGy * x + perGy2 * y),
    goodnessOfFit: rows.length > 2 ? goodnessOfFit(dot(residuals, residuals), rows.length - 2) : null,
  };
}

function goodnessOfFit(chiSquared: number, degreesOfFreedom: number): GoodnessOfFit {
  return { chiSquared, degreesOfFreedom, pValue: 1 - gammaCdf(chiSquared / 2, degreesOfFreedom / 2) };
}
