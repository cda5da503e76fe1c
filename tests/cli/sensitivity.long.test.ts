import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, scratch } from '../fixtures/command-line.ts';
import { withoutScripts } from '../fixtures/without-scripts.ts';

const SCENARIO = 'sts-5x6-vs-25x2';
const GAMMA = 'truth.localControl.gamma50';
const SLOPE = ['--set', `sensitivity.${GAMMA}={ logNormal: { median: 1.5, sigma: 0.3 } }`];
const small = (...args: string[]) => ['sensitivity', SCENARIO, '--points', '32', ...args];
const read = (cwd: string, ...path: string[]): string => readFileSync(join(cwd, ...path), 'utf8');

describe('isoeffect sensitivity', () => {
  const first = isoeffect(small(...SLOPE, '--workers', '1'));
  const folder = `out/sensitivity-${SCENARIO}`;

  it('answers on at most 100 columns: shares, tornado, worth of knowing, what is assumed', () => {
    expect([first.status, first.stderr]).toEqual([0, '']);
    for (const line of first.stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(100);
    for (const words of [
      'of the variance of power by itself and for',
      'As planned the power is 31.1 %.',
      'slope (γ50) of local control',
      'difference in local control',
      'running costs 0.2 (assumed, not found)',
      '128 worlds from 32 scrambled Sobol points, power exact in each.',
      `Report: ${folder}/report.html`,
    ])
      expect(first.stdout.replaceAll(/\s*\n/g, ' ')).toContain(words);
  });

  it('writes result, scenario, report and figures', () => {
    expect(readdirSync(join(first.cwd, folder)).sort()).toEqual([
      'figures',
      'report.html',
      'scenario.yaml',
      'sensitivity.json',
    ]);
    expect(readdirSync(join(first.cwd, folder, 'figures')).sort()).toEqual([
      'power-tornado.png',
      'power-tornado.svg',
      'power-tornado.vl.json',
      'variance-shares.png',
      'variance-shares.svg',
      'variance-shares.vl.json',
    ]);
    const html = read(first.cwd, folder, 'report.html');
    for (const words of ['What matters', 'Assumed, not found', 'Joe &amp; Kuo 2008', 'scenario.yaml'])
      expect(html).toContain(words);
    expect(withoutScripts(html)).not.toMatch(/NaN|undefined|\[object/);
  });

  it('gives the same bytes with two threads, and again from the scenario that it wrote', () => {
    const again = isoeffect([
      'sensitivity',
      join(first.cwd, folder, 'scenario.yaml'),
      '--points',
      '32',
      '--workers',
      '2',
      '--no-report',
      '--json',
      '--out',
      'o',
    ]);
    expect(again.stdout).toBe(read(first.cwd, folder, 'sensitivity.json'));
    expect(again.stdout).toBe(read(again.cwd, 'o', 'sensitivity.json'));
    expect(readdirSync(join(again.cwd, 'o')).sort()).toEqual(['scenario.yaml', 'sensitivity.json']);
  });

  it.each([
    [['--points', '100'], '--points 100: must be a power of two from 16 to 1048576'],
    [['--level', '1'], 'must be a number above 0 and below 1'],
    [['--set', 'uncertainty={}', '--set', 'simulation.worlds=0'], 'nothing is uncertain'],
    [['--set', `sensitivity.${GAMMA}5={ uniform: { min: 1, max: 2 } }`], 'did you mean gamma50?'],
  ])('refuses %j', (args, reason) => {
    const { status, stdout, stderr, cwd } = isoeffect(small(...args));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('refuses joint draws of several paths, and takes them as one input with --grouped', () => {
    const cwd = scratch();
    const rows = Array.from({ length: 30 }, (_, k) => `${2 + 0.2 * k},${1 + 0.03 * k}`);
    writeFileSync(
      join(cwd, 'draws.csv'),
      `truth.cohort.heterogeneity.alphaBetaGy,${GAMMA}\n${rows.join('\n')}\n`,
    );
    const args = small('--set', 'uncertainty={ posterior: { draws: draws.csv } }', '--json', '--no-report');
    const refused = isoeffect(args, cwd);
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('posterior draws truth.cohort.heterogeneity.alphaBetaGy and');
    expect(refused.stderr).toContain('add --grouped');
    const taken = isoeffect([...args, '--grouped'], cwd);
    expect(taken.status).toBe(0);
    const { inputs } = JSON.parse(taken.stdout);
    expect(inputs).toHaveLength(1);
    expect(inputs[0]).toMatchObject({ name: 'posterior', draws: 30 });
  });

  it('says which world is impossible, and how to go on', () => {
    const set = (path: string, value: string) => ['--set', `${path}=${value}`];
    const { status, stdout, stderr } = isoeffect([
      'sensitivity',
      'quick-start',
      ...set('uncertainty', '{}'),
      ...set('simulation.worlds', '0'),
      ...set('sensitivity', '{ truth.localControl.anchor.rate: { beta: { a: 4, b: 6 } } }'),
      ...set('truth.localControl.anchor.rate', '0.4'),
      ...set('truths', '{}'),
    ]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^impossible world \(truth\.localControl\.anchor\.rate = 0\.\d+\): the anchor’s rate/,
    );
    expect(stderr).toContain('narrow the laws with within');
  });
});
