import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { root } from '../fixtures/scenario-text.ts';
import { REPLICATES, soakedRun, undisturbed } from './soaked-run.ts';

const killing = pathToFileURL(join(root, 'tests/soak/killing-threads.mjs')).href;
/** Trials between two deaths, on average: some deaths in each run, and at times three of one batch. */
const TRIALS_PER_DEATH = 10_000;
const MOST_RUNS = 40;

it('a run whose threads die and hang at random ends with the bytes of one whose do not', async () => {
  const whole = undisturbed();
  // Threads that hang are noticed after 3 s
  const run = soakedRun(undefined, '--patience', '0.05');
  const deaths: string[] = [];
  const failures: string[] = [];
  for (let attempt = 1; ; attempt++) {
    expect(attempt).toBeLessThanOrEqual(MOST_RUNS);
    const { status, stderr } = await run.resume(undefined, {
      NODE_OPTIONS: `--import ${killing}`,
      KILLING_THREADS: `${attempt} ${1 / TRIALS_PER_DEATH}`,
    });
    deaths.push(...stderr.split('\n').filter((line) => line.startsWith('a thread died')));
    if (status === 0) break;
    expect(status, stderr).toBe(1);
    failures.push(stderr);
  }
  expect(deaths.length).toBeGreaterThan(REPLICATES / TRIALS_PER_DEATH);
  for (const reason of ['worker exited with code: 9', 'struck', 'no progress in 3 s', 'memory limit'])
    expect(deaths.filter((line) => line.includes(reason)).length, reason).toBeGreaterThan(0);
  for (const stderr of failures) {
    expect(stderr).toMatch(/failed at (truth \w+ )?world \d+( replicate \d+)?, 3 times: /);
    expect(stderr).toMatch(/kept \d+ of \d+ batches in .*; go on with: isoeffect run quick-start .*--resume/);
  }
  expect(run.result()).toBe(whole.result);
});
