import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect, scratch } from '../fixtures/command-line.ts';

const ALPHA_BETA = 'truth.cohort.heterogeneity.alphaBetaGy';
const quick = ['--replicates', '50', '--workers', '2'];

describe('isoeffect sweep', () => {
  it('writes table, result and report, and prints where the answer turns', () => {
    const args = ['sweep', 'lesson-alpha-beta', '--vary', `${ALPHA_BETA}=2,6`, ...quick];
    const { status, stdout, cwd } = isoeffect(args);
    expect(status).toBe(0);
    for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(100);
    expect(stdout).toContain('The claim is true for α/β below 5.74 Gy');
    expect(stdout).toContain(
      'Results: out/sweep-lesson-alpha-beta/sweep.csv, out/sweep-lesson-alpha-beta/sweep.json',
    );
    const folder = join(cwd, 'out/sweep-lesson-alpha-beta');
    expect(readdirSync(folder).sort()).toEqual(['figures', 'report.html', 'sweep.csv', 'sweep.json']);
    const [header, ...rows] = readFileSync(join(folder, 'sweep.csv'), 'utf8').trimEnd().split('\n');
    expect(header).toBe(`${ALPHA_BETA},truth,quantity,of,estimate,mcse,exact,difference,differenceMcse`);
    expect(rows[0]).toBe('2,asPlanned,eqd2Gy,control,50,0,50,,');
    const result = JSON.parse(readFileSync(join(folder, 'sweep.json'), 'utf8'));
    expect(rows).toHaveLength(result.rows.length);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain(`isoeffect sweep lesson-alpha-beta`);
  });

  it('--json prints one document; a list of cells is the same as the grid it spells out', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'cells.csv'), `${ALPHA_BETA}\n2\n6\n`);
    const rest = ['--no-report', '--truths', '--tip', 'power=0.9', '--json', ...quick];
    const [list, grid] = [
      isoeffect(['sweep', 'lesson-alpha-beta', '--list', 'cells.csv', ...rest], cwd),
      isoeffect(['sweep', 'lesson-alpha-beta', '--vary', `${ALPHA_BETA}=2,6`, ...rest], cwd),
    ];
    expect(JSON.parse(list.stdout).truths).toEqual(['asPlanned', 'alphaBeta2', 'alphaBeta10']);
    expect(list.stdout).toBe(grid.stdout);
  });

  it('refuses what cannot be, and what nobody waits for, with nothing written', () => {
    const sweep = (...args: string[]) => isoeffect(['sweep', 'lesson-alpha-beta', ...args]);
    const refused = [
      [
        sweep('--vary', 'design.perArms=10,20'),
        /^--vary design\.perArms=10,20 {2}unknown key: perArms \(did you mean perArm\?\)$/,
      ],
      [sweep(), /needs either --vary path=values or --list file\.csv/],
      [
        sweep('--vary', `${ALPHA_BETA}=2..10/12000`),
        /^12,001 cells would take about .* on \d+ threads; .* --yes/,
      ],
      [
        sweep('--vary', 'truths.alphaBeta2={}'),
        /^truths\.alphaBeta2: other truths are only run with --truths$/,
      ],
    ] as const;
    for (const [{ status, stdout, stderr, cwd }, message] of refused) {
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr.trim()).toMatch(message);
      expect(readdirSync(cwd)).toEqual([]);
    }
  });
});
