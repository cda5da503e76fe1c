import type { PieceAddress } from '../engine/batch-address.ts';

/** A message that no thread could do, however often it was tried. */
export class ThreadFailure extends Error {
  readonly index: number;
  /** Where the thread was when it failed for the last time. */
  readonly place: PieceAddress | undefined;
  readonly attempts: number;

  constructor(index: number, place: PieceAddress | undefined, attempts: number, cause: Error) {
    super(cause.message, { cause });
    this.name = 'ThreadFailure';
    this.index = index;
    this.place = place;
    this.attempts = attempts;
  }
}
