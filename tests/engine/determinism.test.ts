import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BatchResult } from '../../src/engine/batch-result.ts';
import { mergeResults } from '../../src/engine/merge-results.ts';
import { planBatches } from '../../src/engine/plan.ts';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import { sortResults } from '../../src/engine/sort-results.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { runEach } from '../fixtures/run-each.ts';
import { runInThreads } from '../fixtures/run-in-threads.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { exampleText, shippedText } from '../fixtures/scenario-text.ts';

const small = [
  'design.perArm=60',
  'simulation.replicates=12000',
  'simulation.worlds=60',
  'simulation.replicatesPerWorld=3',
];
const resultText = (result: unknown): string => JSON.stringify(result);

/** The rows of replicates of one truth, as plain arrays. */
function rows(results: readonly BatchResult[], batches: ReturnType<typeof planBatches>, truths: number) {
  const sorted = sortResults(batches, results, truths);
  const flat = (
    parts: readonly { columns?: { events: Uint32Array; passes: Uint8Array; passesAtMargin: Uint8Array } }[],
    of: 'events' | 'passes' | 'passesAtMargin',
  ) => parts.flatMap((part) => Array.from(part.columns?.[of] ?? []));
  return {
    replicates: sorted.replicates.map((parts) => ({
      events: flat(parts, 'events'),
      passes: flat(parts, 'passes'),
      margin: flat(parts, 'passesAtMargin'),
    })),
    worlds: sorted.worlds.flatMap((part) => Array.from(part.power)),
    draws: sorted.worlds.flatMap((part) => Array.from(part.draws)),
    worldRows: flat(sorted.worlds, 'events'),
  };
}

describe('the same scenario and seed give the same bytes', () => {
  it('with 7 threads, and without any', async () => {
    const { scenario, warnings } = readScenario(
      exampleText,
      'x',
      small.map((s) => readChange(s)),
    );
    const batches = planBatches(scenario);
    expect(batches.length).toBeGreaterThanOrEqual(20);
    const inline = resultText(await mergeResults(scenario, runEach(scenario, batches), warnings));
    const results = await runInThreads(scenario, batches, { workers: 7 });
    expect(resultText(await mergeResults(scenario, results, warnings)) === inline).toBe(true);
  });

  it('in any order of batches', async () => {
    const { scenario } = readScenario(
      exampleText,
      'x',
      small.map((s) => readChange(s)),
    );
    const batches = planBatches(scenario);
    const forward = runEach(scenario, batches);
    const backward: BatchResult[] = [];
    const runBatch = createBatchRunner(scenario);
    for (let i = batches.length - 1; i >= 0; i--) backward[i] = runBatch(batches[i]);
    expect(resultText(await mergeResults(scenario, backward, []))).toBe(
      resultText(await mergeResults(scenario, forward, [])),
    );
  });

  it('and another seed gives other numbers', async () => {
    const a = await runInline(
      exampleText,
      'design.perArm=60',
      'simulation.replicates=200',
      'simulation.worlds=20',
    );
    const b = await runInline(
      exampleText,
      'design.perArm=60',
      'simulation.replicates=200',
      'simulation.worlds=20',
      'seed=another',
    );
    expect(b.result.truths[0].arms).not.toEqual(a.result.truths[0].arms);
    expect(b.result.worldsSummary!.first[0].values).not.toEqual(a.result.worldsSummary!.first[0].values);
  });
});

describe('more replicates and worlds never change earlier ones', () => {
  it('2,000 replicates are a prefix of 4,000 in each truth, 30 worlds of 60', async () => {
    const run = async (...sets: string[]) => {
      const { scenario, results } = await runInline(
        exampleText,
        'design.perArm=60',
        'simulation.replicatesPerWorld=3',
        ...sets,
      );
      return rows(results, planBatches(scenario), 2);
    };
    const short = await run('simulation.replicates=2000', 'simulation.worlds=30');
    const long = await run('simulation.replicates=4000', 'simulation.worlds=60');
    short.replicates.forEach((truth, t) => {
      expect(long.replicates[t].events.slice(0, truth.events.length)).toEqual(truth.events);
      expect(long.replicates[t].passes.slice(0, truth.passes.length)).toEqual(truth.passes);
      expect(long.replicates[t].margin.slice(0, truth.margin.length)).toEqual(truth.margin);
    });
    expect(long.draws.slice(0, short.draws.length)).toEqual(short.draws);
    expect(long.worlds.slice(0, 30)).toEqual(short.worlds);
    expect(short.worldRows.length).toBeGreaterThan(0);
    expect(long.worldRows.slice(0, short.worldRows.length)).toEqual(short.worldRows);
  });

  it('any replicate replays alone', () => {
    const { scenario } = readScenario(shippedText('quick-start'), 'x');
    const runBatch = createBatchRunner(scenario);
    const many = runBatch({ kind: 'replicates', truth: 1, from: 0, to: 130 });
    const alone = createBatchRunner(scenario)({ kind: 'replicates', truth: 1, from: 123, to: 124 });
    if (many.kind !== 'replicates' || alone.kind !== 'replicates') throw new Error('no replicates');
    const perRow = many.columns.events.length / many.columns.rows;
    expect(alone.columns.events).toEqual(many.columns.events.slice(123 * perRow, 124 * perRow));
  });

  it('a larger trial begins with the patients of the smaller: its events never fall', async () => {
    const events = async (perArm: number) => {
      const { results } = await runInline(
        shippedText('null-single-arm'),
        `design.perArm=${perArm}`,
        'simulation.replicates=300',
      );
      const part = results.find((r) => r.kind === 'replicates');
      return part?.kind === 'replicates' ? Array.from(part.columns.events) : [];
    };
    const [small, large] = [await events(50), await events(80)];
    expect(small).toHaveLength(300);
    small.forEach((count, i) => {
      expect(large[i]).toBeGreaterThanOrEqual(count);
      expect(large[i]).toBeLessThanOrEqual(count + 30);
    });
  });
});

describe('no regression', () => {
  it('the bytes of a small run change only with a Results entry in the changelog; equal on every Node', async () => {
    const { result } = await runInline(
      shippedText('scopes-ii'),
      'simulation.replicates=500',
      'simulation.worlds=40',
    );
    const { arms, truths, assurance, worldsSummary, patients } = result;
    const numbers = JSON.stringify({ arms, truths, assurance, worldsSummary, patients });
    expect(createHash('sha256').update(numbers).digest('hex')).toMatchInlineSnapshot(
      `"51a9c262fb5747875c138108126a85a6f1998941db62ae699ff1813ab9b9731b"`,
    );
  });
});
