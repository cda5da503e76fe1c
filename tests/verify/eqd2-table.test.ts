import { describe, expect, it } from 'vitest';
import { doseSums, eqd2 } from '../../src/radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import table from '../../src/verify/values/eqd2-table.json' with { type: 'json' };

const eqd2Of = (text: string): number => eqd2(doseSums(parseSchedule(text)), 4.9);

// That the printed values come out is a suite of its own
describe('EQD2 in table 2 of Wiltink 2024 (α/β 4.9 Gy)', () => {
  it('has 20 printed values, row 17 having none', () => {
    expect(table.map(({ row }) => row)).toEqual(
      Array.from({ length: 21 }, (_, i) => i + 1).filter((row) => row !== 17),
    );
  });

  it.each(table)('row $row reads the same as a total dose: $schedule', ({ schedule, totalDoseGy }) => {
    const [fractions] = schedule.split(' ');
    expect(eqd2Of(`${totalDoseGy} Gy in ${fractions} fractions`)).toBeCloseTo(eqd2Of(schedule), 10);
  });

  it('row 17, 60 Gy in 3 to 8 fractions: nothing printed; 216.5 to 107.8 Gy', () => {
    expect(eqd2Of('60 Gy/3')).toBeCloseTo(216.5217, 4);
    expect(eqd2Of('60 Gy/8')).toBeCloseTo(107.8261, 4);
  });

  it('row 18, 5 × 5 Gy and 25 × 2 Gy after surgery: the printed 35.9 is the preoperative phase, the whole 85.87', () => {
    expect(eqd2Of('5 x 5 + 25 x 2')).toBeCloseTo(85.8696, 4);
  });
});
