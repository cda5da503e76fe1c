import type { RunFold } from '../engine/batch-fold.ts';
import type { BatchResult } from '../engine/batch-result.ts';
import type { Batch } from '../engine/plan.ts';
import { unpack } from './pack.ts';

/**
 * Hands the packed results of batches, which come in any order, to a fold in the order of the plan; one that comes before
 * its turn is copied and waits.
 *
 * @returns takes the result of the batch of an index
 */
export function foldInMemory(
  batches: readonly Batch[],
  fold: Pick<RunFold<unknown>, 'add'>,
): (index: number, packed: Uint8Array) => void {
  const waiting = new Map<number, Uint8Array>();
  let due = 0;
  const addNext = (packed: Uint8Array): void => fold.add(batches[due++], unpack(packed) as BatchResult);
  return (index, packed) => {
    if (index !== due) {
      waiting.set(index, packed.slice());
      return;
    }
    addNext(packed);
    for (let next = waiting.get(due); next !== undefined; next = waiting.get(due)) {
      waiting.delete(due);
      addNext(next);
    }
  };
}
