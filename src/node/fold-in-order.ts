import type { RunFold } from '../engine/batch-fold.ts';
import type { BatchResult } from '../engine/batch-result.ts';
import type { Batch } from '../engine/plan.ts';
import type { Checkpoint } from './checkpoint.ts';
import { unpack } from './pack.ts';

/**
 * Saves the packed results of batches as they come, in any order, and hands them to a fold in the order of the plan: one that
 * comes before its turn is read back when it is due, so that none waits in memory. Those kept already are handed on first.
 *
 * @returns takes the result of the batch of an index
 */
export function foldInOrder(
  batches: readonly Batch[],
  fold: Pick<RunFold<unknown>, 'add'>,
  checkpoint: Checkpoint,
): (index: number, packed: Uint8Array) => void {
  let due = 0;
  const foldKept = (): void => {
    for (; checkpoint.kept.has(due); due++) fold.add(batches[due], checkpoint.read(due));
  };
  foldKept();
  return (index, packed) => {
    checkpoint.save(index, packed);
    if (index !== due) return;
    fold.add(batches[due++], unpack(packed) as BatchResult);
    foldKept();
  };
}
