import { type Estimate, estimateProportion } from '../numeric/monte-carlo.ts';
import type { Trial } from '../scenario/trial.ts';
import type { AdoptionResult } from './adoption-result.ts';
import type { ExactResult, ReplicatesResult } from './batch-result.ts';

/** How often the observed rates of one truth's replicates would change practice; undefined where the design does not ask. */
export function mergeAdoption(
  { design: { adoption }, scenario }: Trial,
  { adoption: exact }: ExactResult,
  parts: readonly ReplicatesResult[],
): AdoptionResult | undefined {
  if (!adoption) return undefined;
  const met = adoption.map(() => 0);
  let all = 0;
  for (const { columns } of parts) {
    for (let row = 0; row < columns.rows; row++) {
      let count = 0;
      adoption.forEach((_, k) => {
        const isMet = columns.adoption![row * adoption.length + k];
        met[k] += isMet;
        count += isMet;
      });
      if (count === adoption.length) all++;
    }
  }
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
}
