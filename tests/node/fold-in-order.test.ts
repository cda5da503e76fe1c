import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planBatches } from '../../src/engine/plan.ts';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import { createRunFold } from '../../src/engine/run-fold.ts';
import { openCheckpoint } from '../../src/node/checkpoint.ts';
import { foldInOrder } from '../../src/node/fold-in-order.ts';
import { pack } from '../../src/node/pack.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

const { scenario } = readScenario(
  shippedText('mc1973'),
  'x',
  ['simulation.replicates=4000', 'simulation.worlds=60'].map((s) => readChange(s)),
);
const batches = planBatches(scenario);
const results = batches.map(createBatchRunner(scenario));
const packed = results.map((result) => pack(result, new SharedArrayBuffer(0)));
const emptyFolder = (): string => mkdtempSync(join(tmpdir(), 'isoeffect-'));

/** The bytes of the result where batches come in an order, on top of what a folder keeps. */
async function foldAs(order: readonly number[], folder = emptyFolder()): Promise<string> {
  const fold = createRunFold(createTrial(scenario), []);
  const take = foldInOrder(batches, fold, openCheckpoint(folder, 'one'));
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
    const take = foldInOrder(batches, fold, openCheckpoint(emptyFolder(), 'one'));
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
    const checkpoint = openCheckpoint(folder, 'one');
    for (const index of half) checkpoint.save(index, packed[index]);
    checkpoint.close();
    const opened = openCheckpoint(folder, 'one');
    expect(opened.isTorn).toBe(false);
    expect(inOrder.filter((index) => opened.kept.has(index))).toEqual([...half].sort((a, b) => a - b));
    for (const index of half) expect(opened.read(index)).toEqual(results[index]);
    const missing = inOrder.filter((index) => !half.includes(index));
    expect(() => opened.read(missing[0])).toThrow(RangeError);
    expect(await foldAs(missing, folder)).toBe(await foldAs(inOrder));
  });

  it.each([1, 5, 100])('leaves out a last batch that is %i bytes short', async (short) => {
    const folder = emptyFolder();
    const checkpoint = openCheckpoint(folder, 'one');
    for (const index of half) checkpoint.save(index, packed[index]);
    checkpoint.close();
    const path = join(folder, 'batches');
    writeFileSync(path, readFileSync(path).subarray(0, -short));
    const opened = openCheckpoint(folder, 'one');
    expect(opened.isTorn).toBe(true);
    expect(inOrder.filter((index) => opened.kept.has(index))).toEqual(
      half.slice(0, -1).sort((a, b) => a - b),
    );
    const missing = inOrder.filter((index) => !opened.kept.has(index));
    expect(await foldAs(missing, folder)).toBe(await foldAs(inOrder));
  });

  it('takes over nothing of another run, nor of a file that is none of its own', () => {
    const folder = emptyFolder();
    const checkpoint = openCheckpoint(folder, 'one');
    checkpoint.save(0, packed[0]);
    expect(openCheckpoint(folder, 'one').kept.size).toBe(1);
    expect(openCheckpoint(folder, 'another').kept.size).toBe(0);
    expect(openCheckpoint(folder, 'one').kept.size).toBe(0);
    writeFileSync(join(folder, 'batches'), 'something else');
    const opened = openCheckpoint(folder, 'one');
    opened.save(1, packed[1]);
    expect(openCheckpoint(folder, 'one').read(1)).toEqual(results[1]);
  });
});
