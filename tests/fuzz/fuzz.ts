import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Find } from './fuzz-inputs.ts';
import type { FuzzTask } from './fuzz-worker.ts';
import { targets } from './targets/index.ts';

const USAGE = `npm run fuzz -- [--inputs N] [--seed S] [--target T]...
Gives N inputs (20000) to each target: ${Object.keys(targets).join(', ')}.`;

/** A thread that begins no further input for so long hangs, in seconds. */
const HANGS_AFTER = 30;
/** Memory of a thread's objects in MB: the program and its corpus, and what one input may take. */
const MOST_MEGABYTES = 400;
/** An input that is the end of a thread is shown up to so many bytes. */
const LAST_BYTES = 100_000;

/** What became of a target's inputs. */
interface Outcome {
  readonly given: number;
  readonly seconds: number;
  readonly finds: readonly Find[];
}

/** Runs a target in a thread of its own, so that neither a hang nor a full memory is the end. */
async function fuzz(target: string, inputs: number, seed: number): Promise<Outcome> {
  const started = performance.now();
  const progress = new Int32Array(new SharedArrayBuffer(12));
  const last = new Uint8Array(new SharedArrayBuffer(LAST_BYTES));
  const task: FuzzTask = { target, inputs, seed, progress, last };
  const worker = new Worker(new URL('./fuzz-worker.js', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  const finds = await new Promise<readonly Find[]>((resolve) => {
    let before = 0;
    const broken = (error: string): void => {
      const input = Buffer.from(last.slice(0, progress[2])).toString();
      resolve([{ seed: progress[1], input, error: `${error} (input ${progress[0]})` }]);
    };
    const watch = setInterval(() => {
      if (progress[0] === before && before > 0) broken(`hangs for ${HANGS_AFTER} s`);
      before = progress[0];
    }, HANGS_AFTER * 1000);
    worker.once('message', resolve).once('error', (error) => broken(String((error as Error).stack ?? error)));
    worker.once('exit', () => clearInterval(watch));
  });
  await worker.terminate();
  return { given: progress[0], seconds: (performance.now() - started) / 1000, finds };
}

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '20000' },
    seed: { type: 'string' },
    target: { type: 'string', multiple: true, default: Object.keys(targets) },
    help: { type: 'boolean' },
  },
});
const inputs = Number(values.inputs);
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const unknown = values.target.filter((name) => !Object.hasOwn(targets, name));
if (values.help || unknown.length > 0 || !(inputs >= 1) || !Number.isSafeInteger(seed)) {
  console.error(USAGE);
  process.exit(2);
}
console.log(`seed ${seed}`);
let found = 0;
for (const name of values.target) {
  const { given, seconds, finds } = await fuzz(name, inputs, seed);
  console.log(`${name}: ${given} inputs in ${seconds.toFixed(0)} s, ${finds.length} finds`);
  for (const { seed: at, input, error } of finds)
    console.log(
      `  --target ${name} --seed ${at}\n  ${input.slice(0, 3000)}\n  ${error.replaceAll('\n', '\n  ')}`,
    );
  found += finds.length;
}
process.exitCode = found > 0 ? 1 : 0;
