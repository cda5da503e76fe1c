import { openSync, writeSync } from 'node:fs';
import { type Find, fuzzInputs } from './fuzz-inputs.ts';
import { targets } from './targets/index.ts';

/** What a process says: that it is alive and how many inputs it has begun; last, what it found. */
export interface FuzzNews {
  readonly begun: number;
  readonly finds?: readonly Find[];
}

/** Characters of an input that are written down, in case that it is the end. */
const MOST_CHARACTERS = 20_000;
const NEWS_EVERY = 1000;

const [target, inputs, seed, lastInput] = process.argv.slice(2);
const file = openSync(lastInput, 'w');
let begun = 0;
let told = performance.now();
const finds = await fuzzInputs(targets[target], Number(inputs), Number(seed), (here, input) => {
  begun++;
  const written = `--seed ${here}\n${JSON.stringify(input).slice(0, MOST_CHARACTERS)}`;
  writeSync(file, `${written}\0`, 0);
  if (performance.now() - told < NEWS_EVERY) return;
  told = performance.now();
  process.send!({ begun } satisfies FuzzNews);
});
process.send!({ begun, finds } satisfies FuzzNews);
process.disconnect();
