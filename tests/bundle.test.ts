import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

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

  it('leaves Vega, the threads’ pool and what makes PDF and PNG outside', () => {
    const outside = /^(piscina|pdfmake|pdfkit|vega\S*|@resvg\S*) \d/gm;
    const imports = [...read('THIRD-PARTY-LICENCES.txt').matchAll(outside)];
    expect(imports).toEqual([]);
  });
});
