import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
/** What is asked of times, looks, several arms and ladders is part of a design, or of none. */
const withoutBlock = [
  'log-rank',
  'kaplan-meier-difference',
  'margin',
  'margin-justification',
  'cumulative-incidence',
  'group-sequential',
  'conditional-power',
  'dunnett',
  'three-plus-three',
  'boin',
  'crm',
];

describe('the guide to designs', () => {
  it.each(commands)('%s', (line) => {
    expect(line).toMatch(/^npx isoeffect design /);
    const { stdout, stderr } = askCalculator(line.split(' ').slice(3));
    expect(stderr).toBe('');
    expect(stdout).toContain(withoutBlock.includes(line.split(' ')[3]) ? '%' : '# For a scenario:');
    answers.set(line, stdout);
  });

  it('shows what the command prints', () => {
    const line = commands.find((command) => command.includes('exact-binomial'))!;
    expect(answers.get(line)).toContain(blocksOf('text')[0]);
    const ofTimes = commands.find((command) => command.includes('log-rank'))!;
    expect(answers.get(ofTimes)).toContain(blocksOf('text')[2]);
    const levels = answers.get(commands.find((command) => command.includes('design threshold'))!);
    expect(levels).toContain(blocksOf('text')[1]);
    const margins = answers.get(commands.find((command) => command.includes('design margin'))!)!;
    expect(margins).toContain('are a hazard ratio of 1.58, not 1.52');
    expect(margins).toContain('83.0 %');
    const retained = answers.get(commands.find((command) => command.includes('rate 0.74 --margin'))!)!;
    expect(retained).toMatch(/Effect retained, difference +63\.16 %/);
    const bounds = answers.get(commands.find((command) => command.includes('hwangShihDeCani'))!)!;
    for (const bound of ['3.4725', '−1.4894', '1.9597']) expect(bounds).toContain(bound);
    const ladder = answers.get(commands.find((command) => command.includes('three-plus-three'))!);
    expect(ladder).toContain(blocksOf('text').at(-1));
    const history = answers.get(commands.find((command) => command.includes('historical-control'))!)!;
    expect(history).toMatch(/Fixed null, type I error over the earlier series +5\.00 % +7\.52 %/);
  });

  it('says what a hazard ratio is at other control rates as the calculator does', () => {
    const of = (rate: number) =>
      askCalculator(['margin', '--hazard-ratio', '1.45', '--control-rate', String(rate)]).stdout;
    expect(of(0.85)).toMatch(/Margin as a difference +5\.99 %/);
    expect(of(0.946)).toMatch(/Margin as a difference +2\.33 %/);
    expect(guide).toMatch(/1\.45\s+is 6 points at its planned 85 %, and 2\.3 points at the 94\.6 %/);
  });

  it('names every kind for a single arm', () => {
    const kinds = Object.keys(calculators).filter((kind) => /[sS]ingle arm/.test(calculators[kind].summary));
    expect(kinds.length).toBeGreaterThanOrEqual(11);
    for (const kind of kinds) {
      const kebab = kind.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
      expect(guide).toMatch(new RegExp(`\`${kind}\`|design ${kebab} `));
    }
    for (const kind of withoutBlock) expect(guide).toContain(`design ${kind} `);
  });
});
