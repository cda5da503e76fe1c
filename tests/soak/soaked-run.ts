import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isoeffect, main, scratch } from '../fixtures/command-line.ts';

/** How one attempt at the run ended. */
export interface Attempt {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

/** A run that is made to suffer, beside one that is left alone. */
export interface SoakedRun {
  /** Where it writes. */
  readonly out: string;
  /** Bytes that it keeps of its batches so far. */
  kept(): number;
  /** Goes on with it. @param meanwhile what is done to the process while it runs */
  resume(meanwhile?: (child: ChildProcess) => Promise<void>, env?: Record<string, string>): Promise<Attempt>;
  result(): string;
}

/** Trials under each of the five truths of quick-start: they keep 6.8 MB. */
export const REPLICATES = 100_000;
const WHAT = ['run', 'quick-start', '--replicates', String(REPLICATES)];

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The `result.json` of the run that nobody disturbs, on one thread, and the bytes that its batches take. */
export function undisturbed(): { result: string; bytes: number } {
  const { status, stderr, cwd } = isoeffect([...WHAT, '--workers', '1', '--no-report', '--out', 'out']);
  if (status !== 0) throw new Error(stderr);
  return {
    result: readFileSync(join(cwd, 'out/result.json'), 'utf8'),
    bytes: statSync(join(cwd, 'out/checkpoint/batches')).size,
  };
}

/** A run in a folder of its own, or in the one given. */
export function soakedRun(cwd = scratch(), ...more: string[]): SoakedRun {
  const out = join(cwd, 'out');
  const batches = join(out, 'checkpoint/batches');
  return {
    out,
    kept: () => (existsSync(batches) ? statSync(batches).size : 0),
    resume: async (meanwhile, env = {}) => {
      const args = [main, ...WHAT, '--workers', '2', '--out', out, '--resume', ...more];
      const child = spawn(process.execPath, args, {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, ...env },
      });
      let stderr = '';
      child.stderr.on('data', (data) => {
        stderr += data;
      });
      const ended = new Promise<Attempt>((resolve) => {
        child.on('close', (status, signal) => resolve({ status, signal, stderr }));
      });
      await meanwhile?.(child);
      return ended;
    },
    result: () => readFileSync(join(out, 'result.json'), 'utf8'),
  };
}
