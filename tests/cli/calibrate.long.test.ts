import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, main, scratch } from '../fixtures/command-line.ts';

/** Runs the command in a new folder that holds some files. */
function calibrate(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const cwd = scratch();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return isoeffect(['calibrate', ...args], cwd);
}

describe('isoeffect calibrate', () => {
  const first = calibrate(['soft-tissue-sarcoma', '--out', 'a', '--draws', '200']);
  const result = JSON.parse(readFileSync(join(first.cwd, 'a/calibration.json'), 'utf8'));

  it('answers on at most 100 columns: verdict, studies, profile both ways, wounds, costs, draws', () => {
    expect(first.status).toBe(0);
    for (const line of first.stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(100);
    for (const words of [
      'α/β is not identified',
      'With study 12',
      '12            5 x 5 Gy',
      'myxoid, left out',
      'with excluded',
      '+0.015 ± 0.167',
      'per arm',
      'Results: a/calibration.json; draws: a/draws.csv',
      'Report: a/report.html',
    ])
      expect(first.stdout).toContain(words);
  });

  it('writes the numbers and the draws, whole', () => {
    expect(readdirSync(join(first.cwd, 'a')).sort()).toEqual([
      'calibration.json',
      'draws.csv',
      'evidence-map.html',
      'figures',
      'report.html',
    ]);
    expect(result).toMatchObject({
      isoeffect: expect.any(String),
      evidence: 'soft-tissue-sarcoma',
      model: 'residualDisease',
      verdict: { isIdentified: false },
      comparison: { schedules: ['25 x 2 Gy', '5 x 5 Gy'] },
    });
    expect(result.sets[0].profile.points).toHaveLength(15);
    expect(result.sets[1].leaveOneOut).toHaveLength(15);
    expect(result.posteriors[0].draws).toBe(200);
    const draws = readFileSync(join(first.cwd, 'a/draws.csv'), 'utf8').trimEnd().split('\n');
    expect(draws).toHaveLength(201);
    expect(draws[0].startsWith('truth.localControl.residualProbability,')).toBe(true);
  });

  it('draws what a run reads as joint uncertainty: worlds take whole draws', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        main,
        'run',
        'alpha-beta-demonstration',
        ...['--set', 'uncertainty.calibration={ draws: a/draws.csv }', '--set', 'truths={}'],
        ...['--replicates', '10', '--worlds', '40', '--out', 'run', '--no-report'],
        ...['--set', 'provenance={}'],
      ],
      { cwd: first.cwd, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, expect.stringContaining('woundComplication')]);
    const rows = readFileSync(join(first.cwd, 'a/draws.csv'), 'utf8').trimEnd().split('\n');
    const drawn = new Set(rows.slice(1).map((row) => row.split(',').slice(0, 3).map(Number).join()));
    const { worldsSummary } = JSON.parse(readFileSync(join(first.cwd, 'run/result.json'), 'utf8'));
    const worlds = worldsSummary.first.map(({ values }: { values: object }) => Object.values(values).join());
    expect(worlds).toHaveLength(40);
    expect(new Set(worlds).size).toBeGreaterThan(20);
    for (const world of worlds) expect(drawn.has(world)).toBe(true);
  });

  it('--json prints calibration.json and nothing else; the same bytes again, other draws by another seed', () => {
    const again = calibrate(['soft-tissue-sarcoma', '--out', 'b', '--draws', '200', '--no-report', '--json']);
    expect(again.stdout).toBe(readFileSync(join(first.cwd, 'a/calibration.json'), 'utf8'));
    expect(readdirSync(join(again.cwd, 'b')).sort()).toEqual(['calibration.json', 'draws.csv']);
    const draws = (cwd: string, folder: string) => readFileSync(join(cwd, folder, 'draws.csv'), 'utf8');
    expect(draws(again.cwd, 'b')).toBe(draws(first.cwd, 'a'));
    const other = calibrate([
      'soft-tissue-sarcoma',
      '--out',
      'c',
      '--draws',
      '200',
      '--no-report',
      '--seed',
      'other',
    ]);
    expect(draws(other.cwd, 'c')).not.toBe(draws(first.cwd, 'a'));
  });

  it('takes another model, schedules and studies', () => {
    const { status, stdout } = calibrate([
      ...['soft-tissue-sarcoma', '--model', 'logLogistic', '--include', '12', '--exclude', '7'],
      ...['--compare', '25 x 2 Gy', '5 x 6 Gy', '--alpha-beta', '2,8', '--json'],
    ]);
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.sets[0].ids).toContain('12');
    expect(answer.sets[0].ids).not.toContain('7');
    expect(answer.comparison.costs.map((cost: { alphaBetaGy: number }) => cost.alphaBetaGy)).toEqual([2, 8]);
    expect(answer.posteriors[0].paths).toContain('truth.localControl.d50Gy');
  });

  it('reads a table of one’s own', () => {
    const table =
      'id,schedule,n,controlCount,atYears\na-very-long-name-of-a-study,surgery alone,100,70,5\nb,25 x 2,100,93,5\nc,5 x 5 every other day + 10 x 2 BID 8 h apart,100,90,5\nd,10 x 3,100,91,5\n';
    const { status, stdout } = calibrate(['mine.csv'], { 'mine.csv': table });
    expect(status).toBe(0);
    expect(stdout).toContain('mine, model residualDisease: 3 irradiated studies, 1 of surgery alone.');
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(100);
    expect(stdout).toContain('out/calibrate-mine/calibration.json');
  });

  it.each([
    [['soft-tisue-sarcoma'], 'did you mean the shipped evidence table soft-tissue-sarcoma?'],
    [['bad.csv'], 'bad.csv:2:13  invalid controlRate: 93 is not a probability'],
    [['bad.csv'], 'bad.csv:3:3  unreadable schedule: 5 y 5'],
    [['soft-tissue-sarcoma', '--exclude', '99'], '--exclude 99  unknown study: 99'],
    [['soft-tissue-sarcoma', '--model', 'poisson'], 'Allowed choices are residualDisease, logLogistic'],
    [['soft-tissue-sarcoma', '--compare', '25 x 2'], '--compare takes two schedules, not 1'],
    [['soft-tissue-sarcoma', '--compare', '25 x 2', '5 y 5'], 'unreadable schedule: 5 y 5'],
    [['soft-tissue-sarcoma', '--alpha-beta', '3,0'], 'must be a number > 0'],
    [['soft-tissue-sarcoma', '--draws', '0'], 'must be a whole number >= 1'],
  ])('%j is wrong input: exit 2, the reason on stderr, nothing written', (args, reason) => {
    const bad = 'id,schedule,n,controlRate,atYears\na,25 x 2,10,93,3\nb,5 y 5,10,0.9,3\n';
    const { status, stdout, stderr, cwd } = calibrate(args, { 'bad.csv': bad });
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
    expect(stdout).toBe('');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});
