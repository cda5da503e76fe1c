import { describe, expect, it } from 'vitest';
import type { CountClaim } from '../../../src/trial/claims/definition.ts';
import { historicalControl } from '../../../src/trial/claims/historical-control.ts';

const wounds = { endpoint: 'woundComplication', withinDays: 120, certainty: 0.9 };
const control = { endpoint: 'localControl', atYears: 3, certainty: 0.9 };
const issuesOf = (spec: object) =>
  historicalControl.parameters.safeParse(spec).error?.issues.map(({ path, message }) => [path[0], message]);
const claim = (spec: object) =>
  historicalControl.create(historicalControl.parameters.parse(spec)) as CountClaim;

describe('a claim against an earlier series', () => {
  it.each([
    [{ ...wounds, events: 9, patients: 8 }, 'events', '9 events in 8 patients'],
    [{ ...wounds, events: 0, patients: 8 }, 'events', 'would be 0 (must be above 0 and below 1)'],
    [{ ...wounds, events: 8, patients: 8 }, 'events', 'would be 1 (must'],
    [{ ...wounds, events: 6, patients: 8, margin: 0.25 }, 'margin', 'would be 1 (must'],
    [{ ...control, events: 2, patients: 8, margin: 0.25 }, 'margin', 'would be 0 (must'],
  ])('is refused where no rate is left: %j', (spec, key, message) => {
    expect(issuesOf(spec)).toEqual([[key, expect.stringContaining(message)]]);
  });

  it.each([
    { ...wounds, events: 0, patients: 8, margin: 0.1 },
    { ...control, events: 8, patients: 8, margin: 0.1 },
    { ...control, events: 1, patients: 8 },
  ])('may be %j', (spec) => {
    expect(issuesOf(spec)).toBeUndefined();
  });

  it('has its limit a margin on the worse side', () => {
    expect(claim({ ...wounds, events: 2, patients: 8, margin: 0.1 })).toMatchObject({
      limit: 0.35,
      limitName: 'earlier rate with margin',
    });
    const good = claim({ ...control, events: 6, patients: 8, margin: 0.1 });
    expect(good.limit).toBeCloseTo(0.65, 14);
    expect(good.sentence).toContain('no more than 10 % worse than the 6 of 8');
    const plain = claim({ ...control, events: 6, patients: 8 });
    expect(plain).toMatchObject({ limit: 0.75, limitName: 'earlier rate' });
    expect(plain.sentence).toContain('better than the 6 of 8');
  });

  it('passes where the posterior leaves little doubt, never without patients', () => {
    const { passes } = claim({ ...wounds, events: 20, patients: 40 });
    expect([0, 2, 8, 20].map((events) => passes(0, 0, events, 40))).toEqual([true, true, true, false]);
    expect(passes(0, 0, 0, 0)).toBe(false);
    // With a margin as wide nearly every rate is better, but nothing was seen
    const wide = claim({ ...wounds, events: 2, patients: 80, margin: 0.9, certainty: 0.8 });
    expect([wide.passes(0, 0, 0, 0), wide.passes(0, 0, 0, 1)]).toEqual([false, true]);
  });
});
