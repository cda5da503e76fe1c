import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSchedule } from '../../src/radiobiology/format-schedule.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { createPhase, createSchedule } from '../../src/radiobiology/schedule.ts';

const phase = fc
  .record({
    fractions: fc.integer({ min: 1, max: 200 }),
    doseGy: fc.integer({ min: 1, max: 60_000 }).map((mGy) => mGy / 1000),
    perDay: fc.integer({ min: 1, max: 4 }),
    intervalHours: fc.constantFrom(3, 4, 4.5, 6, 8, 12),
    everyDays: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ fractions, doseGy, perDay, intervalHours, everyDays }) =>
    createPhase(fractions, doseGy, { perDay, intervalHours, everyDays }),
  );

describe('formatSchedule', () => {
  it('writes what parseSchedule reads back to the same phases', () => {
    fc.assert(
      fc.property(fc.array(phase, { minLength: 1, maxLength: 4 }), (phases) => {
        const schedule = createSchedule(phases);
        expect(parseSchedule(formatSchedule(schedule))).toEqual(schedule);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it.each([
    ['25x2', '25 × 2 Gy'],
    ['34/10 bid', '10 × 3.4 Gy BID'],
    ['10 x 3.4 bid 8h apart', '10 × 3.4 Gy BID 8 h apart'],
    ['5 x 7 qod', '5 × 7 Gy every other day'],
    ['5 x 6 weekly', '5 × 6 Gy every 7 days'],
    ['60 Gy in 7 fractions', '60 Gy in 7 fractions'],
    ['5 x 5 then 25 x 2', '5 × 5 Gy + 25 × 2 Gy'],
  ])('writes %s as %s', (text, formatted) => {
    expect(formatSchedule(parseSchedule(text))).toBe(formatted);
  });
});

describe('parseSchedule', () => {
  it('agrees with itself over notations of the same course', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 50, max: 2000 }), (fractions, cGy) => {
        const doseGy = cGy / 100;
        const total = (fractions * cGy) / 100;
        const expected = createSchedule([createPhase(fractions, doseGy)]);
        expect(parseSchedule(`${fractions} x ${doseGy} Gy = ${total} Gy`)).toEqual(expected);
        expect(parseSchedule(`${total} Gy in ${fractions} x ${doseGy} Gy`)).toEqual(expected);
        expect(parseSchedule(`${total} Gy in ${fractions} fractions of ${doseGy} Gy`)).toEqual(expected);
        expect(parseSchedule(`${total}/${fractions}`).phases[0].doseGy).toBeCloseTo(doseGy, 12);
        expect(() => parseSchedule(`${fractions} x ${doseGy} Gy = ${total + 0.01} Gy`)).toThrow(
          'not the stated',
        );
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('answers any text with a schedule or a RangeError', () => {
    const piece = fc.constantFrom(
      '25',
      '2',
      '.',
      ' ',
      'x',
      '×',
      'Gy',
      '/',
      'in',
      '+',
      'BID',
      '=',
      '(',
      ')',
      'fx',
      'e',
      '-',
      'h apart',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.string(), (pieces, junk) => {
        for (const text of [pieces.join(''), pieces.join(' '), junk]) {
          try {
            const { phases } = parseSchedule(text);
            expect(phases.length).toBeGreaterThan(0);
            for (const { fractions, doseGy } of phases) {
              expect(Number.isInteger(fractions) && fractions >= 1 && doseGy > 0).toBe(true);
            }
          } catch (error) {
            if (!(error instanceof RangeError)) throw error;
          }
        }
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});
