import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './measurement.ts';
import { peersFolder, projectRoot } from './project-root.ts';

/** One thread a program: no library may take more. */
const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
const MOST_OUTPUT_BYTES = 1 << 28;

/**
 * Runs a program to its end and returns what it printed.
 *
 * @throws Error with what it said, if it fails
 */
function runChild(command: string, args: readonly string[], env: Record<string, string> = {}) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: projectRoot,
    encoding: 'utf8',
    env: { ...process.env, ...ONE_THREAD, NO_COLOR: '1', PYTHONDONTWRITEBYTECODE: '1', ...env },
    maxBuffer: MOST_OUTPUT_BYTES,
  });
  const wallSeconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return { stdout, wallSeconds };
}

/** Runs a program that measures itself and prints a {@link Measurement} as one line of JSON. */
export function runMeasured(command: string, args: readonly string[]): Measurement {
  return JSON.parse(runChild(command, args).stdout) as Measurement;
}

/** What a whole Node process used, its start included. */
export interface NodeUsage {
  readonly stdout: string;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peakBytes: number;
}

/** Runs Node with some arguments; everything counts, from the start of the process to its end. */
export function runNode(args: readonly string[]): NodeUsage {
  const folder = mkdtempSync(join(tmpdir(), 'isoeffect-usage-'));
  const usage = join(folder, 'usage.json');
  const preload = join(peersFolder, '../report-usage.cjs');
  const { stdout, wallSeconds } = runChild(process.execPath, ['--require', preload, ...args], {
    ISOEFFECT_BENCH_USAGE: usage,
  });
  const used = JSON.parse(readFileSync(usage, 'utf8')) as { cpuSeconds: number; peakBytes: number };
  rmSync(folder, { recursive: true });
  return { stdout, wallSeconds, ...used };
}
