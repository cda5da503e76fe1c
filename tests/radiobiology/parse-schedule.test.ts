import { describe, expect, it } from 'vitest';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { createPhase, createSchedule, fractionCount, totalDoseGy } from '../../src/radiobiology/schedule.ts';

const daily = (fractions: number, doseGy: number) => createSchedule([createPhase(fractions, doseGy)]);

describe('parseSchedule reads what clinicians write', () => {
  it.each([
    ['25 x 2 Gy', 25, 2],
    ['25 × 2', 25, 2],
    ['25*2', 25, 2],
    ['25x2gy', 25, 2],
    ['  25  X  2  GY  ', 25, 2],
    ['25 fx x 2 Gy', 25, 2],
    ['25 fractions x 2 Gy', 25, 2],
    ['25# x 2 Gy', 25, 2],
    ['25 x 2 Gy daily', 25, 2],
    ['25 x 2 Gy = 50 Gy', 25, 2],
    ['25 x 2 Gy (50 Gy)', 25, 2],
    ['50 Gy in 25 x 2 Gy', 25, 2],
    ['50 Gy: 25 x 2 Gy', 25, 2],
    ['50 Gy/25', 25, 2],
    ['50/25', 25, 2],
    ['50 Gy / 25 fx', 25, 2],
    ['50 Gy in 25 fx', 25, 2],
    ['50 Gy in 25 fractions', 25, 2],
    ['50 Gy in 25 fractions of 2 Gy', 25, 2],
    ['50 Gy/25 @ 2 Gy', 25, 2],
    ['15 x 2.85', 15, 2.85],
    ['42.75 Gy in 15 fractions of 2.85 Gy', 15, 2.85],
    ['42 Gy in 14 fractions', 14, 3],
    ['1 fraction x 8 Gy', 1, 8],
    ['8 Gy in 1 fraction', 1, 8],
    ['25 x 2.0 Gy', 25, 2],
  ])('%s', (text, fractions, doseGy) => {
    expect(parseSchedule(text)).toEqual(daily(fractions, doseGy));
  });

  it('42.75/15, to the rounding of the quotient', () => {
    const { phases } = parseSchedule('42.75/15');
    expect(phases[0].fractions).toBe(15);
    expect(phases[0].doseGy).toBeCloseTo(2.85, 14);
  });

  it.each([
    ['34 Gy/10 BID', createPhase(10, 3.4, { perDay: 2 })],
    ['10 x 3.4 Gy, bid', createPhase(10, 3.4, { perDay: 2 })],
    ['10 x 3.4 Gy b.i.d.', createPhase(10, 3.4, { perDay: 2 })],
    ['10 x 3.4 Gy twice daily', createPhase(10, 3.4, { perDay: 2 })],
    ['10 x 3.4 Gy twice a day, 8 h apart', createPhase(10, 3.4, { perDay: 2, intervalHours: 8 })],
    ['36 x 1.5 Gy TID 6 hours apart', createPhase(36, 1.5, { perDay: 3 })],
    ['8 x 1 Gy 4 times a day 4 h apart', createPhase(8, 1, { perDay: 4, intervalHours: 4 })],
    ['5 x 7 Gy every other day', createPhase(5, 7, { everyDays: 2 })],
    ['35 Gy/5 QOD', createPhase(5, 7, { everyDays: 2 })],
    ['5 x 7 Gy q2d', createPhase(5, 7, { everyDays: 2 })],
    ['5 x 7 Gy alternate days', createPhase(5, 7, { everyDays: 2 })],
    ['5 x 7 Gy every 3 days', createPhase(5, 7, { everyDays: 3 })],
    ['6 x 3 Gy BID every other day', createPhase(6, 3, { perDay: 2, everyDays: 2 })],
  ])('%s', (text, phase) => {
    expect(parseSchedule(text)).toEqual(createSchedule([phase]));
  });

  it.each(['5 x 5 + 25 x 2', '5 x 5 Gy + 50 Gy/25', '25 Gy/5 then 50 Gy in 25 fractions', '5x5+25x2'])(
    '%s, two phases',
    (text) => {
      const schedule = parseSchedule(text);
      expect(schedule).toEqual(createSchedule([createPhase(5, 5), createPhase(25, 2)]));
      expect([fractionCount(schedule), totalDoseGy(schedule)]).toEqual([30, 75]);
    },
  );

  it('a modifier belongs to its phase', () => {
    expect(parseSchedule('10 x 3.4 BID + 5 x 2').phases.map(({ perDay }) => perDay)).toEqual([2, 1]);
  });
});

describe('parseSchedule refuses', () => {
  it.each([
    ['a total that contradicts', '25 x 2 Gy = 45 Gy', '25 × 2 Gy is 50 Gy, not the stated 45 Gy'],
    ['a total in brackets that contradicts', '25 x 2 Gy (52 Gy)', 'not the stated 52 Gy'],
    ['a total in front that contradicts', '52 Gy in 25 x 2 Gy', 'not the stated 52 Gy'],
    ['a fraction that contradicts', '50 Gy/25 of 2.5 Gy', 'not the stated 50 Gy'],
    ['a total off by a digit', '15 x 2.85 Gy = 42.7 Gy', 'is 42.75 Gy, not the stated 42.7 Gy'],
    ['cGy', '25 x 200 cGy', 'give doses in Gy, not cGy'],
    ['cGy without a space', '5000cGy/25', 'give doses in Gy, not cGy'],
    ['an unlabelled centigray', '25 x 200', '200 Gy in one fraction is too large (is it in cGy?)'],
    ['an unlabelled centigray total', '5000/25', '200 Gy in one fraction is too large (is it in cGy?)'],
    ['nothing', '', '(empty)'],
    ['blanks', ' \t\n ', '(empty)'],
    ['no fractions', '0 x 2 Gy', '0 is not a number of fractions'],
    ['no fractions under a total', '50 Gy/0', '0 is not a number of fractions'],
    ['half a fraction', '2.5 x 2 Gy', '2.5 is not a number of fractions'],
    ['half a fraction under a total', '50 Gy/12.5', '12.5 is not a number of fractions'],
    ['fractions by the thousand', '1000000000 x 2 Gy', 'is not a number of fractions'],
    ['no dose', '25 x 0 Gy', 'the dose must be above 0'],
    ['no total', '0 Gy/25', 'the dose must be above 0'],
    ['a negative count', '-25 x 2 Gy', 'unreadable'],
    ['a negative dose', '25 x -2 Gy', 'unreadable'],
    ['one number', '50 Gy', 'write it like'],
    ['words', 'fifty Gray', 'write it like'],
    ['a decimal comma', '15 x 2,85 Gy', 'is not understood'],
    ['an exponent', '25 x 1e3', 'is not understood'],
    ['three factors', '5 x 5 x 5', 'is not understood'],
    ['an unknown modifier', '25 x 2 Gy monthly', '“monthly” is not understood'],
    ['a modifier with a tail', '25 x 2 Gy oddly', 'is not understood'],
    ['hours apart once a day', '25 x 2 Gy 6 h apart', 'hours apart do nothing'],
    ['no hours apart', '10 x 3.4 Gy BID 0 h apart', 'must be above 0'],
    ['days of nothing', '5 x 7 Gy every 0 days', 'every 1 to 28 days'],
    ['a phase left empty', '5 x 5 +', '(empty)'],
    ['a phase left empty in front', '+ 5 x 5', '(empty)'],
    ['infinity', 'Infinity x 2', 'write it like'],
    ['a bracket that stays open', '25 x 2 Gy (50 Gy', 'write it like'],
    ['more than 24 hours apart', '10 x 3.4 Gy BID 25 h apart', 'at most 24'],
    ['days beyond four weeks', '5 x 7 Gy every 29 days', 'every 1 to 28 days'],
  ])('%s: %j', (_, text, message) => {
    expect(() => parseSchedule(text)).toThrow(RangeError);
    expect(() => parseSchedule(text)).toThrow(message);
  });

  it('with a message that quotes no more than a line', () => {
    const messageFor = (text: string): string => {
      try {
        parseSchedule(text);
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    for (const text of ['junk '.repeat(2000), `25 x 2 ${'junk '.repeat(2000)}`, '7'.repeat(10_000)]) {
      expect(messageFor(text)).toMatch(/^unreadable schedule: .*…/);
      expect(messageFor(text).length).toBeLessThan(300);
    }
    expect(messageFor('7'.repeat(80))).toContain(`: ${'7'.repeat(80)} (`);
  });
});

describe('parseSchedule never hangs', () => {
  const LENGTH = 10_000;
  it.each([
    '1',
    '1.',
    '1.1',
    ' ',
    '\t',
    ' x',
    'x ',
    '+',
    ' + ',
    '(',
    '25 x 2 (',
    '25 x 2 = ',
    '50 Gy in ',
    '50 Gy / ',
    '50/25 of ',
    'bid ',
    'then ',
    ' then',
    '5 x 5 + ',
    '5 x 5',
    'every other day',
    'gy',
    'g',
    ',',
    ', ',
    '×',
    '0',
    'twice ',
    '1 h apart ',
    '\u0000',
    '💥',
  ])('on %j over and over, alone, in front and behind', (piece) => {
    const long = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
    const before = process.cpuUsage();
    for (const text of [
      long,
      `${long}25 x 2 Gy`,
      `25 x 2 Gy${long}`,
      `50 Gy/25${long}!`,
      `25 x 2 Gy = 50${long}`,
    ]) {
      try {
        parseSchedule(text);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }
    // Linear work takes about a millisecond; quadratic would take seconds
    // A second of processor time, however busy the machine is
    expect(process.cpuUsage(before).user).toBeLessThan(1e6);
  });
});
