import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect } from '../fixtures/command-line.ts';

const quick = ['--replicates', '400', '--worlds', '20'];

describe('isoeffect run and report', () => {
  it('writes result, scenario, record, replicates, report and figures, and repeats from its scenario byte for byte', () => {
    const first = isoeffect(['run', 'scopes-ii', ...quick, '--set', 'design.perArm=80', '--out', 'a']);
    expect(first.stderr).toBe('');
    expect(first.status).toBe(0);
    expect(first.stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
    for (const word of [
      'SCOPES II',
      'asPlanned',
      'plannedRates',
      'residualDisease',
      'Assurance',
      'ceiling',
      'Report: a/report.html',
    ]) {
      expect(first.stdout).toContain(word);
    }
    const folder = join(first.cwd, 'a');
    expect(readdirSync(folder).sort()).toEqual([
      'checkpoint',
      'figures',
      'replicates.csv',
      'report.html',
      'result.json',
      'run.json',
      'scenario.yaml',
    ]);
    const kinds = readdirSync(join(folder, 'figures')).map((file) => file.slice(file.indexOf('.')));
    for (const kind of ['.png', '.svg', '.vl.json'])
      expect(kinds.filter((other) => other === kind)).toHaveLength(kinds.length / 3);
    const csv = readFileSync(join(folder, 'replicates.csv'), 'utf8').trimEnd().split('\n');
    expect(csv).toHaveLength(1 + 3 * 400);
    expect(csv[0]).toMatch(/^truth,world,replicate,control\.evaluable,control\.localControl\.events,/);
    expect(csv[1]).toMatch(/^asPlanned,0,0,80,/);
    const again = isoeffect(
      ['run', join(folder, 'scenario.yaml'), '--out', 'b', '--workers', '1', '--no-report'],
      first.cwd,
    );
    expect(again.status).toBe(0);
    expect(readFileSync(join(first.cwd, 'b/result.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'result.json'), 'utf8'),
    );
    expect(existsSync(join(first.cwd, 'b/report.html'))).toBe(false);
  });

  it('report renders again, the same', () => {
    const { cwd } = isoeffect(['run', 'quick-start', ...quick, '--out', 'a']);
    const path = join(cwd, 'a/report.html');
    const before = readFileSync(path, 'utf8');
    expect(isoeffect(['report', 'a/result.json', '--out', 'b'], cwd).status).toBe(0);
    expect(readFileSync(join(cwd, 'b/report.html'), 'utf8')).toBe(before);
    writeFileSync(join(cwd, 'torn.json'), '{"isoeffect": "0.1');
    expect(isoeffect(['report', 'torn.json'], cwd)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('not whole JSON'),
    });
    writeFileSync(join(cwd, 'old.json'), '{"isoeffect": "0.0.1", "truths": []}');
    expect(isoeffect(['report', 'old.json'], cwd)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('run its scenario again'),
    });
    const result = JSON.parse(readFileSync(join(cwd, 'a/result.json'), 'utf8'));
    delete result.truths[0].operatingCharacteristics;
    writeFileSync(join(cwd, 'cut.json'), JSON.stringify(result));
    expect(isoeffect(['report', 'cut.json', '--out', 'c'], cwd)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('cut.json: is not the whole result of a run'),
    });
    expect(existsSync(join(cwd, 'c'))).toBe(false);
  });
});
