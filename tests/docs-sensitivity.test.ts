import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readScenario } from '../src/scenario/read-scenario.ts';
import { isoeffect } from './fixtures/command-line.ts';
import { root, shippedText } from './fixtures/scenario-text.ts';

const path = join(root, 'docs/guide/sensitivity.md');
const guide = readFileSync(path, 'utf8');
const blocksOf = (language: string): string[] =>
  [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, l]) => l === language).map(([, , text]) => text);
const commands = blocksOf('sh').flatMap((text) => text.trim().split('\n'));

/** The words of a command line, single quotes taken off. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);

describe('the guide to sensitivity', () => {
  const answers = commands.map((line) => ({ line, ...isoeffect(wordsOf(line).slice(2)) }));

  it.each(answers)('$line', ({ line, status, stderr, stdout }) => {
    expect(line).toMatch(/^npx isoeffect sensitivity /);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toBe('');
  });

  it('shows what the second command prints', () => {
    expect(answers[1].stdout).toContain(blocksOf('text')[0]);
  });

  it('shows a block that a scenario takes', () => {
    const { sensitivity } = parse(blocksOf('yaml')[0]);
    const text = `${shippedText('sts-5x6-vs-25x2')}\n${blocksOf('yaml')[0]}`;
    expect(readScenario(text, 'x.yaml').scenario.sensitivity).toEqual(sensitivity);
  });

  it('states the defaults', () => {
    const help = isoeffect(['sensitivity', '--help']).stdout;
    expect(help.replaceAll(/\s+/g, ' ')).toMatch(/correct success \(default: 0\.2\).*\(default: 1\)/);
    expect(guide).toContain('`--loss` (1 unless given), running costs `--cost` (0.2)');
  });
});
