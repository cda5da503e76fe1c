import type { Batch } from './plan.ts';

/** A batch as it crosses a thread boundary. */
export interface BatchMessage {
  /** The serialised scenario, the same memory for all threads and messages: threads are there before it is read. */
  readonly scenario: SharedArrayBuffer;
  readonly batch: Batch;
  /** Where its result is packed, if it has room; nobody reads what lies there any more. */
  readonly room: SharedArrayBuffer;
  /** Where the thread shows its progress. */
  readonly pulse: SharedArrayBuffer;
}
