import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, scratch } from '../fixtures/command-line.ts';
import { effectsText, shippedEffects } from '../fixtures/shipped-effects.ts';
import { shippedNames } from '../fixtures/shipped-results.ts';

describe('isoeffect estimate', () => {
  it('prints the answer, writes estimate, effects, report and figures, and repeats from its effects byte for byte', () => {
    const { status, stdout, stderr, cwd } = isoeffect(['estimate', 'fast']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    for (const text of [
      'α/β 2.67 Gy',
      '95 % by the delta method: 1.40 to 3.93 Gy',
      '28.1 Gy in 5 fractions',
      'half the smaller of the two variances',
      'Report: out/estimate-fast/report.html',
    ]) {
      expect(stdout.replace(/\s+/g, ' ')).toContain(text);
    }
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    const folder = join(cwd, 'out/estimate-fast');
    expect(readdirSync(folder).sort()).toEqual(['effects.yaml', 'estimate.json', 'figures', 'report.html']);
    expect(readdirSync(join(folder, 'figures'))).toHaveLength(9);
    const again = isoeffect(['estimate', join(folder, 'effects.yaml'), '--out', 'again'], cwd);
    expect(again.status).toBe(0);
    for (const file of ['effects.yaml', 'estimate.json', 'report.html']) {
      expect(readFileSync(join(cwd, 'again', file), 'utf8')).toBe(readFileSync(join(folder, file), 'utf8'));
    }
  });

  it.each([
    ['fast', '2.67 Gy', '1.40 to 3.93 Gy'],
    ['fast-forward-late', '1.73 Gy', '1.15 to 2.31 Gy'],
    ['fast-forward-relapse', '3.67 Gy', '0.23 to 7.12 Gy'],
    ['chhip', '1.78 Gy', '1.25 to 2.32 Gy'],
  ])('%s: %s (%s)', (name, ratio, interval) => {
    const { stdout } = isoeffect(['estimate', name, '--no-report']);
    expect(stdout).toContain(ratio);
    expect(stdout).toContain(interval);
  });

  it('says that the relapse of FAST-Forward holds no estimate', () => {
    const { stdout } = isoeffect(['estimate', 'fast-forward-relapse', '--no-report']);
    expect(stdout).toContain('g1/g2, no estimate of α/β, 3.67 Gy');
    expect(stdout).toContain('by Fieller: every value: no bound on either side');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'the wrong way round: both coefficients of dose have the wrong sign',
    );
    expect(stdout).toContain('are not confirmed');
  });

  it('--json prints one document with the keys of the contract, the file that it writes', () => {
    const { stdout, status, cwd } = isoeffect(['estimate', 'chhip', '--json', '--no-report', '--out', 'a']);
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(join(cwd, 'a/estimate.json'), 'utf8'));
    expect(existsSync(join(cwd, 'a/report.html'))).toBe(false);
    const result = JSON.parse(stdout);
    const keys = [
      'title',
      'source',
      'event',
      'measure',
      'coefficients',
      'alphaBetaGy',
      'wrongSign',
      'isoeffective',
      'assumptions',
      'verdict',
      'warnings',
    ];
    expect(Object.keys(result)).toEqual(expect.arrayContaining(keys));
    expect(Object.keys(result.alphaBetaGy)).toEqual(['estimate', 'standardError', 'delta', 'fieller']);
    expect(result.alphaBetaGy.delta).toMatchObject({ level: 0.95 });
    expect(result.alphaBetaGy.fieller).toMatchObject({ kind: 'interval' });
  });

  it('wrong effects: every problem with its place, exit 2, nothing written', () => {
    const cwd = scratch();
    writeFileSync(
      join(cwd, 'x.yaml'),
      effectsText('fast').replace('measure:', 'mesure:').replace('ratio: 1.64', 'ratio: 164'),
    );
    const { status, stdout, stderr } = isoeffect(['estimate', 'x.yaml'], cwd);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('x.yaml:7:1  unknown key: mesure (did you mean measure?)');
    expect(stderr).toContain('x.yaml:10:34  164 is not a ratio');
    expect(readdirSync(cwd)).toEqual(['x.yaml']);
  });

  it('a warning goes to stderr and into the answer', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'x.yaml'), effectsText('fast').replace('2.49', '3.50'));
    const { stderr, stdout } = isoeffect(['estimate', 'x.yaml', '--json', '--no-report'], cwd);
    expect(stderr).toMatch(/^warning: arm 1: the ratio is not in the middle/);
    expect(JSON.parse(stdout).warnings).toHaveLength(1);
  });

  it('a name that is not shipped is answered with the nearest', () => {
    const { status, stderr } = isoeffect(['estimate', 'fast-foward-late']);
    expect(status).toBe(2);
    expect(stderr).toContain('did you mean the shipped effects file fast-forward-late?');
  });

  it('list shows the effects, and not among the scenarios', () => {
    const names = (registry: string): string[] =>
      JSON.parse(isoeffect(['list', registry, '--json']).stdout)[registry].map(
        (e: { name: string }) => e.name,
      );
    expect(names('effects').sort()).toEqual([...shippedEffects].sort());
    // A trial may have both under one name
    expect(names('scenarios').sort()).toEqual([...shippedNames].sort());
  });
});
