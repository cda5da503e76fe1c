import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentedExports, saidToPrint } from '../fixtures/documented-exports.ts';
import { root } from '../fixtures/scenario-text.ts';

const exports = documentedExports();
const values = exports.filter(({ isType }) => !isType);

/** Runs all examples in one process as a user's files, each after the other, and returns what each prints. */
function printed(): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'isoeffect-library-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/isoeffect'), 'dir');
  for (const { name, example } of values) writeFileSync(join(folder, `${name}.mjs`), example ?? '');
  const program = `
    const said = {};
    const { log } = console;
    for (const name of ${JSON.stringify(values.map(({ name }) => name))}) {
      said[name] = [];
      console.log = (...values) => said[name].push(values.join(' '));
      await import('./' + name + '.mjs');
    }
    log(JSON.stringify(said));`;
  writeFileSync(join(folder, 'all.mjs'), program);
  return JSON.parse(execFileSync(process.execPath, ['all.mjs'], { cwd: folder, encoding: 'utf8' }));
}

describe('exports of the library', () => {
  it.each(exports)('$name says what it is', ({ doc }) => {
    expect(doc.split(/(?<=[.:])\s/)[0].length).toBeGreaterThan(15);
  });

  it('are those of the compiled package', async () => {
    const library = await import(join(root, 'dist/src/index.js'));
    expect(Object.keys(library).sort()).toEqual(values.map(({ name }) => name).sort());
  });

  it('print in their examples what these say', () => {
    const said = Object.fromEntries(values.map(({ name, example }) => [name, saidToPrint(example ?? '')]));
    expect(Object.entries(said).filter(([, lines]) => lines.length === 0)).toEqual([]);
    expect(printed()).toEqual(said);
  });
});
