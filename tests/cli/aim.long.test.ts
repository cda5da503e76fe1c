import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, scratch } from '../fixtures/command-line.ts';
import { AIM } from '../report/make-aim.ts';

describe('an aim on the command line', () => {
  const cwd = scratch();
  writeFileSync(join(cwd, 'aim.yaml'), AIM);
  const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');

  it('is valid, runs to the same bytes on any number of threads, and is rendered again', () => {
    expect(isoeffect(['validate', 'aim.yaml'], cwd)).toMatchObject({ status: 0, stderr: '' });
    const args = ['run', 'aim.yaml', '--replicates', '600', '--set', 'design.perArm=300'];
    const one = isoeffect([...args, '--workers', '1', '--out', 'one'], cwd);
    expect(one.status).toBe(0);
    expect(one.stdout).toContain('Aim: α/β from local control at 3 years, with its 95 % set.');
    expect(one.stdout).toMatch(/Report: one.report\.html/);
    const two = isoeffect([...args, '--workers', '2', '--out', 'two', '--no-report'], cwd);
    expect(two.status).toBe(0);
    expect(read('two/result.json')).toBe(read('one/result.json'));
    expect(read('two/replicates.csv')).toBe(read('one/replicates.csv'));
    const [header, first] = read('one/replicates.csv').split('\n');
    expect(header.split(',')).toEqual(
      expect.arrayContaining([
        'fiveByFive.localControl.events',
        'localControl.alphaBetaGy',
        'localControl.fieller',
        'localControl.profileLikelihoodHighGy',
        'success',
      ]),
    );
    expect(first.split(',')).toHaveLength(header.split(',').length);
    expect(read('one/replicates.csv').trim().split('\n')).toHaveLength(1 + 3 * 600);
    for (const file of ['report.html', 'scenario.yaml', 'run.json', 'figures/alpha-beta-estimates.png'])
      expect(existsSync(join(cwd, 'one', file)), file).toBe(true);
    const again = isoeffect(['report', 'two/result.json'], cwd);
    expect(again.status).toBe(0);
    expect(read('two/report.html')).toBe(read('one/report.html'));
  }, 60_000);

  it('has no example, which tells a claim', () => {
    const { status, stderr } = isoeffect(['example', 'aim.yaml'], cwd);
    expect(status).toBe(2);
    expect(stderr).toContain('this scenario states an aim');
  });

  it('is in the list of what there is', () => {
    const { stdout } = isoeffect(['list', 'aims'], cwd);
    expect(stdout).toContain('alphaBeta');
  });
});
