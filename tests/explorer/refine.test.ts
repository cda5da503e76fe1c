import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planBatches } from '../../src/engine/plan.ts';
import { planStages } from '../../src/engine/plan-stages.ts';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import { createRunFold } from '../../src/engine/run-fold.ts';
import { type RunBatches, refine, type Stage } from '../../src/explorer/refine.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';

const text = (name: string): string => readFileSync(`scenarios/${name}.yaml`, 'utf8');

const live = (name: string, replicates: number, worlds?: number) =>
  readScenario(text(name), `${name}.yaml`, [
    { path: 'simulation.replicates', value: replicates, origin: 'test' },
    ...(worlds === undefined ? [] : [{ path: 'simulation.worlds', value: worlds, origin: 'test' }]),
  ]);

/** Batches one after another in this process, counted. */
function inProcess(): { runBatches: RunBatches; counts: Map<string, number> } {
  const counts = new Map<string, number>();
  let runBatch: ReturnType<typeof createBatchRunner> | undefined;
  return {
    counts,
    runBatches: async (scenario, batches, onResult) => {
      runBatch ??= createBatchRunner(scenario);
      for (const batch of batches) {
        const key = JSON.stringify(batch);
        counts.set(key, (counts.get(key) ?? 0) + 1);
        onResult(batch, runBatch(batch));
      }
    },
  };
}

describe('refine', () => {
  it.each([
    ['sts-log-rank', 700, undefined],
    ['alpha-beta-precision', 600, undefined],
    ['scopes-ii', 3000, 100],
  ])(
    '%s: the last stage has the bytes of a whole run, and no batch but the cut ones is run twice',
    async (name, replicates, worlds) => {
      const scenario = live(name, replicates, worlds);
      const stages: Stage[] = [];
      const shares: number[] = [];
      const { runBatches, counts } = inProcess();
      await refine(scenario, () => runBatches, {
        onStage: (stage) => stages.push(stage),
        onProgress: (share) => shares.push(share),
      });
      const fold = createRunFold(scenario.trial, scenario.warnings);
      const runBatch = createBatchRunner(scenario.scenario);
      for (const batch of planBatches(scenario.scenario)) fold.add(batch, runBatch(batch));
      expect(JSON.stringify(stages.at(-1)!.result)).toBe(JSON.stringify(await fold.result()));
      expect(stages.length).toBeGreaterThan(1);
      expect(stages.map(({ isLast }) => isLast).indexOf(true)).toBe(stages.length - 1);
      expect(Math.max(...counts.values())).toBe(1);
      expect(shares.every((share, i) => i === 0 || share >= shares[i - 1])).toBe(true);
      expect(shares.at(-1)).toBe(1);
    },
  );
});

describe('planStages', () => {
  it('quadruples replicates and worlds until both are whole', () => {
    const { scenario } = live('quick-start', 20_000, 500);
    const stages = planStages(scenario).map(({ simulation: { replicates, worlds } }) => [replicates, worlds]);
    expect(stages).toEqual([
      [32, 0],
      [512, 0],
      [2048, 80],
      [8192, 320],
      [20_000, 500],
    ]);
  });

  it('is one stage where the whole is small', () => {
    const { scenario } = live('quick-start', 30, 0);
    expect(planStages(scenario)).toEqual([scenario]);
  });
});
