import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eqd2 } from '../../src/radiobiology/linear-quadratic.ts';
import { controlRows, evidence, woundRows } from '../fixtures/evidence.ts';

/** Table 2 of the review as it was copied independently of the shipped file; percent as printed. */
const [header, ...lines] = readFileSync(new URL('../references/table2-outcomes.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const names = header.split(',');
const table = lines.map((line): Record<string, string> => {
  const cells = line.split(',');
  return Object.fromEntries(names.map((name, i) => [name, cells[i]]));
});

describe('the shipped evidence on soft tissue sarcoma', () => {
  it('has the 21 rows of the review in order, then surgery alone twice and DOREMY', () => {
    expect(evidence.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 21 }, (_, i) => String(i + 1)),
      'pisters-1996',
      'yang-1998',
      'doremy',
    ]);
  });

  it.each(table.map((row) => [row.row, row]))('row %s is as printed', (id, row) => {
    const study = evidence.find((candidate) => candidate.id === id)!;
    const { control, wound, schedule } = study;
    expect(control?.rate ?? '').toEqual(
      row.local_control_pct === '' ? '' : Number(row.local_control_pct) / 100,
    );
    expect(control?.atYears ?? '').toEqual(row.at_years === '' ? '' : Number(row.at_years));
    if (control) expect(control.size).toBe(Number(row.n));
    expect(wound?.rate ?? '').toEqual(
      row.wound_complication_pct === '' ? '' : Number((Number(row.wound_complication_pct) / 100).toFixed(4)),
    );
    // SR2's wounds were counted in 88 of its patients
    if (wound) expect(wound.size).toBe(id === '1' ? 88 : Number(row.n));
    if (row.eqd2_printed_gy !== '')
      expect(Math.abs(eqd2(schedule.preoperative!, 4.9) - Number(row.eqd2_printed_gy))).toBeLessThanOrEqual(
        0.05 + 1e-9,
      );
  });

  it('leaves study 12 out of the fit and says why; DOREMY stands beside it', () => {
    const use = (id: string) => controlRows.find((row) => row.id === id)!;
    expect(use('12').control.use).toBe('flagged');
    expect(use('12').reason).toContain('crude');
    expect(use('doremy').control.use).toBe('check');
    expect(controlRows.filter(({ control }) => control.use === 'fit')).toHaveLength(16);
    expect(evidence.filter(({ subtype }) => subtype === 'myxoid').map(({ id }) => id)).toEqual([
      '13',
      'doremy',
    ]);
  });

  it('counts wounds by one definition in seven studies: 167 of 537', () => {
    const strict = woundRows.filter(({ wound }) => wound.use === 'strict');
    expect(strict.map(({ id }) => id)).toEqual(['1', '2', '3', '13', '14', '15', '16']);
    expect(strict.reduce((sum, { wound }) => sum + wound.count, 0)).toBe(167);
    expect(strict.reduce((sum, { wound }) => sum + wound.size, 0)).toBe(537);
    expect(woundRows.find(({ id }) => id === 'doremy')!.wound).toMatchObject({ count: 13, size: 77 });
  });
});
