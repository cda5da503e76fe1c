import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { suites } from '../src/verify/suites/index.ts';
import { isoeffect } from './fixtures/command-line.ts';
import { root } from './fixtures/scenario-text.ts';
import { shippedFiles } from './fixtures/shipped-files.ts';

const path = join(root, 'docs/guide/verification.md');
const guide = readFileSync(path, 'utf8');
const commands = /```sh\n([\s\S]*?)```/.exec(guide)![1].trim().split('\n');

describe('the guide to verification', () => {
  it.each(commands.filter((line) => line.includes('--suite')))('%s', (line) => {
    const { status, stderr } = isoeffect(line.split(' ').slice(2));
    expect(status, stderr).toBe(0);
  });

  it('names every suite, with the right number of cases where it gives one', () => {
    const rows = [...guide.matchAll(/^\| `(\w+)` \| (\d+)?/gm)];
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(suites));
    for (const [, name, count] of rows)
      if (count) expect(suites[name as keyof typeof suites].cases(shippedFiles)).toHaveLength(Number(count));
  });

  it('links only to what is there', () => {
    const links = [...guide.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target);
    expect(links.filter((target) => !existsSync(join(dirname(path), target)))).toEqual([]);
  });
});
