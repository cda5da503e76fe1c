import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from './measurement.ts';
import { peersFolder } from './project-root.ts';
import { runMeasured } from './run-child.ts';

/** What a peer runs in, how it is found, and the Debian packages that bring it. */
const needs = {
  numpy: { command: 'python3', test: ['-c', 'import numpy'], packages: 'python3-numpy' },
  baseR: { command: 'Rscript', test: ['-e', 'invisible()'], packages: 'r-base-core' },
  rpact: { command: 'Rscript', test: ['-e', 'library(rpact)'], packages: 'r-base-core r-cran-rpact' },
  gcc: { command: 'gcc', test: ['--version'], packages: 'gcc' },
} as const;

type Need = keyof typeof needs;

/** Peers of ours that this machine has. */
export interface Peers {
  /** A sentence on each that is missing, with the packages to install. */
  readonly missing: readonly string[];
  /** A program of `tests/bench/peers`, as a list that is empty where what it needs is missing. */
  program(
    need: Exclude<Need, 'gcc'>,
    name: string,
    file: string,
    ...args: readonly (string | number)[]
  ): Program[];
  /** A C program, compiled with gcc and these flags; likewise. */
  compiled(
    name: string,
    file: string,
    flags: readonly string[],
    ...args: readonly (string | number)[]
  ): Program[];
}

const program = (name: string, command: string, args: readonly (string | number)[]): Program => ({
  name,
  run: () => runMeasured(command, args.map(String)),
});

const succeeds = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** No peers at all: ours alone. */
export const noPeers: Peers = { missing: [], program: () => [], compiled: () => [] };

/** Looks what peers this machine has. */
export function findPeers(): Peers {
  const found = new Set(
    (Object.keys(needs) as Need[]).filter((need) => succeeds(needs[need].command, needs[need].test)),
  );
  const missing = (Object.keys(needs) as Need[]).filter((need) => !found.has(need));
  const folder = mkdtempSync(join(tmpdir(), 'isoeffect-peers-'));
  return {
    missing: missing.map((need) => `${need} is left out (Debian: apt-get install ${needs[need].packages})`),
    program: (need, name, file, ...args) =>
      found.has(need) ? [program(name, needs[need].command, [join(peersFolder, file), ...args])] : [],
    compiled: (name, file, flags, ...args) => {
      if (!found.has('gcc')) return [];
      const binary = join(folder, `${file}${flags.join('')}`);
      const all = [...flags, '-o', binary, join(peersFolder, file), '-lm'];
      if (!succeeds('gcc', all)) throw new Error(`gcc ${all.join(' ')} failed`);
      return [program(name, binary, args)];
    },
  };
}
