import { existsSync } from 'node:fs';
import { join } from 'node:path';
import seedrandom from 'seedrandom';
import { expect, it } from 'vitest';
import { pause, soakedRun, undisturbed } from './soaked-run.ts';

const KILLS = 30;
/** So many of them come when all batches are there, and results are written. */
const LATE = 5;

it(`a run that is killed ${KILLS} times at random moments ends with the bytes of one that is not`, async () => {
  const whole = undisturbed();
  const run = soakedRun();
  const random = seedrandom('killed');
  const kills: { kept: number; afterMs: number }[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    // Moments by progress, and from there on by the clock, so that they fall in the run on any machine
    const early = KILLS - LATE;
    const progress = kill < early ? ((kill + random()) / early) * whole.bytes * 0.98 : whole.bytes;
    const afterMs = random() * (kill < early ? 30 : 400);
    const { signal } = await run.resume(async (child) => {
      while (run.kept() < progress && child.exitCode === null) await pause(2);
      await pause(afterMs);
      child.kill('SIGKILL');
    });
    expect(signal).toBe('SIGKILL');
    kills.push({ kept: run.kept(), afterMs });
  }
  // They did fall in the run: what is kept grew from kill to kill
  expect(new Set(kills.map(({ kept }) => kept)).size).toBeGreaterThanOrEqual(KILLS - LATE - 5);
  const last = await run.resume();
  expect(last.stderr).toContain('continuing: ');
  expect(last.status).toBe(0);
  expect(run.result()).toBe(whole.result);
  expect(existsSync(join(run.out, 'report.html'))).toBe(true);
});
