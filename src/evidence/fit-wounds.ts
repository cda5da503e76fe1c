import { binomialDeviance } from '../numeric/binomial-deviance.ts';
import { invertSymmetric } from '../numeric/invert-symmetric.ts';
import { expit } from '../numeric/logit.ts';
import { INTERCEPT_EQD2_GY } from '../radiobiology/complications/logistic.ts';
import { eqd2 } from '../radiobiology/linear-quadratic.ts';
import type { EvidenceRow, WoundEvidence } from './evidence-row.ts';

/** A study that counted wound complications after radiotherapy. */
export type WoundRow = EvidenceRow & { readonly wound: WoundEvidence };

/** Whether a study counted wound complications. */
export const hasWound = (row: EvidenceRow): row is WoundRow => row.wound !== undefined;

/** Logistic regression of wound complications on dose. */
export interface WoundFit {
  readonly alphaBetaGy: number;
  /** Log odds at 50 Gy EQD2. */
  readonly intercept: number;
  /** Change of the log odds per 10 Gy EQD2. */
  readonly slopePer10Gy: number;
  readonly interceptError: number;
  readonly slopeError: number;
  /** Covariance of the two. */
  readonly covariance: number;
  readonly deviance: number;
  readonly studies: number;
}

const MOST_STEPS = 100;

/** Doses x of the studies' preoperative schedules, in 10 Gy EQD2 from 50 Gy. */
export function woundDoses(rows: readonly WoundRow[], alphaBetaGy: number): number[] {
  return rows.map(({ schedule }) => (eqd2(schedule.preoperative!, alphaBetaGy) - INTERCEPT_EQD2_GY) / 10);
}

/** Deviance of wound counts under logit p = b₀ + s·x. */
export function woundDeviance(
  rows: readonly WoundRow[],
  doses: readonly number[],
  intercept: number,
  slopePer10Gy: number,
): number {
  return rows.reduce((sum, { wound }, i) => {
    const probability = expit(intercept + slopePer10Gy * doses[i]);
    return sum + binomialDeviance(wound.count, wound.size, probability);
  }, 0);
}

/**
 * Fits wound complications by Newton steps from the common rate; a step that worsens the fit is halved.
 *
 * @returns undefined where a slope cannot be had: fewer than two doses, or counts that a slope without bound fits best
 * @see McCullagh & Nelder 1989, Generalized Linear Models, 2nd ed., §4.4
 */
export function fitWounds(rows: readonly WoundRow[], alphaBetaGy: number): WoundFit | undefined {
  const doses = woundDoses(rows, alphaBetaGy);
  const [events, patients] = totals(rows);
  if (new Set(doses).size < 2 || events === 0 || events === patients) return undefined;
  let [intercept, slope] = [Math.log(events / (patients - events)), 0];
  let deviance = woundDeviance(rows, doses, intercept, slope);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { score, information } = slopes(rows, doses, intercept, slope);
    if (isFlat(information)) return undefined;
    const inverse = invertSymmetric(information);
    const move = inverse.map((row) => row[0] * score[0] + row[1] * score[1]);
    let share = 1;
    const after = (): number =>
      woundDeviance(rows, doses, intercept + share * move[0], slope + share * move[1]);
    while (!(after() <= deviance + 1e-12) && share > 1e-8) share /= 2;
    [intercept, slope, deviance] = [intercept + share * move[0], slope + share * move[1], after()];
    if (Math.max(Math.abs(move[0]), Math.abs(move[1])) < 1e-10) break;
  }
  const covariance = invertSymmetric(slopes(rows, doses, intercept, slope).information);
  return {
    alphaBetaGy,
    intercept,
    slopePer10Gy: slope,
    interceptError: Math.sqrt(covariance[0][0]),
    slopeError: Math.sqrt(covariance[1][1]),
    covariance: covariance[0][1],
    deviance,
    studies: rows.length,
  };
}

/** Whether the counts no longer tell the coefficients apart, or are met by a slope without bound. */
const isFlat = ([[i00, i01], [, i11]]: readonly (readonly number[])[]): boolean =>
  !(i00 * i11 - i01 * i01 > 1e-10 * i00 * i11 && i00 > 1e-6);

/** Score and Fisher information of the two coefficients. */
function slopes(
  rows: readonly WoundRow[],
  doses: readonly number[],
  intercept: number,
  slope: number,
): { score: [number, number]; information: number[][] } {
  const score: [number, number] = [0, 0];
  let [i00, i01, i11] = [0, 0, 0];
  rows.forEach(({ wound: { count, size } }, i) => {
    const x = doses[i];
    const probability = expit(intercept + slope * x);
    const weight = size * probability * (1 - probability);
    score[0] += count - size * probability;
    score[1] += x * (count - size * probability);
    i00 += weight;
    i01 += weight * x;
    i11 += weight * x * x;
  });
  return {
    score,
    information: [
      [i00, i01],
      [i01, i11],
    ],
  };
}

/** Patients with complications, and all patients, over all studies. */
export function totals(rows: readonly WoundRow[]): [events: number, patients: number] {
  return [
    rows.reduce((sum, { wound }) => sum + wound.count, 0),
    rows.reduce((sum, { wound }) => sum + wound.size, 0),
  ];
}

/** Pearson's χ² of one common rate in all studies, on studies − 1 degrees of freedom. */
export function woundHomogeneity(rows: readonly WoundRow[]): number {
  const [events, patients] = totals(rows);
  const rate = events / patients;
  return rows.reduce((sum, { wound: { count, size } }) => {
    // (k − n p)²/(n p (1 − p))
    const excess = count - size * rate;
    return sum + (excess * excess) / (size * rate * (1 - rate));
  }, 0);
}
