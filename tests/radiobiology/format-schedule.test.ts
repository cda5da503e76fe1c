import { describe, expect, it } from 'vitest';
import { formatSchedule } from '../../src/radiobiology/format-schedule.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { createPhase, createSchedule, type Phase } from '../../src/radiobiology/schedule.ts';

const hyperthermia = { everyDays: 3, celsius: 41, hoursApart: 1 };
const special: [text: string, options: Partial<Phase>][] = [
  ['4 × 4 Gy (if unresectable)', { onlyIf: 'unresectable' }],
  ['4 × 4 Gy (along the last days)', { along: 'last' }],
  ['4 × 4 Gy (boost 4.4 Gy, flap 2 Gy)', { regionsGy: { boost: 4.4, flap: 2 } }],
  ['4 × 4 Gy (carbon)', { radiation: 'carbon' }],
  ['4 × 4 Gy (with hyperthermia)', { hyperthermia }],
  [
    '4 × 4 Gy BID 8 h apart (if unresectable, carbon)',
    { perDay: 2, intervalHours: 8, onlyIf: 'unresectable', radiation: 'carbon' },
  ],
];

describe('a schedule in words', () => {
  it.each(special)('says what is special about a phase: %s', (text, options) => {
    expect(formatSchedule(createSchedule([createPhase(4, 4, options)]))).toBe(text);
  });

  it.each([
    '5 × 5 Gy + surgery + 25 × 2 Gy',
    'surgery + 25 × 2 Gy',
    '5 × 5 Gy + 4 × 4 Gy + surgery + 10 × 2 Gy + 5 × 1.5 Gy BID',
  ])('names surgery once, where it lies: %s', (text) => {
    expect(formatSchedule(parseSchedule(text))).toBe(text);
    expect(parseSchedule(formatSchedule(parseSchedule(text)))).toEqual(parseSchedule(text));
  });
});

describe('surgery in the text of a schedule', () => {
  it('puts what follows it after surgery', () => {
    const { phases } = parseSchedule('5 x 5 Gy + Surgery + 25 x 2 Gy + 2 x 3 Gy');
    expect(phases.map(({ isPostoperative }) => isPostoperative)).toEqual([false, true, true]);
  });

  it.each([
    ['5 x 5 Gy + surgery + 25 x 2 Gy + surgery', 'surgery is named twice'],
    ['surgery + surgery', 'surgery is named twice'],
    ['surgery', 'no fractions beside surgery'],
    ['5 x 5 Gy + surgry + 25 x 2 Gy', 'unreadable schedule: surgry'],
  ])('is refused: %s', (text, message) => {
    expect(() => parseSchedule(text)).toThrow(RangeError);
    expect(() => parseSchedule(text)).toThrow(message);
  });
});
