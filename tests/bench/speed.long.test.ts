import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { root } from '../fixtures/scenario-text.ts';
import { disagreements } from './compare-answers.ts';
import { FLOORS } from './plain/floors.ts';
import { plainLogRank } from './plain/log-rank.ts';
import { plainReferenceWorkload } from './plain/reference-workload.ts';
import { pairedRatio } from './ratio.ts';

const PAIRS = 7;

/** CPU seconds of this process, and how many trials succeeded. */
function measured(work: () => number) {
  const cpu = process.cpuUsage();
  const successes = work();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (user + system) / 1e6, successes };
}

/** Successes of the next trials of a scenario, by the engine. */
function engineOf(file: string): (trials: number) => number {
  const { scenario } = readScenario(readFileSync(join(root, file), 'utf8'), file);
  const run = createBatchRunner(scenario);
  let from = 0;
  return (trials) => {
    const batch = run({ kind: 'replicates', truth: 0, from, to: from + trials });
    from += trials;
    if (batch.kind !== 'replicates') throw new Error('no replicates');
    return batch.columns.passes.reduce((sum, pass) => sum + pass, 0);
  };
}

function power(successes: readonly number[], trials: number) {
  const all = successes.length * trials;
  const estimate = successes.reduce((a, b) => a + b, 0) / all;
  return [{ name: 'power', estimate, mcse: Math.sqrt((estimate * (1 - estimate)) / all) }];
}

const { alea } = seedrandom;
const uniform = (() => {
  const draw = alea('plain');
  return () => draw() || 2 ** -33;
})();

describe.each([
  {
    name: 'the reference workload',
    file: 'scenarios/reference-workload.yaml',
    plain: (trials: number) => plainReferenceWorkload(trials, uniform).successes,
    trials: 2048,
    floor: FLOORS.referenceWorkload,
  },
  {
    name: 'the reference log-rank trial',
    file: 'scenarios/reference-log-rank.yaml',
    plain: (trials: number) => plainLogRank(trials, uniform),
    trials: 1024,
    floor: FLOORS.logRank,
  },
])('$name', ({ file, plain, trials, floor }) => {
  it(`answers as the plain program does, and takes no more than 1/${floor} of its time`, async ({
    annotate,
  }) => {
    const engine = engineOf(file);
    // Compiled before any time is taken
    plain(trials);
    engine(trials);
    const pairs = Array.from({ length: PAIRS }, () => ({
      ours: measured(() => engine(trials)),
      plain: measured(() => plain(trials)),
    }));
    const successes = (of: 'ours' | 'plain') => pairs.map((pair) => pair[of].successes);
    const seconds = (of: 'ours' | 'plain') => pairs.map((pair) => pair[of].seconds);
    expect(disagreements(power(successes('ours'), trials), power(successes('plain'), trials))).toEqual([]);
    const ratio = pairedRatio(seconds('plain'), seconds('ours'));
    await annotate(
      `median ${ratio.median.toFixed(3)}, from ${ratio.min.toFixed(3)} to ${ratio.max.toFixed(3)}`,
    );
    expect(ratio.median).toBeGreaterThan(floor);
  });
});
