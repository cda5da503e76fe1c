import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { suites } from '../src/verify/suites/index.ts';
import { root } from './fixtures/scenario-text.ts';
import { shippedFiles } from './fixtures/shipped-files.ts';

const path = join(root, 'docs/guide/verification.md');
const guide = readFileSync(path, 'utf8');

describe('the guide to verification', () => {
  it('names every suite, with the right number of cases where it gives one', () => {
    const rows = [...guide.matchAll(/^\| `(\w+)` \| (\d+)?/gm)];
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(suites));
    for (const [, name, count] of rows)
      if (count) expect(suites[name as keyof typeof suites].cases(shippedFiles)).toHaveLength(Number(count));
  });
});
