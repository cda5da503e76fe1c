import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readExplorerFiles } from '../src/node/explorer-files.ts';
import { root } from './fixtures/scenario-text.ts';

const read = (path: string): string => readFileSync(new URL(`../dist/${path}`, import.meta.url), 'utf8');

describe('the bundle', () => {
  it.each([
    ['', ['@stdlib/math-base-special-erfc', 'commander', 'seedrandom', 'yaml', 'zod']],
    ['explorer/', ['comlink', 'preact', 'seedrandom', 'vega', 'vega-lite', 'yaml', 'zod']],
  ])('brings the licence of every package that is in dist/%s', (folder, some) => {
    const blocks = read(`${folder}THIRD-PARTY-LICENCES.txt`).split(`\n${'-'.repeat(80)}\n\n`);
    const bundled = blocks.flatMap((block) => {
      const [names, ...text] = block.split('\n\n');
      expect(text.join('').trim().length, names).toBeGreaterThan(300);
      return names.split('\n').map((line) => line.match(/^(.+) \d+\.\S+ \(.+\)$/)?.[1]);
    });
    expect(bundled).not.toContain(undefined);
    expect(bundled).toEqual(expect.arrayContaining(some));
  });

  it('keeps the explorer under 750 kB as hosts send it', () => {
    const files = readdirSync(new URL('../dist/explorer', import.meta.url)).filter(
      (f) => !f.endsWith('.txt'),
    );
    const sizes = files.map((file) => gzipSync(read(`explorer/${file}`)).length);
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(750_000);
  });

  it('packs the explorer as it is', () => {
    const files = readExplorerFiles();
    expect([...files.keys()].sort()).toEqual(
      readdirSync(new URL('../dist/explorer', import.meta.url)).sort(),
    );
    for (const [name, text] of files) expect(text, name).toBe(read(`explorer/${name}`));
  });

  it('is under 5 MB as it is published, and names what fails', async () => {
    const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(JSON.parse(packed)[0].unpackedSize).toBeLessThan(5e6);
    const { eqd2 }: typeof import('../src/index.ts') = await import('../dist/src/index.js' as string);
    const failed = (): unknown => eqd2('5 x 6 Gy', { alphaBetaGy: -1 });
    expect(failed).toThrow(
      expect.objectContaining({ stack: expect.stringMatching(/at requirePositive .*\n.*\beqd2 /s) }),
    );
  });

  it('leaves Vega, the threads’ pool and what makes PDF and PNG outside', () => {
    const outside = /^(piscina|pdfmake|pdfkit|vega\S*|@resvg\S*) \d/gm;
    const imports = [...read('THIRD-PARTY-LICENCES.txt').matchAll(outside)];
    expect(imports).toEqual([]);
  });
});
