import type { Trial } from '../scenario/trial.ts';
import type { ReplicateColumns } from './batch-result.ts';
import { createColumns, createReplicateSimulator, succeeds } from './simulate-replicates.ts';
import type { ReplicateAddress } from './trial-story.ts';
import { truthOf } from './truth-of.ts';

/** What a replicate can be looked for by. */
export const replicateKinds = ['success', 'failure', 'stopped'] as const;
export type ReplicateKind = (typeof replicateKinds)[number];

/**
 * The first replicate of each kind among the first `within`; a kind that none is of is left out.
 *
 * @throws RangeError for a truth or world that the trial does not have
 * @throws ImpossibleWorld if the world has no truth
 */
export function findReplicates(
  trial: Trial,
  place: Omit<ReplicateAddress, 'replicate'>,
  kinds: readonly ReplicateKind[],
  within: number,
): Partial<Record<ReplicateKind, number>> {
  const { known } = truthOf(trial, place);
  const columns = createColumns(trial, known.truth.endpoints.length, 1);
  const simulator = createReplicateSimulator(trial, known, []);
  const found: Partial<Record<ReplicateKind, number>> = {};
  for (let replicate = 0; replicate < within; replicate++) {
    const missing = kinds.filter((kind) => found[kind] === undefined);
    if (missing.length === 0) break;
    simulator.simulate(place.world, replicate, columns, 0);
    for (const kind of missing) if (isOfKind(trial, columns, kind)) found[kind] = replicate;
  }
  return found;
}

function isOfKind({ design }: Trial, columns: ReplicateColumns, kind: ReplicateKind): boolean {
  if (kind === 'stopped') return columns.course !== undefined && columns.course.stage[0] > 0;
  return succeeds(columns, 0, design) === (kind === 'success');
}
