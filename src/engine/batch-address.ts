import type { Batch } from './plan.ts';

/** A trial of a batch; one of its worlds, where it has no replicate. */
export interface PieceAddress {
  readonly world: number;
  readonly replicate?: number;
}

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

/** In words, where a piece of a batch lies; where the batch lies, if its pieces have no address of their own. */
export function pieceAddress(
  batch: Batch,
  truthNames: readonly string[],
  piece: PieceAddress | undefined,
): string {
  if (!piece || (batch.kind !== 'replicates' && batch.kind !== 'worlds'))
    return batchAddress(batch, truthNames);
  const truth = batch.kind === 'replicates' ? `truth ${truthNames[batch.truth]} ` : '';
  const replicate = piece.replicate === undefined ? '' : ` replicate ${piece.replicate}`;
  return `${truth}world ${piece.world}${replicate}`;
}
