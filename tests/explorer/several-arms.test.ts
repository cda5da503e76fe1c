import { describe, expect, it } from 'vitest';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import { refine, type Stage } from '../../src/explorer/refine.ts';
import { stageView } from '../../src/explorer/stage-view.ts';
import { studio } from '../../src/explorer/studio.ts';
import { charts } from '../../src/report/charts/index.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { FOUR_ARMS_WITH_LOOKS } from '../fixtures/three-arms.ts';

describe('several arms in the explorer', () => {
  it('are run, told and drawn by the charts that show more than two, and compared', async () => {
    const read = readScenario(FOUR_ARMS_WITH_LOOKS, 'x.yaml', [readChange('simulation.replicates=300')]);
    const runBatch = createBatchRunner(read.scenario);
    const stages: Stage[] = [];
    await refine(
      read,
      () => async (_, batches, onResult) => {
        for (const batch of batches) onResult(batch, runBatch(batch));
      },
      { onStage: (stage) => stages.push(stage), onProgress: () => {} },
    );
    const last = stages.at(-1)!;
    const { sentences, glances } = stageView(last);
    expect(sentences.join(' ')).toContain('Before the end gy42 in');
    expect(glances.map(({ question }) => question)).toContain('Familywise error');
    const { result } = last;
    const order = studio.chartNames(result);
    const inputFrom = order.findIndex((name) => charts[name].showsInput);
    expect(order.slice(inputFrom).every((name) => charts[name].showsInput)).toBe(true);
    expect(order.slice(0, inputFrom)).toContain('power-by-arm');
    expect(order.slice(inputFrom)).toContain('eqd2-by-alpha-beta');
    expect(order).not.toContain('dose-response');
    const drawn = await Promise.all(order.map((name) => studio.draw(result, name, 600)));
    expect(drawn.flatMap((picture) => picture?.name ?? [])).toContain('power-by-arm');
    await expect(studio.draw(result, 'dose-response', 600)).rejects.toThrow('no chart of this result');
    const named = [1, 2].map((name) => ({ name: String(name), result: result as never }));
    expect(await studio.drawComparison(named, 600)).not.toHaveLength(0);
  });
});
