import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { main, scratch } from '../fixtures/command-line.ts';
import { root } from '../fixtures/scenario-text.ts';

const probe = pathToFileURL(join(root, 'tests/fixtures/report-peak-memory.mjs')).href;
const PATIENTS_PER_TRIAL = 40;

/** Peak memory in MB of a run on two threads with so many simulated patients, in trials that are cheap and many. */
function peakMegabytes(patients: number, ...more: string[]): number {
  const cwd = scratch();
  const file = join(cwd, 'peak');
  const trial = ['--set', 'truths={}', '--set', `design.perArm=${PATIENTS_PER_TRIAL / 2}`];
  const size = ['--replicates', String(patients / PATIENTS_PER_TRIAL), '--workers', '2', '--yes'];
  const none = ['--no-report', '--replicates-file', 'none'];
  const { status } = spawnSync(
    process.execPath,
    ['--import', probe, ...more, main, 'run', 'null-non-inferiority', ...trial, ...size, ...none],
    { cwd, env: { ...process.env, PEAK_MEMORY_FILE: file } },
  );
  expect(status).toBe(0);
  return Number(readFileSync(file, 'utf8')) / 1024;
}

it('peak memory is the same with 30 times the patients, and under 300 MB', () => {
  const [few, many] = [2_000_000, 60_000_000].map((patients) =>
    Math.min(peakMegabytes(patients), peakMegabytes(patients)),
  );
  expect(many).toBeLessThan(300);
  // 1.45 million trials more, which take 22 bytes each where they are held: 32 MB. Peaks of the same run lie 1 to 4 MB apart
  expect(many - few).toBeLessThan(20);
});

it('nothing piles up in memory while a slow disk is waited for', () => {
  // What 1.5 million trials leave would be 33 MB if it waited in memory
  const patients = 60_000_000;
  const slow = pathToFileURL(join(root, 'tests/fixtures/slow-disk.mjs')).href;
  expect(peakMegabytes(patients, '--import', slow) - peakMegabytes(patients)).toBeLessThan(20);
});
