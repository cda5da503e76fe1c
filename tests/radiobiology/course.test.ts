import { describe, expect, it } from 'vitest';
import { createCourse, type Departure } from '../../src/radiobiology/course.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import {
  type Compensation,
  createPhase,
  createSchedule,
  type Phase,
  type Schedule,
} from '../../src/radiobiology/schedule.ts';

type Options = Partial<Omit<Schedule, 'phases'>>;
const from = (text: string, options: Options = {}) => createSchedule(parseSchedule(text).phases, options);
const course = (schedule: Schedule, departure: Partial<Departure> = {}) =>
  createCourse(schedule, { missed: 0, present: [], ...departure });
const daysOf = (schedule: Schedule, departure?: Partial<Departure>): number[] =>
  course(schedule, departure).fractions.map(({ day }) => day);
const timesOf = (schedule: Schedule): [day: number, hour: number][] =>
  course(schedule).fractions.map(({ day, hour }) => [day, hour]);

/** Calendars by hand, from a Monday: day 5 is a Saturday, day 7 the next Monday. */
const byHand: [what: string, text: string, options: Options, days: Record<Compensation, number[]>][] = [
  [
    'a missed Wednesday',
    '5 x 6 Gy',
    { missed: [3] },
    {
      none: [0, 1, 3, 4],
      extendAtEnd: [0, 1, 3, 4, 7],
      extraFraction: [0, 1, 3, 4, 7, 8],
      weekend: [0, 1, 3, 4, 5],
      bid: [0, 1, 3, 3, 4],
      increasedDose: [0, 1, 3, 4],
    },
  ],
  [
    'the last fraction',
    '5 x 6 Gy',
    { missed: [5] },
    {
      none: [0, 1, 2, 3],
      extendAtEnd: [0, 1, 2, 3, 7],
      extraFraction: [0, 1, 2, 3, 7, 8],
      weekend: [0, 1, 2, 3, 5],
      bid: [0, 1, 2, 3, 7],
      increasedDose: [0, 1, 2, 3, 7],
    },
  ],
  [
    'two days in a row',
    '5 x 6 Gy',
    { missed: [2, 3] },
    {
      none: [0, 3, 4],
      extendAtEnd: [0, 3, 4, 7, 8],
      extraFraction: [0, 3, 4, 7, 8, 9],
      weekend: [0, 3, 4, 5, 6],
      bid: [0, 3, 3, 4, 4],
      increasedDose: [0, 3, 4],
    },
  ],
  [
    'the first fraction: the course begins with the second',
    '5 x 6 Gy',
    { missed: [1] },
    {
      none: [0, 1, 2, 3],
      extendAtEnd: [0, 1, 2, 3, 6],
      extraFraction: [0, 1, 2, 3, 6, 7],
      weekend: [0, 1, 2, 3, 4],
      bid: [0, 0, 1, 2, 3],
      increasedDose: [0, 1, 2, 3],
    },
  ],
  [
    'every other day',
    '5 x 7 Gy every other day',
    { missed: [2] },
    {
      none: [0, 4, 7, 9],
      extendAtEnd: [0, 4, 7, 9, 11],
      extraFraction: [0, 4, 7, 9, 11, 14],
      weekend: [0, 4, 5, 7, 9],
      bid: [0, 4, 4, 7, 9],
      increasedDose: [0, 4, 7, 9],
    },
  ],
  [
    'holidays on Wednesday and Saturday, the Friday missed',
    '5 x 6 Gy',
    { start: '2024-01-08', skip: ['2024-01-10', '2024-01-13'], missed: [4] },
    {
      none: [0, 1, 3, 7],
      extendAtEnd: [0, 1, 3, 7, 8],
      extraFraction: [0, 1, 3, 7, 8, 9],
      weekend: [0, 1, 3, 6, 7],
      bid: [0, 1, 3, 7, 7],
      increasedDose: [0, 1, 3, 7],
    },
  ],
  [
    'weekends treatable as it is',
    '5 x 6 Gy',
    { weekends: true, missed: [3] },
    {
      none: [0, 1, 3, 4],
      extendAtEnd: [0, 1, 3, 4, 5],
      extraFraction: [0, 1, 3, 4, 5, 6],
      weekend: [0, 1, 3, 4, 5],
      bid: [0, 1, 3, 3, 4],
      increasedDose: [0, 1, 3, 4],
    },
  ],
];

describe.each(byHand)('compensation for %s', (_, text, options, expected) => {
  it.each(Object.entries(expected) as [Compensation, number[]][])('%s', (compensation, days) => {
    expect(daysOf(from(text, { ...options, compensation }))).toEqual(days);
  });
});

describe('compensation', () => {
  it('gives a second fraction 6 h after that of a later day, and a third after two', () => {
    expect(timesOf(from('5 x 6 Gy', { missed: [3], compensation: 'bid' })).slice(2, 4)).toEqual([
      [3, 0],
      [3, 6],
    ]);
    const twice = from('6 x 1.5 Gy BID 8 h apart', { missed: [3], compensation: 'bid' });
    expect(timesOf(twice)).toEqual([
      [0, 0],
      [0, 8],
      [1, 8],
      [2, 0],
      [2, 8],
      [2, 14],
    ]);
  });

  it('makes up for a plan of two a day at the end, or on the weekend', () => {
    const plan = (compensation: Compensation) => from('6 x 1.5 Gy BID', { missed: [3, 4], compensation });
    expect(timesOf(plan('extendAtEnd')).slice(-2)).toEqual([
      [3, 0],
      [3, 6],
    ]);
    expect(timesOf(plan('weekend')).slice(-2)).toEqual([
      [5, 0],
      [6, 0],
    ]);
  });

  it('increases later doses such that the BED stays: 2 of 8 Gy for 3 of 6 Gy at 10 Gy', () => {
    const doses = (schedule: Schedule) => course(schedule).fractions.map(({ doseGy }) => doseGy);
    const options: Options = { missed: [3], compensation: 'increasedDose' };
    // d′ = 5(√(1 + 4·14.4/10) − 1) = 8
    const [a, b, c, d] = doses(from('5 x 6 Gy', options));
    expect([a, b]).toEqual([6, 6]);
    expect(c).toBeCloseTo(8, 12);
    expect(d).toBe(c);
    // At 2 Gy: d′ + d′²/2 = 1.5·(6 + 18) = 36
    const late = doses(from('5 x 6 Gy', { ...options, compensationAlphaBetaGy: 2 }))[3];
    expect(late + (late * late) / 2).toBeCloseTo(36, 10);
    // Where nothing follows, the fraction is given at the end as it was
    expect(doses(from('5 x 6 Gy', { ...options, missed: [5] }))).toEqual([6, 6, 6, 6, 6]);
  });

  it('stays within its phase, and later phases move with it', () => {
    const plan = from('5 x 5 Gy + 3 x 2 Gy', { missed: [2] });
    expect(course(plan).fractions.map(({ day, doseGy }) => [day, doseGy])).toEqual([
      [0, 5],
      [2, 5],
      [3, 5],
      [4, 5],
      [7, 5],
      [8, 2],
      [9, 2],
      [10, 2],
    ]);
    expect(daysOf({ ...plan, missed: [6] })).toEqual([0, 1, 2, 3, 4, 8, 9, 10]);
  });

  it('gives a course of which everything was missed in the next week', () => {
    expect(daysOf(from('5 x 6 Gy', { missed: [1, 2, 3, 4, 5] }))).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('fractions missed by number', () => {
  const planned = from('25 x 2 Gy', { compensation: 'none' });
  const allDays = daysOf(planned);
  const lost = (schedule: Schedule, departure: Partial<Departure>) => {
    const given = daysOf(schedule, departure);
    return allDays.filter((day) => !given.includes(day));
  };

  it('are spread evenly: one in the middle, five on every Wednesday', () => {
    expect(lost(planned, { missed: 1 })).toEqual([16]);
    expect(lost(planned, { missed: 5 })).toEqual([2, 9, 16, 23, 30]);
    expect(lost(planned, { missed: 40 })).toEqual(allDays);
  });

  it('come besides those that the schedule states', () => {
    const stated = { ...planned, missed: [13] };
    expect(lost(stated, { missed: 1 })).toEqual([16, 17]);
    for (let missed = 0; missed <= 24; missed++) expect(daysOf(stated, { missed })).toHaveLength(24 - missed);
  });
});

describe('surgery', () => {
  it('lies between the phases, and its days count from the last preoperative fraction', () => {
    const planned = from('5 x 5 Gy + surgery + 25 x 2 Gy');
    // 4 + 35 days; 42 days on it is a Friday
    expect(course(planned).surgeryDay).toBe(39);
    const days = daysOf(planned);
    expect(days.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 81, 84]);
    expect(days).toHaveLength(30);
    const soon = { ...planned, surgeryAfterDays: 3, radiotherapyAfterSurgeryDays: 28 };
    expect([course(soon).surgeryDay, daysOf(soon)[5]]).toEqual([7, 35]);
    // The last preoperative fraction missed, and given on Monday
    expect(course({ ...soon, missed: [5] }).surgeryDay).toBe(10);
    expect(course(planned).fractions.filter(({ isPostoperative }) => isPostoperative)).toHaveLength(25);
  });

  it('comes before the first fraction where all of them follow it', () => {
    expect(course(from('surgery + 25 x 2 Gy')).surgeryDay).toBe(-42);
    expect(daysOf(from('surgery + 25 x 2 Gy'))[0]).toBe(0);
  });
});

const phases = (...list: Phase[]): Schedule => createSchedule(list);

describe('a phase after an interval', () => {
  it('waits at least that long', () => {
    // 4 + 42 days is a Friday
    const boost = phases(createPhase(5, 5), createPhase(4, 4, { afterDays: 42 }));
    expect(daysOf(boost)).toEqual([0, 1, 2, 3, 4, 46, 49, 50, 51]);
  });

  it('waits for the later of its interval and surgery', () => {
    const waiting = (afterDays: number) => ({
      ...phases(createPhase(5, 5), createPhase(1, 2, { afterDays, isPostoperative: true })),
      surgeryAfterDays: 10,
      radiotherapyAfterSurgeryDays: 20,
    });
    expect(daysOf(waiting(40))[5]).toBe(44);
    // 34 is a Sunday
    expect(daysOf(waiting(3))[5]).toBe(35);
  });
});

describe('a concurrent boost', () => {
  const host = createPhase(10, 2);
  const boostTimes = (schedule: Schedule) =>
    course(schedule)
      .fractions.filter(({ phase }) => phase.along)
      .map(({ day, hour }) => [day, hour]);

  it('runs on the first or last days of the phase before, 6 h after it', () => {
    const on = (along: 'first' | 'last') => phases(host, createPhase(3, 1.5, { along }));
    expect(boostTimes(on('first'))).toEqual([
      [0, 6],
      [1, 6],
      [2, 6],
    ]);
    expect(boostTimes(on('last')).map(([day]) => day)).toEqual([9, 10, 11]);
    const twice = phases(createPhase(10, 1.2, { perDay: 2 }), createPhase(2, 1.5, { along: 'last' }));
    expect(boostTimes(twice)).toEqual([
      [3, 12],
      [4, 12],
    ]);
  });

  it('leaves the next phase where it was, unless it runs on itself', () => {
    const boost = createPhase(5, 1.5, { along: 'first' });
    const planned = phases(createPhase(5, 2), boost, createPhase(2, 3));
    const lastPhase = (schedule: Schedule) => course(schedule).fractions.filter(({ doseGy }) => doseGy === 3);
    expect(lastPhase(planned).map(({ day }) => day)).toEqual([7, 8]);
    // The fifth fraction of the boost is missed and given on Monday: the next phase waits
    expect(lastPhase({ ...planned, missed: [10] }).map(({ day }) => day)).toEqual([8, 9]);
  });

  it('takes the days there are where its phase misses some, in the order of time, and goes on after it', () => {
    const boost = createPhase(5, 1.5, { along: 'first' });
    const gap: Schedule = { ...phases(createPhase(5, 2), boost), missed: [3], compensation: 'none' };
    expect(boostTimes(gap)).toEqual([
      [0, 6],
      [1, 6],
      [3, 6],
      [4, 6],
      [7, 0],
    ]);
    const weekend: Schedule = {
      ...phases(createPhase(5, 2), createPhase(2, 1.5, { along: 'first' })),
      missed: [1],
      compensation: 'weekend',
    };
    // From the Tuesday, which is day 0; the Saturday is the last
    expect(boostTimes(weekend)).toEqual([
      [0, 6],
      [1, 6],
    ]);
  });

  it('is refused where it is longer than its phase', () => {
    expect(() => course(phases(host, createPhase(11, 1.5, { along: 'last' })))).toThrow(
      'a boost of 11 fractions cannot run along a phase of 10 treatment days',
    );
  });
});

describe('a conditional boost', () => {
  const schedule = phases(
    createPhase(5, 5),
    createPhase(4, 4, { onlyIf: 'unresectable', afterDays: 42 }),
    createPhase(2, 2),
  );

  it('is given to those with the characteristic', () => {
    expect(daysOf(schedule, { present: [] })).toEqual([0, 1, 2, 3, 4, 7, 8]);
    expect(daysOf(schedule, { present: ['unresectable'] })).toHaveLength(11);
    expect(daysOf(schedule, { present: ['diabetes'] })).toHaveLength(7);
  });

  it('leaves the positions of missed fractions to the same fractions in everyone', () => {
    const missed: Schedule = { ...schedule, missed: [11], compensation: 'none' };
    for (const present of [[], ['unresectable']]) {
      const last = course(missed, { present }).fractions.filter(({ doseGy }) => doseGy === 2);
      expect(last).toHaveLength(1);
    }
    expect(daysOf({ ...missed, missed: [6] }, { present: [] })).toHaveLength(7);
  });
});

describe('hyperthermia', () => {
  it('is placed on sessions at least so many days apart, once a day', () => {
    const heated = (everyDays: number, perDay = 1) => {
      const hyperthermia = { everyDays, celsius: 41, hoursApart: 1 };
      const plan = phases(createPhase(10, 3.25, { hyperthermia, perDay }));
      return course(plan)
        .fractions.filter(({ isHeated }) => isHeated)
        .map(({ day }) => day);
    };
    expect(heated(3)).toEqual([0, 3, 7, 10]);
    expect(heated(7)).toEqual([0, 7]);
    expect(heated(1, 2)).toEqual([0, 1, 2, 3, 4]);
  });
});
