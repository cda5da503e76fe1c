import { describe, expect, it } from 'vitest';
import { DAYS_A_MONTH } from '../../../src/trial/accrual.ts';
import { createEscalation, mostAtLevel } from '../../../src/trial/escalation/escalation.ts';
import { escalationSchema } from '../../../src/trial/escalation/escalation-schema.ts';
import type { LadderPatients } from '../../../src/trial/escalation/ladder-patients.ts';
import { stopsForSafety } from '../../../src/trial/escalation/safety-stop.ts';
import { treatLadder } from '../../../src/trial/escalation/treat-ladder.ts';

const LEVELS = 3;
const GAP = 10;

const specOf = (changes: object = {}) =>
  escalationSchema.parse({
    toxicity: ['amputation'],
    windowMonths: 6,
    acceptableRate: 0.1,
    methods: [{ threePlusThree: {} }],
    ...changes,
  });

/** Patients who come ten days apart, without toxicity but for those named: level, position, day. */
function supply(
  size: number,
  toxic: readonly (readonly [number, number, number])[],
  grave = toxic,
): LadderPatients {
  const days = (events: typeof toxic): Float64Array[] =>
    Array.from({ length: LEVELS }, (_, level) => {
      const own = new Float64Array(size).fill(Infinity);
      for (const [l, position, day] of events) if (l === level) own[position] = day;
      return own;
    });
  return {
    toxicDays: days(toxic),
    graveDays: days(grave),
    expansionEvents: Array.from({ length: LEVELS }, () => new Uint8Array(size).fill(1)),
    gapDays: new Float64Array(4 * size).fill(GAP),
  };
}

describe('treatLadder', () => {
  it('goes up after three windows without toxicity, and counts none after the window', () => {
    const escalation = createEscalation(specOf(), LEVELS);
    const late = 6 * DAYS_A_MONTH + 1;
    const ladder = treatLadder(escalation, escalation.plans[0], supply(6, [[0, 0, late]]));
    expect(ladder.recommended).toBe(2);
    expect(ladder.treated).toEqual([3, 3, 6]);
    expect(ladder.toxic).toEqual([0, 0, 0]);
    expect(ladder.days).toBeCloseTo(12 * GAP + 4 * 6 * DAYS_A_MONTH, 9);
    expect(ladder.steps.map(({ decision }) => decision.kind)).toEqual([
      'treat',
      'treat',
      'treat',
      'treat',
      'stop',
    ]);
  });

  it('does not wait for a window that a toxicity has ended', () => {
    const escalation = createEscalation(specOf(), LEVELS);
    const early = [0, 1, 2].map((position) => [0, position, 20] as const);
    const ladder = treatLadder(escalation, escalation.plans[0], supply(6, early));
    expect(ladder.recommended).toBeUndefined();
    expect(ladder.isStoppedForSafety).toBe(false);
    expect(ladder.patients).toHaveLength(3);
    // The third patient comes on day 30 and has a toxicity 20 days later
    expect(ladder.days).toBe(50);
  });

  it('recommends by whole windows where the method need not wait', () => {
    const methods = [{ titeCrm: { target: 0.2, skeleton: [0.1, 0.2, 0.35], maximumSize: 6, groupSize: 1 } }];
    const escalation = createEscalation(specOf({ methods }), LEVELS);
    const [plan] = escalation.plans;
    const none = treatLadder(escalation, plan, supply(6, []));
    expect(none.recommended).toBe(2);
    expect(none.days).toBeCloseTo(6 * GAP + 6 * DAYS_A_MONTH, 9);
    // Toxicities that come when everyone has been treated
    const last = [0, 1, 2, 3, 4].map((position) => [1, position, 100] as const);
    const many = treatLadder(escalation, plan, supply(6, last));
    expect(many.patients.map(({ level }) => level)).toEqual(none.patients.map(({ level }) => level));
    expect(many.toxic[1]).toBe(5);
    expect(many.recommended).toBe(0);
  });

  it('ends for safety by what is known on the day, whatever the window', () => {
    const safety = { endpoint: 'amputation', above: 0.05, cutOff: 0.9, prior: { a: 1, b: 1 } };
    const escalation = createEscalation(specOf({ safety }), LEVELS);
    const late = 6 * DAYS_A_MONTH + 1;
    const ladder = treatLadder(
      escalation,
      escalation.plans[0],
      supply(6, [
        [0, 0, late],
        [0, 1, late],
      ]),
    );
    // Both are known before the window of the third patient is over
    expect(ladder.isStoppedForSafety).toBe(true);
    expect(ladder.recommended).toBeUndefined();
    expect(ladder.treated).toEqual([3, 0, 0]);
  });

  it('expands at the level that is recommended, and tests the claim on those patients alone', () => {
    const expansion = {
      patients: 4,
      singleArm: {
        endpoint: 'localControl',
        atYears: 1,
        nullRate: 0.4,
        oneSidedAlpha: 0.05,
        test: 'exactBinomial',
      },
    };
    const spec = specOf({ expansion });
    expect(mostAtLevel(spec, LEVELS)).toBe(22);
    const escalation = createEscalation(spec, LEVELS);
    const patients = supply(22, []);
    const all = treatLadder(escalation, escalation.plans[0], patients);
    expect(all.passes).toBe(true);
    expect(all.climbing).toBe(12);
    expect(all.patients).toHaveLength(16);
    expect(all.treated).toEqual([3, 3, 6]);
    expect(all.patients.slice(12).map(({ position }) => position)).toEqual([6, 7, 8, 9]);
    patients.expansionEvents[2][9] = 0;
    expect(treatLadder(escalation, escalation.plans[0], patients).passes).toBe(false);
    patients.expansionEvents[2][9] = 1;
    patients.expansionEvents[2][5] = 0;
    expect(treatLadder(escalation, escalation.plans[0], patients).passes).toBe(true);
  });
});

describe('stopsForSafety', () => {
  it('is the posterior probability of a rate above what is allowed, once one is seen', () => {
    const rule = { above: 0.05, cutOff: 0.95, prior: { a: 1, b: 1 } } as never;
    // One of one: p ~ Beta(2, 1), P(p > 0.05) = 1 − 0.05²
    expect(stopsForSafety(rule, { events: 1, followed: 1 })).toBe(true);
    // One of 40: P = 0.609
    expect(stopsForSafety(rule, { events: 1, followed: 40 })).toBe(false);
    // None of none: P = 0.95 exactly, and nothing was seen
    expect(stopsForSafety({ ...(rule as object), cutOff: 0.9 } as never, { events: 0, followed: 0 })).toBe(
      false,
    );
  });
});
