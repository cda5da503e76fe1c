import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { planBatches } from '../../../src/engine/plan.ts';
import { createBatchRunner } from '../../../src/engine/run-batch.ts';
import { pack } from '../../../src/node/pack.ts';
import { readShipped, root } from '../../fixtures/scenario-text.ts';
import { BYTES_PER_REPLICATE, PATIENTS_PER_REPLICATE } from './cost-model.ts';
import { type Efficiency, simulateEfficiency } from './efficiency.ts';
import { drawEfficiency } from './efficiency-chart.ts';
import { costTable, efficiencyTable, withParts } from './scale-page.ts';

const page = join(root, 'docs/scale.md');
let found: Efficiency[];

beforeAll(() => {
  found = simulateEfficiency();
});

// Run with -u after a change of the model: it writes page and figure
describe('the page on scale', () => {
  it('holds the tables that the model gives', async () => {
    const parts = { cost: costTable(), efficiency: efficiencyTable(found) };
    await expect(withParts(readFileSync(page, 'utf8'), parts)).toMatchFileSnapshot(page);
  });

  it('shows the figure that the model gives', async () => {
    const figure = join(root, 'docs/images/scale-efficiency.svg');
    await expect(await drawEfficiency(found)).toMatchFileSnapshot(figure);
  });

  it('counts the bytes that a checkpoint keeps of a replicate', () => {
    const { scenario } = readShipped('reference-workload', 'simulation.replicates=512');
    const batch = planBatches(scenario).find(({ kind }) => kind === 'replicates')!;
    const kept = pack(createBatchRunner(scenario)(batch), new SharedArrayBuffer(0)).length / 512;
    expect(Math.abs(kept / BYTES_PER_REPLICATE - 1)).toBeLessThan(0.1);
    expect(scenario.design).toMatchObject({ perArm: PATIENTS_PER_REPLICATE / 2 });
  });

  it('finds what the page says: dynamic assignment is never the worse by more than its repeats differ', () => {
    for (const dynamic of found.filter(({ assignment }) => assignment === 'dynamic')) {
      const dealt = found.find(
        ({ assignment, patients, shardsPerCore }) =>
          assignment === 'static' && patients === dynamic.patients && shardsPerCore === dynamic.shardsPerCore,
      )!;
      expect(dynamic.high).toBeGreaterThanOrEqual(dealt.low);
    }
  });
});
