import type { BatchResult } from '../engine/batch-result.ts';
import type { Batch } from '../engine/plan.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';

/** What a hand is told: a scenario once, then its batches one after another. */
export type HandRequest = { readonly scenario: Scenario } | { readonly batch: Batch };
/** What a hand answers to a batch. */
export type HandAnswer = { readonly result: BatchResult } | { readonly failure: string };

/** A worker that runs batches, as the crew sees it: so much of a Web Worker as it needs. */
export interface Hand {
  postMessage(request: HandRequest): void;
  onmessage: ((event: { readonly data: HandAnswer }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  terminate(): void;
}
