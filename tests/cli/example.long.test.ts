import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, scratch } from '../fixtures/command-line.ts';

describe('isoeffect example', () => {
  it('tells one trial, and writes its patients and its figure', () => {
    const { status, stdout, stderr, cwd } = isoeffect(['example', 'hyport-sts', '--truth', 'rate45']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Replicate 0 under rate45 ');
    expect(stdout).toContain('Look 1 (month ');
    expect(stdout).toContain('Figure: out/example-hyport-sts/example-trial.svg');
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    const folder = join(cwd, 'out/example-hyport-sts');
    expect(readdirSync(folder).sort()).toEqual([
      'example-trial.png',
      'example-trial.svg',
      'example-trial.vl.json',
      'example.json',
    ]);
    const again = isoeffect(['example', 'hyport-sts', '--truth', 'rate45', '--out', 'again'], cwd);
    expect(again.status).toBe(0);
    for (const file of readdirSync(folder))
      expect(readFileSync(join(cwd, 'again', file), 'utf8')).toBe(readFileSync(join(folder, file), 'utf8'));
  });

  it('--json prints the document that it writes; --seed and --set change the trial', () => {
    const args = ['example', 'quick-start', '--replicate', 'failure', '--json', '--no-chart', '--out', 'a'];
    const { stdout, status, cwd } = isoeffect(args);
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(join(cwd, 'a/example.json'), 'utf8'));
    expect(readdirSync(join(cwd, 'a'))).toEqual(['example.json']);
    const story = JSON.parse(stdout);
    expect(story.decision).toMatchObject({ success: false, stop: null, day: null });
    expect(story.patients).toHaveLength(200);
    const other = JSON.parse(
      isoeffect([...args, '--seed', 'another', '--set', 'design.perArm=30'], cwd).stdout,
    );
    expect([other.seed, other.patients.length]).toEqual(['another', 60]);
    expect(other.sha256).not.toBe(story.sha256);
  });

  it('--world tells what the world drew', () => {
    const { stdout } = isoeffect(['example', 'quick-start', '--world', '3', '--no-chart']);
    expect(stdout).toContain('Replicate 0 of world 3 ');
    expect(stdout).toContain('World 3 draws truth.cohort.heterogeneity.alphaBetaGy.logNormal.median = ');
  });

  it('says so where there is no such trial among so many: exit 1, nothing written', () => {
    const never = 'design.interim.0.toxicityStop.certainty=0.9999999';
    const args = ['example', 'hyport-sts', '--truth', 'rate25', '--replicate', 'stopped', '--set', never];
    const { status, stdout, stderr, cwd } = isoeffect(args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trim()).toBe('no trial is stopped among the first 10000 replicates under rate25');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it.each([
    [['hyport-sts', '--truth', 'rate54'], 'unknown truth: rate54 (did you mean rate55?)'],
    [
      ['hyport-sts', '--truth', 'rate25', '--world', '3'],
      'worlds are draws about asPlanned, not about rate25',
    ],
    [['null-single-arm', '--world', '1'], 'the scenario states no uncertainty'],
    [['scopes-ii', '--replicate', 'stopped'], 'the design has no interim looks'],
    [['scopes-ii', '--replicate', 'middling'], 'must be a whole number >= 0, success, failure or stopped'],
    [['scopes-ii', '--set', 'design.perArm=0'], '--set design.perArm=0'],
    [['scopes-i'], 'did you mean the shipped scenario scopes-ii?'],
  ])('%j: exit 2, the reason on stderr, nothing written', (args, reason) => {
    const cwd = scratch();
    const { status, stdout, stderr } = isoeffect(['example', ...args], cwd);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
