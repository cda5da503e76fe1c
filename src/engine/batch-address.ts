import type { Batch } from './plan.ts';

/** In words, where a batch lies, so that it can be run again alone. */
export function batchAddress(batch: Batch, truthNames: readonly string[]): string {
  switch (batch.kind) {
    case 'replicates':
      return `truth ${truthNames[batch.truth]} world 0 replicates ${batch.from}–${batch.to - 1}`;
    case 'worlds':
      return `worlds ${batch.from}–${batch.to - 1}`;
    case 'exact':
      return `exact values of truth ${truthNames[batch.truth]}`;
    default:
      return batch.kind;
  }
}
