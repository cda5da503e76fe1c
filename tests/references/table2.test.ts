import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doseSums, eqd2 } from '../../src/radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { totalDoseGy } from '../../src/radiobiology/schedule.ts';

const ALPHA_BETA_GY = 4.9;

const [header, ...lines] = readFileSync(new URL('table2.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const names = header.split(',');
const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));

const eqd2Of = (text: string): number => eqd2(doseSums(parseSchedule(text)), ALPHA_BETA_GY);
const isSinglePhase = (row: Record<string, string>): boolean => /^\d+$/.test(row.fractions);

describe('EQD2 as printed in table 2 of Wiltink 2024 (α/β 4.9 Gy)', () => {
  const printed = rows.filter((row) => isSinglePhase(row) && row.eqd2_printed_gy !== '');

  it('has 21 rows, 19 of them single-phase with a printed value', () => {
    expect(rows).toHaveLength(21);
    expect(printed).toHaveLength(19);
  });

  it.each(printed)('row $row, $trial: $fractions × $dose_per_fraction_gy Gy', (row) => {
    const text = `${row.fractions} x ${row.dose_per_fraction_gy} Gy`;
    // printed to 0.1 Gy
    expect(Math.abs(eqd2Of(text) - Number(row.eqd2_printed_gy))).toBeLessThanOrEqual(0.05 + 1e-9);
    expect(totalDoseGy(parseSchedule(text))).toBeCloseTo(Number(row.total_dose_gy), 10);
    expect(eqd2Of(`${row.total_dose_gy} Gy in ${row.fractions} fractions`)).toBeCloseTo(eqd2Of(text), 10);
  });

  it('row 17, 60 Gy in 3 to 8 fractions: nothing printed; 216.5 to 107.8 Gy', () => {
    const row = rows.find((r) => r.row === '17')!;
    expect([row.fractions, row.eqd2_printed_gy]).toEqual(['3-8', '']);
    expect(eqd2Of('60 Gy/3')).toBeCloseTo(216.5217, 4);
    expect(eqd2Of('60 Gy/8')).toBeCloseTo(107.8261, 4);
  });

  it('row 18, 5 × 5 Gy and 25 × 2 Gy after surgery: the printed 35.9 is the preoperative phase, the whole 85.87', () => {
    const row = rows.find((r) => r.row === '18')!;
    expect(row.fractions).toBe('5+25');
    expect(Math.abs(eqd2Of('5 x 5 Gy') - Number(row.eqd2_printed_gy))).toBeLessThanOrEqual(0.05);
    expect(eqd2Of('5 x 5 + 25 x 2')).toBeCloseTo(85.8696, 4);
  });
});
