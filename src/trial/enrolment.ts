import { logitBetaQuantileAtScore } from '../numeric/beta-law.ts';
import { createBlockColumns } from '../numeric/columns/block-columns.ts';
import { BLOCK } from '../numeric/columns/column-kernels.ts';
import { toLogarithms } from '../numeric/columns/logarithms.ts';
import { logGammaQuantileAtScore } from '../numeric/gamma-law.ts';
import { expit } from '../numeric/logit.ts';
import { normalQuadrature } from '../numeric/normal-quadrature.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { purpose } from '../random/stream.ts';
import { createStreamGroup } from '../random/stream-group.ts';
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
  const allocate = createBlockColumns();
  const [ofPatients, afterLast] = [allocate(), allocate()];
  const streams = createStreamGroup([ofArrivals, ofLastGap], [ofPatients, afterLast]);
  return (key, world, replicate, out) => {
    let reached = 0;
    let ofAll = 0;
    for (let from = 0; from < total; from += BLOCK) {
      const size = Math.min(BLOCK, total - from);
      streams.draw(key, { world, replicate }, { from, size, total });
      if (from === 0) ofAll = -Math.log(afterLast[0]);
      toLogarithms(ofPatients, size);
      // Exponential gaps, −ln(u)
      for (let i = 0; i < size; i++) {
        reached -= ofPatients[i];
        ofAll -= ofPatients[i];
        out[from + i] = reached;
      }
    }
    // Ordered uniforms are partial sums of total + 1 such gaps over their sum
    const scale = accrual.pattern === 'uniform' ? total / ofAll : 1;
    // The k-th patient comes when Λ reaches the sum of k gaps
    for (let i = 0; i < total; i++) out[i] = dayOf(scale * out[i]);
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
