import { logitBetaQuantileAtScore } from '../numeric/beta-law.ts';
import { logGammaQuantileAtScore } from '../numeric/gamma-law.ts';
import { expit } from '../numeric/logit.ts';
import { normalQuadrature } from '../numeric/normal-quadrature.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { fillUniforms, purpose } from '../random/stream.ts';
import type { Accrual } from './accrual.ts';
import { createAccrualPace, isSteady } from './accrual-pace.ts';

/** Accrual with the number of patients and of centres that it is to reach. */
export interface PlannedAccrual {
  readonly accrual: Accrual;
  readonly total: number;
  /** 1 where centres make no difference. */
  readonly centres: number;
}

/** Writes the days of enrolment of a trial's patients, from its opening; a pause for a look is not in them. */
export type FillEnrolment = (key: SeedKey, world: number, replicate: number, out: Float64Array) => void;

const ofArrivals = purpose('trial/accrual');
/** Of the gap after the last patient, by which patients of a planned period are spread. */
const ofLastGap = purpose('trial/accrual/end');

/** Writes the days of enrolment of patients who come at equal intervals of the pace. */
export function fillEvenDays({ accrual, centres }: PlannedAccrual, out: Float64Array): void {
  const { dayOf } = createAccrualPace(accrual, centres);
  for (let i = 0; i < out.length; i++) out[i] = dayOf(i + 1);
}

/** Enrolment day by day: patient k has draw k of one stream. */
export function createEnrolment(planned: PlannedAccrual): FillEnrolment {
  const { accrual, total, centres } = planned;
  if (accrual.pattern === 'even') return (_key, _world, _replicate, out) => fillEvenDays(planned, out);
  const { dayOf } = createAccrualPace(accrual, centres);
  const last = new Float64Array(1);
  return (key, world, replicate, out) => {
    fillUniforms(key, { world, replicate, purpose: ofArrivals }, out, out.length);
    // Exponential gaps
    for (let i = 0; i < out.length; i++) out[i] = -Math.log(out[i]);
    let scale = 1;
    if (accrual.pattern === 'uniform') {
      // Ordered uniforms are partial sums of total + 1 such gaps over their sum
      fillUniforms(key, { world, replicate, purpose: ofLastGap }, last, 1);
      let sum = -Math.log(last[0]);
      for (let i = 0; i < total; i++) sum += out[i];
      scale = total / sum;
    }
    // The k-th patient comes when Λ reaches the sum of k gaps
    for (let i = 0, reached = 0; i < out.length; i++) {
      reached += out[i];
      out[i] = dayOf(scale * reached);
    }
  };
}

/** Step of the quadrature over normal scores: its error is far below a thousandth of a day. */
const LEVEL = 3;

/** Mean day on which the last patient is enrolled, exactly. */
export function expectedLastDay({ accrual, total, centres }: PlannedAccrual): number {
  const { dayOf } = createAccrualPace(accrual, centres);
  if (isSteady(accrual) || accrual.pattern === 'even') return dayOf(total);
  // Λ(T_n) is Gamma(n) of a Poisson process, n·Beta(n, 1) where all come within the period
  const reachedAt = (score: number): number =>
    accrual.pattern === 'poisson'
      ? Math.exp(logGammaQuantileAtScore(score, total))
      : total * expit(logitBetaQuantileAtScore(score, total, 1));
  const { nodes, weights } = normalQuadrature(LEVEL);
  return nodes.reduce((sum, score, i) => sum + weights[i] * dayOf(reachedAt(score)), 0);
}
