import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planBatches } from '../../src/engine/plan.ts';
import { openBatchThreads } from '../../src/node/thread-pool.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { runEach } from '../fixtures/run-each.ts';
import { runInThreads } from '../fixtures/run-in-threads.ts';
import { root, shippedText } from '../fixtures/scenario-text.ts';

const { scenario } = readScenario(
  shippedText('quick-start'),
  'x',
  ['simulation.replicates=4000', 'simulation.worlds=80'].map((s) => readChange(s)),
);
const batches = planBatches(scenario);
const dying = pathToFileURL(join(root, 'tests/fixtures/dying-worker.mjs')).href;
let log: string;

beforeEach(() => {
  log = join(mkdtempSync(join(tmpdir(), 'isoeffect-')), 'log');
  writeFileSync(log, '');
  process.env.DYING_WORKER_LOG = log;
});
afterEach(() => {
  delete process.env.DYING_WORKER_PLAN;
});

async function run(plan: string, patienceMinutes = 30) {
  process.env.DYING_WORKER_PLAN = plan;
  const retried: number[] = [];
  const reasons: string[] = [];
  const results = await runInThreads(scenario, batches, {
    workers: 2,
    threadModule: dying,
    patienceMinutes,
    onRetry: (index, reason) => {
      retried.push(index);
      reasons.push(reason);
    },
  });
  return { results, retried, reasons };
}

describe('a thread that dies', () => {
  it.each([
    ['exit', 'worker exited with code: 7'],
    ['throw', 'struck'],
    ['memory', 'Worker terminated due to reaching memory limit: JS heap out of memory'],
    // Work that never ends, and a wait that never ends
    ['hang', 'no progress in 3 s'],
    ['sleep', 'no progress in 3 s'],
  ])('by %s: its batch is tried again, with the same result', async (how, reason) => {
    const victims = how === 'exit' || how === 'throw' ? '"worlds"' : '"worlds","from":21,';
    const { results, retried, reasons } = await run(
      `${how} 1 ${victims}`,
      reason.startsWith('no progress') ? 0.05 : 30,
    );
    expect(retried.length).toBeGreaterThan(0);
    expect(reasons).toEqual(reasons.map(() => reason));
    const inline = runEach(scenario, batches);
    expect(results).toEqual(inline);
  });

  it('three times in the same batch: the run fails, all others are handed over first or not at all', async () => {
    await expect(run('exit 3 "truth":2,"from":2048')).rejects.toMatchObject({
      name: 'ThreadFailure',
      attempts: 3,
      place: { world: 0, replicate: 2050 },
      message: 'worker exited with code: 7',
    });
    expect(readFileSync(log, 'utf8').trim().split('\n')).toHaveLength(3);
  });
});

describe('a thread module that cannot be loaded', () => {
  it.each([
    ['throws', 'throw new Error("not here")', 'not here'],
    ['leaves', 'process.exit(3)', 'no thread could be started'],
    ['is not there', undefined, /Cannot find module/],
  ])('as it %s: that is said, and nothing waits for it', async (_, code, message) => {
    const threadModule = `${log}.mjs`;
    if (code) writeFileSync(threadModule, code);
    await expect(runInThreads(scenario, batches, { workers: 2, threadModule })).rejects.toThrow(message);
  });
});

describe('an interrupt', () => {
  it('stops within a second', async () => {
    const long = readScenario(shippedText('quick-start'), 'x', [
      readChange('simulation.replicates=3000000'),
    ]).scenario;
    const plan = planBatches(long);
    const threads = openBatchThreads(2);
    let finished = 0;
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const running = threads.run(
      long,
      plan,
      plan.map((_, i) => i),
      {
        onResult: () => {
          finished++;
          begin();
        },
      },
    );
    const outcome = running.then(
      () => 'finished',
      () => 'stopped',
    );
    await begun;
    const before = performance.now();
    threads.stop();
    expect(await outcome).toBe('stopped');
    expect(performance.now() - before).toBeLessThan(1000);
    expect(finished).toBeGreaterThan(0);
    expect(finished).toBeLessThan(plan.length);
  });

  it('of threads that were given nothing waits until they have loaded', async () => {
    await expect(openBatchThreads(2).close()).resolves.toBeUndefined();
  });
});
