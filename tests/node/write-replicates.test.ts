import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { planBatches } from '../../src/engine/plan.ts';
import { writeReplicates } from '../../src/node/write-replicates.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

describe('the table of replicates', () => {
  it('is the same as CSV and as Parquet, sorted by truth, world and replicate, and agrees with the result', async () => {
    const { scenario, results, result } = await runInline(
      shippedText('mc1973'),
      'simulation.replicates=60',
      'simulation.worlds=30',
      'simulation.replicatesPerWorld=2',
    );
    const table = [createTrial(scenario), planBatches(scenario), (index: number) => results[index]] as const;
    const folder = mkdtempSync(join(tmpdir(), 'isoeffect-'));
    await writeReplicates(folder, 'csv', ...table);
    await writeReplicates(folder, 'parquet', ...table);
    const lines = readFileSync(join(folder, 'replicates.csv'), 'utf8').trimEnd().split('\n');
    const file = readFileSync(join(folder, 'replicates.parquet'));
    const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
    const objects = await parquetReadObjects({ file: buffer });
    expect(lines).toHaveLength(1 + 60 + 60 + 60);
    const names = lines[0].split(',');
    objects.forEach((object, row) => {
      const cells = lines[row + 1].split(',');
      expect(names.map((name) => String(object[name] ?? ''))).toEqual(cells);
    });
    const keys = objects.map(
      ({ truth, world, replicate }) => [truth === 'asPlanned' ? 0 : 1, world, replicate] as number[],
    );
    const sortedKeys = [...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    expect(keys).toEqual(sortedKeys);
    const planned = objects.filter(({ truth, world }) => truth === 'asPlanned' && world === 0);
    const successes = planned.filter(({ success }) => success === 1).length;
    expect(successes / 60).toBe(result.truths[0].operatingCharacteristics.power.estimate);
  });
});
