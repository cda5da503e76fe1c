import { createBatchRunner } from '../engine/run-batch.ts';
import type { HandAnswer, HandRequest } from './hand.ts';
import { messageOf } from './message-of.ts';

let runBatch: ReturnType<typeof createBatchRunner>;

/** Runs one batch after another, of the scenario that it was told last. */
self.onmessage = ({ data }: MessageEvent<HandRequest>): void => {
  if ('scenario' in data) {
    const { scenario } = data;
    let runner: typeof runBatch | undefined;
    runBatch = (batch) => {
      runner ??= createBatchRunner(scenario);
      return runner(batch);
    };
    return;
  }
  self.postMessage(answer(data));
};

function answer({ batch }: Extract<HandRequest, { batch: unknown }>): HandAnswer {
  try {
    return { result: runBatch(batch) };
  } catch (error) {
    return { failure: messageOf(error) };
  }
}
