import { type Estimate, estimateProportion } from '../numeric/monte-carlo.ts';
import type { Trial } from '../scenario/trial.ts';
import type { AdoptionResult } from './adoption-result.ts';
import type { ReplicatesFold } from './replicates-fold.ts';

/** How often the observed rates of one truth's replicates would change practice; undefined where the design does not ask. */
export function createAdoptionFold({
  design: { adoption },
  scenario,
}: Trial): ReplicatesFold<AdoptionResult> | undefined {
  if (!adoption) return undefined;
  const met = adoption.map(() => 0);
  let all = 0;
  return {
    add: ({ columns }) => {
      for (let row = 0; row < columns.rows; row++) {
        let count = 0;
        adoption.forEach((_, k) => {
          const isMet = columns.adoption![row * adoption.length + k];
          met[k] += isMet;
          count += isMet;
        });
        if (count === adoption.length) all++;
      }
    },
    result: ({ adoption: exact }) => {
      const share = (count: number, exactly: number | undefined): Estimate =>
        estimateProportion(count, scenario.simulation.replicates, exactly);
      return {
        all: share(all, exact?.all),
        criteria: adoption.map(({ endpoint, sentence, limit, acceptedBy, source }, k) => ({
          endpoint: endpoint.name,
          sentence,
          limit,
          ...(acceptedBy !== undefined && { acceptedBy }),
          ...(source !== undefined && { source }),
          met: share(met[k], exact?.byCriterion[k]),
        })),
      };
    },
  };
}
