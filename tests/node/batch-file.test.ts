import { appendFileSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Batch, planBatches } from '../../src/engine/plan.ts';
import { createBatchFile, openBatchFile, readHeader, scanBatchFile } from '../../src/node/batch-file.ts';
import { createHeader } from '../../src/node/batch-header.ts';
import { recordKey } from '../../src/node/batch-record.ts';
import { openCheckpoint } from '../../src/node/checkpoint.ts';
import { pack } from '../../src/node/pack.ts';
import { ScenarioError } from '../../src/scenario/scenario-error.ts';
import { runEach } from '../fixtures/run-each.ts';
import { readShipped } from '../fixtures/scenario-text.ts';

// Few replicates and worlds, so that records are short
const { scenario, warnings } = readShipped('mc1973', 'simulation.replicates=40', 'simulation.worlds=40');
const plan = planBatches(scenario);
/** One of each kind, and of one kind two. */
const batches = plan.filter(({ kind }, i) => i === plan.length - 1 || plan[i - 1]?.kind !== kind);
const results = runEach(scenario, batches);
const packed = results.map((result) => pack(result, new SharedArrayBuffer(0)));
const header = await createHeader(scenario, warnings);

let path: string;

/** Fills the file with all batches; where each record ends. */
function fill(): number[] {
  createBatchFile(path, header);
  const file = openBatchFile(path);
  const ends = batches.map((batch, index) => {
    file.append(batch, packed[index]);
    return file.size();
  });
  file.close();
  return ends;
}

/** Keys of the batches of some indices. */
const keysOf = (of: readonly Batch[]): string[] => of.map(recordKey);

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'isoeffect-')), 'batches');
});

describe('a file of batches', () => {
  it('is tested with every kind of batch', () => {
    expect(new Set(batches.map(({ kind }) => kind)).size).toBe(5);
  });

  it('gives back header and results, and tells each batch from all others', () => {
    const ends = fill();
    const scan = scanBatchFile(path);
    expect(scan).toMatchObject({ damaged: 0, end: ends.at(-1), size: ends.at(-1) });
    expect(readHeader(path)).toEqual(JSON.parse(JSON.stringify(header)));
    expect([...scan.places.keys()]).toEqual(keysOf(batches));
    expect(new Set(keysOf(plan)).size).toBe(plan.length);
    const file = openBatchFile(path);
    for (const [index, batch] of batches.entries())
      expect(file.read(scan.places.get(recordKey(batch))!)).toEqual(results[index]);
    file.close();
  });

  it('keeps all but the last batch, cut at any byte of that one', () => {
    const ends = fill();
    const [from, to] = ends.slice(-2);
    for (let size = to; size > from; size--) {
      truncateSync(path, size - 1);
      const scan = scanBatchFile(path);
      expect([...scan.places.keys()]).toEqual(keysOf(batches.slice(0, -1)));
      expect(scan.end).toBe(from);
    }
    // The last cut left nothing of it
    expect(statSync(path).size).toBe(from);
  });

  it('goes on after a tail of zeros, or of anything, as a power loss leaves it', () => {
    const whole = fill();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), fc.boolean(), (tail, isZero) => {
        truncateSync(path, whole.at(-2)!);
        appendFileSync(path, isZero ? new Uint8Array(tail.length) : tail);
        const checkpoint = openCheckpoint(path, header, batches);
        const last = batches.length - 1;
        expect(checkpoint.damage).toBe(`the last ${tail.length} bytes are torn`);
        expect(checkpoint.kept.has(last)).toBe(false);
        checkpoint.save(last, packed[last]);
        expect(checkpoint.read(last)).toEqual(results[last]);
        checkpoint.close();
        expect(scanBatchFile(path)).toMatchObject({ damaged: 0, end: whole.at(-1), size: whole.at(-1) });
      }),
      { numRuns: 30 },
    );
  });

  it('never takes over a byte that has changed: that batch goes, or all from it on, and no other', () => {
    const ends = fill();
    const bytes = readFileSync(path);
    const start = ends[0] - packed[0].length;
    fc.assert(
      fc.property(
        fc.integer({ min: start, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, flip) => {
          const changed = Uint8Array.from(bytes);
          changed[at] ^= flip;
          writeFileSync(path, changed);
          const scan = scanBatchFile(path);
          const hit = ends.findIndex((end) => at < end);
          expect(scan.places.has(recordKey(batches[hit]))).toBe(false);
          for (const batch of batches.slice(0, hit)) expect(scan.places.has(recordKey(batch))).toBe(true);
          // Where the head is whole, what comes after is found
          if (scan.damaged === 1) expect(scan.places.size).toBe(batches.length - 1);
          else expect(scan.end).toBe(hit === 0 ? start - 28 : ends[hit - 1]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('counts a damaged batch no longer once it has been run again', () => {
    const ends = fill();
    const bytes = readFileSync(path);
    bytes[ends[3] - 1] ^= 1;
    writeFileSync(path, bytes);
    const checkpoint = openCheckpoint(path, header, batches);
    expect(checkpoint.damage).toBe('1 batch is damaged');
    checkpoint.save(3, packed[3]);
    checkpoint.close();
    expect(openCheckpoint(path, header, batches).damage).toBe(undefined);
  });

  it('refuses what is no such file, has another format or a torn header', () => {
    fill();
    const bytes = readFileSync(path);
    for (const [content, message] of [
      ['something else', 'is no file of batches'],
      ['', 'is no file of batches'],
      [bytes.subarray(0, 20), 'is torn: its header cannot be read'],
      [bytes.subarray(0, 200), 'is torn: its header cannot be read'],
      [Buffer.concat([bytes.subarray(0, 4), Buffer.from([2]), bytes.subarray(5)]), 'another format'],
    ] as const) {
      writeFileSync(path, content);
      expect(() => openBatchFile(path)).toThrow(message);
      // And leaves it as it is
      expect(readFileSync(path)).toEqual(Buffer.from(content));
    }
  });

  it('refuses any bytes with the word on them, and quickly', () => {
    createBatchFile(path, header);
    const word = readFileSync(path).subarray(0, 8);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        writeFileSync(path, Buffer.concat([word, bytes]));
        expect(() => scanBatchFile(path)).toThrow(ScenarioError);
      }),
      { numRuns: 300 },
    );
  });

  it('notices another process that writes to it', () => {
    createBatchFile(path, header);
    const [one, other] = [openBatchFile(path), openBatchFile(path)];
    one.append(batches[0], packed[0]);
    expect(() => other.append(batches[1], packed[1])).toThrow('another process writes to it, too');
    expect(scanBatchFile(path).places.size).toBe(1);
    one.close();
    other.close();
  });
});
