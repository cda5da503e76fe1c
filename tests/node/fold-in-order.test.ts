import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planBatches } from '../../src/engine/plan.ts';
import { createRunFold } from '../../src/engine/run-fold.ts';
import { createHeader } from '../../src/node/batch-header.ts';
import { openCheckpoint } from '../../src/node/checkpoint.ts';
import { foldInOrder } from '../../src/node/fold-in-order.ts';
import { pack } from '../../src/node/pack.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { runEach } from '../fixtures/run-each.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

const { scenario } = readScenario(
  shippedText('mc1973'),
  'x',
  ['simulation.replicates=4000', 'simulation.worlds=60'].map((s) => readChange(s)),
);
const batches = planBatches(scenario);
const results = runEach(scenario, batches);
const packed = results.map((result) => pack(result, new SharedArrayBuffer(0)));
const header = await createHeader(scenario, []);
const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'isoeffect-'));
const open = (folder: string) => openCheckpoint(join(folder, 'batches'), header, batches);

/** The bytes of the result where batches come in an order, on top of what a folder keeps. */
async function foldAs(order: readonly number[], folder = emptyFolder()): Promise<string> {
  const fold = createRunFold(createTrial(scenario), []);
  const take = foldInOrder(batches, fold, open(folder));
  for (const index of order) take(index, packed[index]);
  return JSON.stringify(await fold.result());
}

const inOrder = batches.map((_, index) => index);
// 7 has no factor in common with the number of batches, so that its multiples reach all
const scattered = inOrder.map((index) => (7 * index) % batches.length);

describe('batches that come in any order', () => {
  it('are folded in that of the plan: the same bytes forwards, backwards and scattered', async () => {
    expect(new Set(scattered).size).toBe(batches.length);
    const bytes = await foldAs(inOrder);
    expect(await foldAs([...inOrder].reverse())).toBe(bytes);
    expect(await foldAs(scattered)).toBe(bytes);
  });

  it('are handed on once each, and none before its turn', () => {
    const seen: number[] = [];
    const fold = { add: (batch: (typeof batches)[number]) => seen.push(batches.indexOf(batch)) };
    const take = foldInOrder(batches, fold, open(emptyFolder()));
    const [first, ...later] = inOrder;
    for (const index of later) take(index, packed[index]);
    expect(seen).toEqual([]);
    take(first, packed[first]);
    expect(seen).toEqual(inOrder);
  });
});

describe('a cut run', () => {
  const half = scattered.slice(0, Math.floor(batches.length / 2));

  it('goes on from what its folder keeps, with the bytes of a whole one', async () => {
    const folder = emptyFolder();
    const checkpoint = open(folder);
    for (const index of half) checkpoint.save(index, packed[index]);
    checkpoint.close();
    const opened = open(folder);
    expect(opened.damage).toBe(undefined);
    expect(inOrder.filter((index) => opened.kept.has(index))).toEqual([...half].sort((a, b) => a - b));
    for (const index of half) expect(opened.read(index)).toEqual(results[index]);
    const missing = inOrder.filter((index) => !half.includes(index));
    expect(() => opened.read(missing[0])).toThrow(RangeError);
    expect(await foldAs(missing, folder)).toBe(await foldAs(inOrder));
  });
});
