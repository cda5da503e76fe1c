import { describe, expect, it } from 'vitest';
import type { EventPlan } from '../../src/trial/events/definition.ts';
import { eventFormulas } from '../../src/trial/events/index.ts';
import { rareEvents } from '../../src/trial/rare-events.ts';

const plan = (changes: Partial<EventPlan> = {}): EventPlan => ({
  hazardRatio: 0.7,
  nullHazardRatio: 1,
  allocation: 1,
  level: { alpha: 0.025, sides: 1 },
  eventProbability: rareEvents,
  ...changes,
});

describe.each(Object.entries(eventFormulas))('%s', (_, formula) => {
  it('says what it is', () => {
    expect(formula.label).toMatch(/^[A-Z]/);
    expect(formula.reference).toMatch(/\d{4}/);
    expect(formula.convention).toMatch(/^[a-z].*variance/);
  });

  it.each([
    [plan()],
    [plan({ allocation: 2 })],
    [plan({ hazardRatio: 1, nullHazardRatio: 1.8, allocation: 0.5 })],
    [plan({ eventProbability: (factor) => -Math.expm1(-0.6 * factor) })],
  ])('plan %#: power of the events for a power is that power, and more events give more', (given) => {
    for (const power of [0.2, 0.5, 0.8, 0.95])
      expect(formula.power(given, formula.events(given, power))).toBeCloseTo(power, 10);
    expect(formula.events(given, 0.9)).toBeGreaterThan(formula.events(given, 0.8));
    expect(formula.power(given, 300)).toBeGreaterThan(formula.power(given, 200));
  });

  it('a two-sided level counts half on the better side', () => {
    const [one, two] = [plan(), plan({ level: { alpha: 0.05, sides: 2 } })];
    expect(formula.events(two, 0.8)).toBeCloseTo(formula.events(one, 0.8), 9);
  });

  it('all formulas become one as the truth nears the null, whatever the allocation', () => {
    for (const allocation of [1, 2, 0.5]) {
      const near = plan({ hazardRatio: 0.999, allocation });
      const schoenfeld = eventFormulas.schoenfeld.events(near, 0.8);
      expect(formula.events(near, 0.8) / schoenfeld).toBeCloseTo(1, 2.5);
    }
  });

  it('depends on the ratio to the margin, in the size of the effect', () => {
    const wide = plan({ hazardRatio: 1, nullHazardRatio: 2 });
    const narrow = plan({ hazardRatio: 1, nullHazardRatio: 1.3 });
    expect(formula.events(wide, 0.8)).toBeLessThan(formula.events(narrow, 0.8) / 3);
  });

  it('no number of events rules out what is true', () => {
    expect(() => formula.events(plan({ hazardRatio: 1 }), 0.8)).toThrow(
      new RangeError('no number of events: the planned hazard ratio, 1, is not below the one to rule out, 1'),
    );
  });
});

// rpact 3.3.4, gsDesign’s Lachin–Foulkes by the same arithmetic in R: unequal allocation is where they part
it('two experimental patients for each control patient: 278, 251 and 271 events', () => {
  const given = plan({ allocation: 2, hazardRatio: 0.7 });
  expect(eventFormulas.schoenfeld.events(given, 0.8)).toBeCloseTo(277.635492616, 6);
  expect(eventFormulas.freedman.events(given, 0.8)).toBeCloseTo(251.164151499, 6);
  expect(eventFormulas.freedman.events({ ...given, allocation: 0.5 }, 0.8)).toBeCloseTo(317.8796, 3);
});
