import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, scratch } from './fixtures/command-line.ts';
import { root } from './fixtures/scenario-text.ts';

const path = join(root, 'docs/guide/evidence.md');
const guide = readFileSync(path, 'utf8');
const blocksOf = (language: string): string[] =>
  [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, l]) => l === language).map(([, , text]) => text);

describe('the guide to evidence', () => {
  it('shows a table of studies and a file of effects that are read', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'studies.csv'), blocksOf('csv')[0]);
    writeFileSync(join(cwd, 'effects.yaml'), blocksOf('yaml')[0]);
    const studies = isoeffect(['calibrate', 'studies.csv', '--no-report', '--draws', '50', '--json'], cwd);
    expect(studies.status, studies.stderr).toBe(0);
    expect(JSON.parse(studies.stdout).sets[0].ids).toEqual(['a', 'b', 'c']);
    const effects = isoeffect(['estimate', 'effects.yaml', '--no-report'], cwd);
    expect(effects.status, effects.stderr).toBe(0);
    expect(effects.stdout).toContain('α/β 2.67 Gy');
  });
});
