import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect } from './fixtures/command-line.ts';
import { root } from './fixtures/scenario-text.ts';

const guide = readFileSync(join(root, 'docs/guide/sizing.md'), 'utf8');
const blocksOf = (language: string): string[] =>
  [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, l]) => l === language).map(([, , text]) => text);
const commands = blocksOf('sh').flatMap((text) => text.trim().split('\n'));
/** Enough for an answer; what is exact does not change. */
const REDUCED = ['--replicates', '200', '--worlds', '40', '--no-report'];
const answers = new Map<string, string>();

describe('the guide to sizing', () => {
  it.each(commands)('%s', (line) => {
    const given = line.split(' ').slice(2);
    const { status, stdout, stderr } = isoeffect([
      ...given,
      ...REDUCED.filter((_, i) => !isWorlds(given[1], i)),
    ]);
    expect(stderr.replace(/^(.* …|warning: no model reads .*)\n/gm, '')).toBe('');
    expect(status).toBe(0);
    answers.set(line, stdout);
  });

  it('shows what the command prints', () => {
    expect(answers.get(commands[0])).toContain(blocksOf('text')[0]);
    expect(answers.get(commands[0])).toContain('5 × 6.21 Gy');
    expect(answers.get(commands[4])).toMatch(/asPlanned .* 6\.208 +80\.0/);
  });
});

/** Whether a reduced option speaks of worlds, which a scenario without uncertainty has none of. */
function isWorlds(scenario: string, option: number): boolean {
  return (option === 2 || option === 3) && ['control-rate-wrong-points', 'sts-log-rank'].includes(scenario);
}
