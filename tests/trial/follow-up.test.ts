import { describe, expect, it } from 'vitest';
import type { TrialDays } from '../../src/trial/follow-up/definition.ts';
import { followUps } from '../../src/trial/follow-up/index.ts';
import { lossPerYear } from '../../src/trial/loss-schema.ts';

const YEAR = 365.25;
/** The last patient comes on day 1000, surgery 30 days after; failures are seen on days 400, 800, … */
const days: TrialDays = {
  lastEnrolment: 1000,
  surgeryAfter: 30,
  dayOfFailure: (n) => (n <= 20 ? 400 * n : Infinity),
};

describe('follow-up', () => {
  it('has a rule for each way to end it, whose examples are valid', () => {
    for (const { parameters, examples, create } of Object.values(followUps)) {
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples)
        expect(create(parameters.parse(example)).sentence).toMatch(/year|failure/);
    }
  });

  it.each([
    ['perPatient', { years: 3 }, 1030 + 3 * YEAR, { perPatientYears: 3, leastYears: 3 }],
    ['afterLast', { years: 2 }, 1030 + 2 * YEAR, { leastYears: 2 }],
    ['calendar', { years: 5 }, 5 * YEAR, { withinYears: 5 }],
    ['events', { number: 3, withinYears: 10 }, 1200, { events: 3, withinYears: 10 }],
    ['events', { number: 12, withinYears: 10 }, 10 * YEAR, { events: 12 }],
    ['events', { number: 21, withinYears: 10 }, 10 * YEAR, { events: 21 }],
  ] as const)('%s %j ends on day %d', (name, parameters, day, what) => {
    const followUp = followUps[name].create(followUps[name].parameters.parse(parameters));
    expect(followUp.analysisDay(days)).toBe(day);
    expect(followUp).toMatchObject(what);
  });

  it('loses patients at the hazard that leaves the stated share', () => {
    expect(Math.exp(-3 * lossPerYear({ probability: 0.05, byYears: 3 }))).toBeCloseTo(0.95, 12);
  });
});
