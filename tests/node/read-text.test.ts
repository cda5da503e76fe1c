import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readText } from '../../src/node/read-text.ts';

const path = join(mkdtempSync(join(tmpdir(), 'isoeffect-')), 'text');

it.each([0, 1, 65_535, 65_536, 200_000])('reads a file of %i letters of two bytes', (letters) => {
  const text = 'α'.repeat(letters);
  writeFileSync(path, text);
  expect(readText(path)).toBe(text);
});

it('refuses a file that is too large, or has no end', () => {
  writeFileSync(path, 'x'.repeat(1001));
  expect(() => readText(path, 1000)).toThrow('it is larger than 0.001 MB');
  expect(() => readText('/dev/zero', 1e6)).toThrow('it is larger than 1 MB');
});

it('leaves what cannot be read to the error of the system', () => {
  expect(() => readText(`${path}-none`)).toThrow(/ENOENT/);
  expect(() => readText(tmpdir())).toThrow(/EISDIR/);
});
