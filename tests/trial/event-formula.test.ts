import { describe, expect, it } from 'vitest';
import { eventFormula } from '../../src/trial/event-formula.ts';
import type { EventPlan } from '../../src/trial/events/definition.ts';
import { freedman } from '../../src/trial/events/freedman.ts';
import { lachinFoulkes } from '../../src/trial/events/lachin-foulkes.ts';
import { schoenfeld } from '../../src/trial/events/schoenfeld.ts';
import { rareEvents } from '../../src/trial/rare-events.ts';

const plan = (changes: Partial<EventPlan> = {}): EventPlan => ({
  hazardRatio: 0.5,
  nullHazardRatio: 1,
  allocation: 1,
  level: { alpha: 0.025, sides: 1 },
  eventProbability: rareEvents,
  ...changes,
});
const [Z_ALPHA, Z_BETA] = [1.959963984540054, 0.8416212335729143];
const square = (x: number): number => x * x;

describe('numbers of events', () => {
  it('of arms alike: 4 (z_α + z_β)²/ln² θ, and ((1 + θ)/(1 − θ))² (z_α + z_β)²', () => {
    const z = square(Z_ALPHA + Z_BETA);
    expect(schoenfeld.events(plan(), 0.8)).toBeCloseTo((4 * z) / square(Math.LN2), 9);
    expect(freedman.events(plan(), 0.8)).toBeCloseTo(9 * z, 9);
  });

  it('of arms unlike: (1 + r)²/r for 4, ((1 + rθ)/(1 − θ))²/r by Freedman', () => {
    const z = square(Z_ALPHA + Z_BETA);
    const given = plan({ allocation: 3, hazardRatio: 0.6 });
    expect(schoenfeld.events(given, 0.8)).toBeCloseTo(((16 / 3) * z) / square(Math.log(0.6)), 9);
    expect(freedman.events(given, 0.8)).toBeCloseTo((square(2.8 / 0.4) / 3) * z, 9);
  });

  it.each([
    [0.7, 1, 2],
    [0.7, 1, 0.5],
    [1, 1.4, 2],
    [0.9, 1.3, 1],
  ])(
    'by Lachin–Foulkes from the events of each arm’s own patients: hazard ratio %d against %d, %d to one',
    (hazardRatio, nullHazardRatio, allocation) => {
      const observed = (factor: number): number => 1 - Math.exp(-0.6 * factor);
      const given = plan({ hazardRatio, nullHazardRatio, allocation, eventProbability: observed });
      const [control, experimental] = [1 / (1 + allocation), allocation / (1 + allocation)];
      // Under the null both arms have the mean hazard of the truth, in the ratio of the null
      const mean = control + experimental * hazardRatio;
      const atNull = mean / (control + experimental * nullHazardRatio);
      const variance = (c: number, e: number): number =>
        1 / (control * observed(c)) + 1 / (experimental * observed(e));
      const patients = square(
        (Z_ALPHA * Math.sqrt(variance(atNull, atNull * nullHazardRatio)) +
          Z_BETA * Math.sqrt(variance(1, hazardRatio))) /
          Math.log(hazardRatio / nullHazardRatio),
      );
      const events = patients * (control * observed(1) + experimental * observed(hazardRatio));
      expect(lachinFoulkes.events(given, 0.8) / events).toBeCloseTo(1, 9);
      expect(lachinFoulkes.power(given, events)).toBeCloseTo(0.8, 9);
    },
  );

  it('need none for a power that the level alone has', () => {
    for (const formula of [schoenfeld, freedman]) {
      expect(formula.events(plan(), 0.02)).toBe(0);
      expect(formula.events(plan(), 0.03)).toBeGreaterThan(0);
      expect(formula.power(plan(), 0)).toBeCloseTo(0.025, 12);
    }
    expect(lachinFoulkes.events(plan(), 0.01)).toBe(0);
  });

  it('are there only where the mean is above 0', () => {
    const of = (mean: number) =>
      eventFormula({ label: '', convention: '', reference: '' }, () => ({
        mean,
        nullVariance: 4,
        variance: 9,
      }));
    const given = plan({ hazardRatio: 1.23456789, nullHazardRatio: 1.2 });
    for (const mean of [0, -1, Number.NaN])
      expect(() => of(mean).events(given, 0.8)).toThrow(
        new RangeError(
          'no number of events: the planned hazard ratio, 1.23457, is not below the one to rule out, 1.2',
        ),
      );
    // (z_α·2 + z_β·3)²/μ²
    expect(of(2).events(given, 0.8)).toBeCloseTo(square((2 * Z_ALPHA + 3 * Z_BETA) / 2), 9);
    expect(of(2).power(given, square((2 * Z_ALPHA + 3 * Z_BETA) / 2))).toBeCloseTo(0.8, 12);
  });
});
