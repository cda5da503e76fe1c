import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calculators } from '../../src/trial/calculators/index.ts';
import { askCalculator } from '../fixtures/ask-calculator.ts';
import { isoeffect } from '../fixtures/command-line.ts';

const simon = ['simon', '--null-rate', '0.2', '--alternative-rate', '0.35'];

describe('isoeffect design', () => {
  it('prints nominal beside exact, the sentence and a block to paste', () => {
    const { stdout, stderr } = askCalculator(simon);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/Power +80\.00 % +80\.05 %/);
    const block = parse(stdout.slice(stdout.indexOf('# For a scenario:')));
    expect(block).toMatchObject({ design: { perArm: 72, successCount: { successesAbove: 19 } } });
  });

  it('shows every admissible design in a row', () => {
    const flags = ['simon', '--null-rate', '0.1', '--alternative-rate', '0.3', '--kind', 'admissible'];
    const lines = askCalculator(flags).stdout.split('\n');
    const from = lines.findIndex((line) => line.startsWith('r₁/n₁'));
    expect(lines[from]).toBe('r₁/n₁  r/n   E[N]  stops    type I error  power    best for q');
    const rows = lines.slice(from + 1, lines.indexOf('', from)).map((line) => line.split(/ {2,}/));
    const { numbers } = JSON.parse(askCalculator([...flags, '--json']).stdout);
    expect(rows).toHaveLength(numbers.admissible.length);
    // Simon 1989, Control Clin Trials 10:1: minimax first, optimal last
    expect(rows[0].slice(0, 3)).toEqual(['1/15', '5/25', '19.5']);
    expect(rows.at(-1)!.slice(0, 3)).toEqual(['1/10', '5/29', '15.0']);
  });

  it('prints what a test is once', () => {
    const { stdout } = askCalculator([
      'wald',
      '--control-rate',
      '0.35',
      '--experimental-rate',
      '0.2',
      '--per-arm',
      '60',
    ]);
    expect(stdout.match(/unpooled standard error/g)).toHaveLength(1);
  });

  it('--json gives one document and nothing else, from a process as well', () => {
    const { stdout } = askCalculator([...simon, '--json']);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['kind', 'parameters', 'variant', 'numbers', 'sentence', 'design']);
    expect(answer).toMatchObject({
      kind: 'simon',
      parameters: { nullRate: 0.2, power: 0.8, kind: 'optimal' },
      numbers: { firstAtMost: 5, firstSize: 22, atMost: 19, size: 72 },
    });
    const run = isoeffect(['design', '--json', ...simon]);
    expect(run).toMatchObject({ status: 0, stderr: '', stdout: `${stdout}\n` });
  });

  it('takes lists, groups and kinds with hyphens', () => {
    const flags = ['--per-arm', '40', '--limit-rate', '0.3', '--prior', '0.7,1.3', '--looks', '10,20,30'];
    const { stdout } = askCalculator(['toxicity-stop', ...flags, '--rates', '0.5', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'toxicityStop',
      parameters: { prior: { a: 0.7, b: 1.3 }, looks: [10, 20, 30], rates: [0.5] },
    });
  });

  it('lists the kinds within 100 columns', () => {
    const { status, stdout } = isoeffect(['design']);
    expect(status).toBe(0);
    for (const kind of Object.keys(calculators)) expect(stdout).toContain(`  ${kind} `);
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('is in the list of what there is', () => {
    expect(isoeffect(['list', 'calculators']).stdout).toContain('  aHern ');
  });

  it.each(Object.keys(calculators))('%s --help shows its flags, with an example that works', (kind) => {
    const { stdout, stderr } = askCalculator([kind, '--help']);
    expect(stdout).toContain('--json');
    expect(stderr).toBe('(outputHelp)');
    const example = /Example:\n {2}isoeffect design (.*)/.exec(stdout)![1];
    const answer = askCalculator([...example.split(' '), '--json']);
    expect(answer.stderr).toBe('');
    expect(JSON.parse(answer.stdout).kind).toBe(kind);
  });

  const rates = ['--null-rate', '0.3', '--alternative-rate', '0.5'];
  it.each([
    [['simn'], 'unknown kind: simn (did you mean simon?)'],
    [['singleArm'], 'singleArm is a claim that a scenario makes: isoeffect size <scenario> sizes it'],
    [['time-superiority'], 'time-superiority is a claim that a scenario makes'],
    [['aHern', '--null-rat', '0.3'], 'Did you mean --null-rate?'],
    [['aHern', '--null-rate', '0.3'], 'missing --alternative-rate (must be a number)'],
    [['aHern', '--null-rate', '30', '--alternative-rate', '0.5'], '--null-rate: 30 is not a probability'],
    [['aHern', ...rates, '--power', '80%'], '80% is not a number (write 0.8).'],
    [['aHern', ...rates, '--one-sided-alpha', '0.5'], '--one-sided-alpha: 0.5 is too large'],
    [['aHern', ...rates, '--within-days', '9'], 'timed by --at-years; --within-days does nothing'],
    [['aHern', '--null-rate', '0.3', '--alternative-rate', '0.31'], '--maximum-size 1000'],
    [['exactBinomial', ...rates, '--per-arm', '2'], 'invalid --per-arm: 2 (too few'],
    [
      ['simon', ...rates, '--kind', 'best'],
      'invalid --kind: “best” (must be optimal or minimax or admissible)',
    ],
    [
      ['nonInferiority', '--control-rate', '0.35', '--experimental-rate', '0.30', '--margin', '0.1'],
      'missing --endpoint: a margin does not say which way is better (localControl: higher; woundComplication: lower)',
    ],
    [['toxicityStop', '--per-arm', '40', '--limit-rate', '0.3'], 'needs one of --looks, --every'],
    [
      ['toxicityStop', '--per-arm', '40', '--limit-rate', '0.3', '--looks', '10', '--every', '5'],
      'needs one of --looks, --every: not both',
    ],
    [
      [
        'toxicityStop',
        '--per-arm',
        '40',
        '--limit-rate',
        '0.3',
        '--every',
        '5',
        '--endpoint',
        'localControl',
      ],
      '--endpoint: local control: more is better, but a stop for harm watches a bad event',
    ],
    [
      ['simon', '--null-rate', '0.3', '--alternative-rate', '0.35', '--maximum-size', '60'],
      'raise --maximum-size, to 500 at most',
    ],
    [['toxicityStop', '--per-arm', '40', '--limit-rate', '0.3', '--prior', '1'], 'needs 2 numbers, a,b'],
    [
      ['toxicityStop', '--per-arm', '40', '--limit-rate', '0.3', '--looks', '20,50'],
      'beyond the 40 of the trial',
    ],
    [['simon', 'more', ...rates], 'too many arguments'],
  ])('%j is wrong: the reason on stderr, nothing on stdout', (args, reason) => {
    const { stdout, stderr } = askCalculator(args as string[]);
    expect(stdout).toBe('');
    expect(stderr).toContain(reason);
  });

  it.each([
    [['aHern', '--null-rat', '0.3'], 'Did you mean --null-rate?'],
    [['aHern', '--null-rate', '0.3', '--alternative-rate', '0.31'], '--maximum-size 1000'],
  ])('%j is wrong input: exit 2', (args, reason) => {
    const { status, stdout, stderr } = isoeffect(['design', ...(args as string[])]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });
});
