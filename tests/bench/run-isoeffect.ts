import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunResult } from '../../src/engine/result.ts';
import { projectRoot } from './project-root.ts';
import { type NodeUsage, runNode } from './run-child.ts';

const main = join(projectRoot, 'dist/src/cli/main.js');

/** Runs the compiled command line. */
export const runIsoeffect = (...args: readonly string[]): NodeUsage => runNode([main, ...args]);

/** How often a scenario is run, and by how many threads. */
export interface RunSize {
  readonly replicates: number;
  readonly workers: number;
}

/** Runs a scenario file of the project without report and rows, and reads its result. */
export function runScenario(
  file: string,
  { replicates, workers }: RunSize,
): NodeUsage & { result: RunResult } {
  const folder = mkdtempSync(join(tmpdir(), 'isoeffect-bench-'));
  const usage = runIsoeffect(
    'run',
    join(projectRoot, file),
    ...['--replicates', String(replicates), '--workers', String(workers)],
    ...['--no-report', '--replicates-file', 'none', '--yes', '--out', folder],
  );
  const result = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as RunResult;
  rmSync(folder, { recursive: true });
  return { ...usage, result };
}
