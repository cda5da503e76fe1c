import { describe, expect, it } from 'vitest';
import { betaCdf } from '../../src/numeric/beta-law.ts';
import { observedSchema, posteriorFinding } from '../../src/trial/posterior-finding.ts';

const flat = { a: 1, b: 1 };

describe('what a single arm observed', () => {
  it('has no more events than patients', () => {
    expect(observedSchema.safeParse({ events: 4, patients: 4 }).success).toBe(true);
    expect(observedSchema.safeParse({ events: 0, patients: 0 }).success).toBe(false);
    const { error } = observedSchema.safeParse({ events: 5, patients: 4 });
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['events', '5 events in 4 patients'],
    ]);
  });
});

describe('the posterior of a rate', () => {
  it('after 3 of 4 events under a flat prior is beta(4, 2)', () => {
    const good = posteriorFinding(flat, { events: 3, patients: 4 }, 0.5, true);
    expect(good).toMatchObject({ events: 3, patients: 4, mean: 4 / 6 });
    // P(p > 1/2) = P(Bin(5, 1/2) ≤ 3)
    expect(good.probabilityBetter).toBeCloseTo(26 / 32, 12);
    expect(posteriorFinding(flat, { events: 3, patients: 4 }, 0.5, false).probabilityBetter).toBeCloseTo(
      6 / 32,
      12,
    );
  });

  it('has 95 % in an interval with one density at both ends', () => {
    const [low, high] = posteriorFinding(flat, { events: 3, patients: 4 }, 0.5, true).highestDensity95!;
    expect(betaCdf(high, 4, 2) - betaCdf(low, 4, 2)).toBeCloseTo(0.95, 9);
    // Beta(4, 2) is proportional to p³(1 − p)
    expect(high * high * high * (1 - high)).toBeCloseTo(low * low * low * (1 - low), 6);
  });

  it('has no such interval where the density rises to both ends', () => {
    const nothing = { events: 0, patients: 0 };
    expect(posteriorFinding({ a: 0.5, b: 0.9 }, nothing, 0.5, true)).not.toHaveProperty('highestDensity95');
    expect(posteriorFinding({ a: 0.5, b: 1 }, nothing, 0.5, true)).toHaveProperty('highestDensity95');
  });
});
