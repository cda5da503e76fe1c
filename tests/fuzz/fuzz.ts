import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { FuzzNews } from './fuzz-child.ts';
import type { Find } from './fuzz-inputs.ts';
import { targets } from './targets/index.ts';

const USAGE = `npm run fuzz -- [--inputs N] [--seed S] [--target T]...
Gives N inputs (20000) to each target: ${Object.keys(targets).join(', ')}.`;

/** A process that begins no further input for so long hangs, in seconds. */
const HANGS_AFTER = 60;
/** Memory of a process for objects in MB: the program and its corpus, and what one input may take. */
const MOST_MEGABYTES = 400;

/** What became of a target's inputs. */
interface Outcome {
  readonly given: number;
  readonly seconds: number;
  readonly finds: readonly Find[];
}

/** Runs a target in a process of its own, in an empty folder, so that neither a hang nor a full memory is the end. */
async function fuzz(target: string, inputs: number, seed: number): Promise<Outcome> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'isoeffect-fuzz-'));
  const lastInput = join(folder, 'last-input');
  const child = fork(
    fileURLToPath(new URL('./fuzz-child.js', import.meta.url)),
    [target, String(inputs), String(seed), lastInput],
    {
      cwd: folder,
      execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  let news: FuzzNews = { begun: 0 };
  let isHanging = false;
  let errors = '';
  child.stderr!.setEncoding('utf8').on('data', (text) => {
    errors = `${errors}${text}`.slice(-5000);
  });
  const hangs = (): NodeJS.Timeout =>
    setTimeout(() => {
      isHanging = true;
      child.kill('SIGKILL');
    }, HANGS_AFTER * 1000);
  let watch = hangs();
  child.on('message', (told) => {
    news = told as FuzzNews;
    clearTimeout(watch);
    watch = hangs();
  });
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(watch);
  const why = isHanging ? `hangs for ${HANGS_AFTER} s` : `ended: ${errors}`;
  const end = (): Find => {
    const [input] = readFileSync(lastInput, 'utf8').split('\0');
    return { seed, input, error: why };
  };
  return { given: news.begun, seconds: (performance.now() - started) / 1000, finds: news.finds ?? [end()] };
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
