import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calculators } from '../src/trial/calculators/index.ts';
import { askCalculator } from './fixtures/ask-calculator.ts';
import { root } from './fixtures/scenario-text.ts';

const path = join(root, 'docs/guide/designs.md');
const guide = readFileSync(path, 'utf8');
const blocksOf = (language: string): string[] =>
  [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, l]) => l === language).map(([, , text]) => text);
const commands = blocksOf('sh').flatMap((text) => text.trim().split('\n'));
const answers = new Map<string, string>();

describe('the guide to designs', () => {
  it.each(commands)('%s', (line) => {
    expect(line).toMatch(/^npx isoeffect design /);
    const { stdout, stderr } = askCalculator(line.split(' ').slice(3));
    expect(stderr).toBe('');
    expect(stdout).toContain('# For a scenario:');
    answers.set(line, stdout);
  });

  it('shows what the command prints', () => {
    const line = commands.find((command) => command.includes('exact-binomial'))!;
    expect(answers.get(line)).toContain(blocksOf('text')[0]);
    const history = answers.get(commands.find((command) => command.includes('historical-control'))!)!;
    expect(history).toMatch(/Fixed null, type I error over the earlier series +5\.00 % +7\.52 %/);
  });

  it('names every kind for a single arm, and links only to what is there', () => {
    const kinds = Object.keys(calculators).filter((kind) => /[sS]ingle arm/.test(calculators[kind].summary));
    expect(kinds).toHaveLength(10);
    for (const kind of kinds) {
      const kebab = kind.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
      expect(guide).toMatch(new RegExp(`\`${kind}\`|design ${kebab} `));
    }
    const links = [...guide.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, target]) => target);
    expect(links.filter((target) => !existsSync(join(dirname(path), target)))).toEqual([]);
  });
});
