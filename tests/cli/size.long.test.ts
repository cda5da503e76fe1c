import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SizeResult } from '../../src/study/size/size-result.ts';
import { isoeffect, scratch } from '../fixtures/command-line.ts';

const reduced = ['--replicates', '100', '--worlds', '30', '--no-report'];

describe('isoeffect size', () => {
  it('prints one document, the same with any number of threads', () => {
    const [one, two] = ['1', '2'].map((workers) =>
      isoeffect(['size', 'quick-start', ...reduced, '--json', '--workers', workers]),
    );
    expect(one.status).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    const result = JSON.parse(one.stdout) as SizeResult;
    expect(result.truths[0].found.kind).toBe('exact');
    expect(result.ceiling!.estimate).toBeGreaterThan(0);
    expect(result.held).toMatchObject({ target: 0.05, isExact: true });
    expect(readFileSync(join(one.cwd, 'out/size-quick-start/size.json'), 'utf8')).toBe(one.stdout);
  });

  it('says for wrong input what is wrong, and writes nothing', () => {
    const cwd = scratch();
    const wrong: [args: string[], message: string][] = [
      [['--solve', 'design.nonInferiority.margn'], 'did you mean design.nonInferiority.margin?'],
      [['--solve', 'title'], 'title holds no number to solve for'],
      [['--power', '80'], 'must be a probability between 0 and 1'],
      [['--assurance', '0.5', '--success-and-true', '0.5'], 'not both'],
      [['--over', 'truth.localControl.gamma50'], 'is not written path=from..to/steps'],
      [['--over', 'truth.localControl.gamma50=1.2.3..2/4'], 'is not written path=from..to/steps'],
      [['--over', 'truth.localControl.gamma50=1..2/5000'], 'with at most 1000 steps'],
      [['--set', 'design.perAm=100'], 'did you mean perArm?'],
    ];
    for (const [args, message] of wrong) {
      const { status, stderr, stdout } = isoeffect(['size', 'quick-start', ...args], cwd);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
    }
    const stopped = isoeffect(['size', 'hyport-sts'], cwd);
    expect([stopped.status, stopped.stdout]).toEqual([2, '']);
    expect(stopped.stderr).toContain('--solve design.interim.0.toxicityStop.certainty');
    const aim = isoeffect(['size', 'alpha-beta-precision'], cwd);
    expect([aim.status, aim.stdout]).toEqual([2, '']);
    expect(aim.stderr).toContain('makes no claim');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('does not begin where the answer cannot be written', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'taken'), '');
    const { status, stderr } = isoeffect(['size', 'quick-start', ...reduced, '--out', 'taken'], cwd);
    expect(status).not.toBe(0);
    expect(stderr).toContain('taken');
  });
});
