import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../dist/${path}`, import.meta.url), 'utf8');

describe('the bundle', () => {
  it('brings the licence of every package that is in it', () => {
    const blocks = read('THIRD-PARTY-LICENCES.txt').split(`\n${'-'.repeat(80)}\n\n`);
    const bundled = blocks.flatMap((block) => {
      const [names, ...text] = block.split('\n\n');
      expect(text.join('').trim().length, names).toBeGreaterThan(300);
      return names.split('\n').map((line) => line.match(/^(.+) \d+\.\S+ \(.+\)$/)?.[1]);
    });
    expect(bundled).not.toContain(undefined);
    expect(bundled).toEqual(
      expect.arrayContaining(['@stdlib/math-base-special-erfc', 'commander', 'seedrandom', 'yaml', 'zod']),
    );
  });

  it('leaves Vega, the threads’ pool and what makes PDF and PNG outside', () => {
    const outside = /^(piscina|pdfmake|pdfkit|vega\S*|@resvg\S*) \d/gm;
    const imports = [...read('THIRD-PARTY-LICENCES.txt').matchAll(outside)];
    expect(imports).toEqual([]);
  });
});
