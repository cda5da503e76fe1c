import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, scratch } from '../fixtures/command-line.ts';
import { exampleText, root } from '../fixtures/scenario-text.ts';

const quick = ['--replicates', '400', '--worlds', '20'];

describe('isoeffect eqd2', () => {
  it('answers as clinicians write', () => {
    expect(isoeffect(['eqd2', '15 x 2.85', '--alpha-beta', '4.9']).stdout).toContain('EQD2 48.0163 Gy');
  });

  it('--json gives the keys of the contract and nothing else on stdout', () => {
    const { stdout, status } = isoeffect(['eqd2', '5 x 5 + 25 x 2', '--alpha-beta', '4.9', '--json']);
    const answer = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(answer).toMatchObject({ totalDoseGy: 75, fractions: 30, overallTimeDays: 39 });
    expect(answer.eqd2Gy).toBeCloseTo(85.8696, 4);
    expect(answer.bedGy).toBeCloseTo(120.918, 3);
  });

  it('sweeps a range of numbers of fractions, with a straight tail or incomplete repair', () => {
    const sweep = isoeffect(['eqd2', '60 Gy in 3-8 fractions', '--alpha-beta', '4.9', '--json']);
    const answers = JSON.parse(sweep.stdout) as { fractions: number; eqd2Gy: number }[];
    expect(answers.map(({ fractions }) => fractions)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(answers[0].eqd2Gy).toBeCloseTo(216.5217, 4);
    expect(answers[5].eqd2Gy).toBeCloseTo(107.8261, 4);
    const straight = isoeffect(['eqd2', '3 x 20', '--alpha-beta', '4.9', '--transition', '9.8']);
    expect([straight.stdout, straight.stderr]).toEqual([expect.stringContaining('BED 241.2000 Gy'), '']);
    const unrepaired = isoeffect(['eqd2', '34 Gy/10 BID', '--alpha-beta', '3', '--half-time', '4']);
    expect(unrepaired.stdout).toContain('BED 88.6825 Gy');
  });

  it('tells what lies before surgery', () => {
    const { stdout } = isoeffect(['eqd2', '5 x 5 Gy + surgery + 25 x 2 Gy', '--alpha-beta', '4.9']);
    expect(stdout).toContain('EQD2 85.8696 Gy');
    expect(stdout).toContain('35.8696 Gy EQD2 before surgery');
  });

  it.each([
    [['eqd2', '25 x 2 Gy = 45 Gy', '--alpha-beta', '3'], 'not the stated 45 Gy'],
    [['eqd2', '25 x 2', '--alpha-beta', '0'], 'must be a number > 0'],
    [['eqd2', '25 x 2'], '--alpha-beta'],
    [['eqd2', '25 x 2', '--alpha-beta', '3', '--start', 'Someday'], 'invalid date: Someday'],
    [['rnu'], 'Did you mean run?'],
    [['run', 'scopes-i'], 'did you mean the shipped scenario scopes-ii?'],
    [['list', 'distribution'], 'did you mean distributions?'],
    [['run', 'quick-start', '--replicates', '0'], 'must be a whole number >= 1'],
    [['run', 'quick-start', '--workers', '513'], 'must be a whole number from 1 to 512'],
    [['run', 'quick-start', '--replicates-file', 'xml'], 'Allowed choices are csv, parquet, none'],
  ])('%j is wrong input: exit 2, the reason on stderr, nothing on stdout', (args, reason) => {
    const { status, stdout, stderr } = isoeffect(args as string[]);
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
    expect(stdout).toBe('');
  });

  it('warns above 10 Gy a fraction', () => {
    expect(isoeffect(['eqd2', '3 x 20', '--alpha-beta', '4.9']).stderr).toContain(
      'linear-quadratic model is disputed',
    );
  });
});

describe('isoeffect run', () => {
  it('--json prints the result and nothing else', () => {
    const { stdout, status, cwd } = isoeffect([
      'run',
      'null-single-arm',
      '--replicates',
      '200',
      '--no-report',
      '--json',
    ]);
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(join(cwd, 'out/null-single-arm/result.json'), 'utf8'));
    const result = JSON.parse(stdout);
    expect(Object.keys(result)).toEqual(
      expect.arrayContaining([
        'isoeffect',
        'scenario',
        'seed',
        'worlds',
        'replicates',
        'arms',
        'truths',
        'assurance',
        'assumptions',
        'warnings',
      ]),
    );
    expect(JSON.stringify(result)).not.toMatch(/"(seconds|started|host|platform)"/);
  });

  it('--seed, --replicates and --worlds change the resolved scenario', () => {
    const { cwd } = isoeffect(['run', 'quick-start', ...quick, '--seed', 'other', '--no-report']);
    const result = JSON.parse(readFileSync(join(cwd, 'out/quick-start/result.json'), 'utf8'));
    expect([result.seed, result.replicates, result.worlds]).toEqual(['other', 400, 20]);
    expect(readFileSync(join(cwd, 'out/quick-start/scenario.yaml'), 'utf8')).toContain('seed: other');
  });

  it('a bad scenario: every problem, exit 2, nothing written', () => {
    const cwd = scratch();
    writeFileSync(
      join(cwd, 'x.yaml'),
      exampleText.replace('gamma50', 'gama50').replace('perArm: 165', 'perArm: 0'),
    );
    const { status, stdout, stderr } = isoeffect(['run', 'x.yaml'], cwd);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('x.yaml:19:5  unknown key: gama50 (did you mean gamma50?)');
    expect(stderr).toContain('x.yaml:34:11  invalid perArm: 0 (must be >= 1)');
    expect(readdirSync(cwd)).toEqual(['x.yaml']);
  });

  it('uncertain values that make a world impossible: one line that names them, exit 2', () => {
    const cwd = scratch();
    const set = (path: string, value: string) => ['--set', `${path}=${value}`];
    const args = [
      ...set('uncertainty', '{ truth.localControl.anchor.rate: { beta: { a: 4, b: 6 } } }'),
      ...set('truth.localControl.anchor.rate', '0.4'),
      ...set('truths', '{}'),
    ];
    const { status, stderr, stdout } = isoeffect(
      ['run', 'quick-start', ...args, ...quick, '--worlds', '200'],
      cwd,
    );
    expect(status, stderr).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(
      /^impossible world \(truth\.localControl\.anchor\.rate = 0\.\d+\): the anchor’s rate/,
    );
  });

  it('a folder that cannot be written: exit 2 before anything is simulated', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'taken'), '');
    const { status, stderr } = isoeffect(['run', 'quick-start', '--out', 'taken'], cwd);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^taken {2}cannot be written/);
  });

  it('a million worlds by a typo: time and memory are estimated first', () => {
    const { status, stderr, cwd } = isoeffect(['run', 'scopes-ii', '--worlds', '400000000']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/would take about [\d.e+]+ hours on \d+ threads and [\d.e+]+ GB.*--yes/);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});

describe('isoeffect validate, list, init, report', () => {
  it('validate tells right from wrong', () => {
    expect(isoeffect(['validate', 'scopes-ii']).stdout).toContain('is valid');
    const cwd = scratch();
    writeFileSync(join(cwd, 'x.yaml'), exampleText.replace('gamma50', 'gama50'));
    const { status, stdout } = isoeffect(['validate', 'x.yaml', '--json'], cwd);
    expect(status).toBe(2);
    expect(JSON.parse(stdout).problems[0]).toHaveProperty('where');
  });

  it('list names every registry; --schema is the JSON Schema', () => {
    const { stdout } = isoeffect(['list']);
    for (const name of [
      'logLogNormal',
      'residualDisease',
      'woundComplication',
      'nonInferiority',
      'farringtonManning',
      'sf2AlphaBeta',
      'scopes-ii',
    ]) {
      expect(stdout).toContain(name);
    }
    expect(
      JSON.parse(isoeffect(['list', 'tests', '--json']).stdout).tests.map((t: { name: string }) => t.name),
    ).toContain('wald');
    expect(JSON.parse(isoeffect(['list', '--schema']).stdout)).toHaveProperty('properties.truth');
  });

  it('init writes a scenario that runs, and overwrites nothing', () => {
    const { cwd, stdout } = isoeffect(['init']);
    expect(stdout).toContain('Wrote quick-start.yaml');
    expect(isoeffect(['validate', 'quick-start.yaml'], cwd).status).toBe(0);
    const [line, ...rest] = readFileSync(join(cwd, 'quick-start.yaml'), 'utf8').split('\n');
    expect(rest.join('\n')).toBe(readFileSync(join(root, 'scenarios/quick-start.yaml'), 'utf8'));
    const schema = join(cwd, line.replace('# yaml-language-server: $schema=', ''));
    expect(JSON.parse(readFileSync(schema, 'utf8'))).toEqual(
      JSON.parse(isoeffect(['list', '--schema']).stdout),
    );
    writeFileSync(schema, 'of another version');
    expect(isoeffect(['init'], cwd).status).toBe(2);
    expect(isoeffect(['init', '--out', 'my own.yaml'], cwd).stdout).toContain("isoeffect run 'my own.yaml'");
    expect(readFileSync(schema, 'utf8')).toMatch(/^{/);
    expect(isoeffect(['init', 'scopes-i'], cwd).stderr).toContain('did you mean scopes-ii?');
  });

  it('init writes no scenario where its schema cannot be written', () => {
    const cwd = scratch();
    mkdirSync(join(cwd, 'isoeffect.schema.json'));
    const { status, stderr } = isoeffect(['init'], cwd);
    expect([status, stderr]).toEqual([2, 'isoeffect.schema.json: cannot be written (EISDIR)\n']);
    expect(readdirSync(cwd)).toEqual(['isoeffect.schema.json']);
  });
});
