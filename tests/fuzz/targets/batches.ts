import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { planBatches } from '../../../src/engine/plan.ts';
import { createBatchRunner } from '../../../src/engine/run-batch.ts';
import { createRunFold } from '../../../src/engine/run-fold.ts';
import { createBatchFile, openBatchFile, scanBatchFile } from '../../../src/node/batch-file.ts';
import { createHeader } from '../../../src/node/batch-header.ts';
import { recordHead } from '../../../src/node/batch-record.ts';
import { pack } from '../../../src/node/pack.ts';
import { createShardReader } from '../../../src/node/shard-reader.ts';
import { createTrial } from '../../../src/scenario/trial.ts';
import { readShipped } from '../../fixtures/scenario-text.ts';
import { expectRefusal } from '../expected-error.ts';
import { mutatedBytes } from '../mutated-bytes.ts';
import type { FuzzTarget } from '../target.ts';

// Few replicates and worlds, so that records are short
const { scenario, warnings } = readShipped('mc1973', 'simulation.replicates=40', 'simulation.worlds=40');
const trial = createTrial(scenario);
const batches = planBatches(scenario);
const runBatch = createBatchRunner(scenario);
const packed = batches
  .map((batch) => runBatch(batch))
  .map((result) => pack(result, new SharedArrayBuffer(0)));
const header = await createHeader(scenario, warnings, { index: 1, count: 1 });
const path = join(mkdtempSync(join(tmpdir(), 'isoeffect-fuzz-')), 'shard-1-of-1.batches');

/** The bytes of a whole file. */
function wholeFile(): Uint8Array {
  createBatchFile(path, header);
  const file = openBatchFile(path);
  for (const [index, batch] of batches.entries()) file.append(batch, packed[index]);
  file.close();
  return new Uint8Array(readFileSync(path));
}

const whole = wholeFile();
const start =
  scanBatchFile(path).places.values().next().value!.offset - recordHead('header', new Uint8Array()).length;

/** Bytes of a file, or those of one batch in it with a checksum that is right, as no disk would damage them. */
type Input =
  | { readonly file: Uint8Array }
  | { readonly index: number; readonly batch: Uint8Array }
  | { readonly header: Uint8Array };

function fileOf(input: Input): Uint8Array {
  if ('file' in input) return input.file;
  if ('header' in input)
    return Buffer.concat([
      whole.subarray(0, 8),
      recordHead('header', input.header),
      input.header,
      whole.subarray(start),
    ]);
  const records = batches.flatMap((batch, index) => {
    const bytes = index === input.index ? input.batch : packed[index];
    return [recordHead(batch, bytes), bytes];
  });
  return Buffer.concat([whole.subarray(0, start), ...records]);
}

/** Files of batches: what cannot be read is left out or refused, and nothing is made of what was made up. */
export const batchesTarget: FuzzTarget<Input> = {
  summary: 'files of batches: checkpoints and shards',
  quick: 80,
  inputs: fc.oneof(
    mutatedBytes([whole]).map((file) => ({ file })),
    mutatedBytes([new TextEncoder().encode(JSON.stringify(header))]).map((bytes) => ({ header: bytes })),
    fc
      .nat(batches.length - 1)
      .chain((index) => mutatedBytes([packed[index].slice()]).map((batch) => ({ index, batch }))),
  ),
  async take(input) {
    writeFileSync(path, fileOf(input));
    let scan: ReturnType<typeof scanBatchFile>;
    try {
      scan = scanBatchFile(path);
    } catch (error) {
      return expectRefusal(error, 'ScenarioError');
    }
    const read = createShardReader(batches, [{ name: 'x', path, scan }]);
    const fold = createRunFold(trial, []);
    try {
      for (const [index, batch] of batches.entries()) fold.add(batch, read(index));
      await fold.result();
    } catch (error) {
      // Said by the command to be of the shards
      if (!(error instanceof Error) || /memory|stack/i.test(error.message)) throw error;
    }
  },
};
