import { parentPort, workerData } from 'node:worker_threads';
import { fuzzInputs } from './fuzz-inputs.ts';
import { targets } from './targets/index.ts';

/** What a thread is to do. */
export interface FuzzTask {
  readonly target: string;
  readonly inputs: number;
  readonly seed: number;
  /** Where the thread says how many inputs it has begun, with which seed, and how many bytes the last of them takes. */
  readonly progress: Int32Array;
  /** Where it writes the last input down, in case that is its end. */
  readonly last: Uint8Array;
}

const { target, inputs, seed, progress, last } = workerData as FuzzTask;
const encoder = new TextEncoder();
const finds = await fuzzInputs(targets[target], inputs, seed, (here, input) => {
  progress[0]++;
  progress[1] = here;
  progress[2] = encoder.encodeInto(JSON.stringify(input).slice(0, last.length), last).written;
});
parentPort!.postMessage(finds);
