import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, scratch } from '../fixtures/command-line.ts';
import { LADDER } from '../report/make-escalation.ts';

describe('dose escalation on the command line', () => {
  const cwd = scratch();
  writeFileSync(join(cwd, 'ladder.yaml'), LADDER);
  const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');

  it('runs to the same bytes on any number of threads, in shards and resumed, and is rendered again', () => {
    const run = (...args: string[]) => {
      const done = isoeffect(['run', 'ladder.yaml', '--replicates', '400', ...args], cwd);
      expect(done.status, done.stderr).toBe(0);
      return done.stdout;
    };
    expect(run('--workers', '1', '--out', 'one')).toContain('middle is the highest acceptable level');
    run('--workers', '2', '--out', 'two', '--no-report');
    for (const shard of ['1/3', '2/3', '3/3']) run('--shard', shard, '--out', 'shards');
    expect(isoeffect(['merge', 'shards', '--out', 'merged', '--no-report'], cwd).status).toBe(0);
    isoeffect(['run', 'ladder.yaml', '--replicates', '150', '--out', 'grown', '--no-report'], cwd);
    run('--resume', '--out', 'grown', '--no-report');
    for (const other of ['two', 'merged', 'grown']) {
      expect(read(`${other}/result.json`)).toBe(read('one/result.json'));
      expect(read(`${other}/replicates.csv`)).toBe(read('one/replicates.csv'));
    }
    expect(isoeffect(['report', 'two/result.json'], cwd).status).toBe(0);
    expect(read('two/report.html')).toBe(read('one/report.html'));
  }, 120_000);

  it('is told by its number, and has no power to be sized, swept or explained', () => {
    const told = isoeffect(['example', 'ladder.yaml', '--replicate', '5', '--json'], cwd);
    expect(told.status).toBe(0);
    expect(JSON.parse(told.stdout).plans).toHaveLength(8);
    expect(isoeffect(['example', 'ladder.yaml', '--replicate', 'success'], cwd)).toMatchObject({ status: 2 });
    for (const command of [
      ['size', 'ladder.yaml', '--power', '0.8'],
      ['sweep', 'ladder.yaml', '--vary', 'truth.amputation.high=0.1,0.2'],
      ['sensitivity', 'ladder.yaml'],
    ]) {
      const { status, stderr } = isoeffect(command, cwd);
      expect(status).toBe(2);
      expect(stderr).toContain('climbs a ladder of doses and makes no claim');
    }
  });

  it('is in the list of what there is', () => {
    expect(isoeffect(['list', 'dose-finding'], cwd).stdout).toContain('titeCrm');
  });
});
