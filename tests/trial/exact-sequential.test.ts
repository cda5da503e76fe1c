import { describe, expect, it } from 'vitest';
import { endpoints } from '../../src/outcomes/endpoints/index.ts';
import { accrualSchema, DAYS_A_MONTH } from '../../src/trial/accrual.ts';
import type { ArmCells } from '../../src/trial/arm-cells.ts';
import type { Design } from '../../src/trial/design.ts';
import { exactDesign, isMixed, nullDesign } from '../../src/trial/exact-design.ts';
import { exactSequential, hasExactSequential } from '../../src/trial/exact-sequential.ts';
import { createPassMatrices } from '../../src/trial/pass-matrix.ts';
import type { Rule, Verdict } from '../../src/trial/rules/definition.ts';
import { stagesOf } from '../../src/trial/stages.ts';

const control = { endpoint: endpoints.localControl, time: 1 };
const wounds = { endpoint: endpoints.woundComplication, time: 120 };
const SIZE = 6;

/** Passes with at least so many events of control, or at most so many wounds, of which 0 are needed to be evaluable. */
const claims = [
  { ...control, passes: (_c: number, _n: number, events: number) => events >= 4 },
  { ...wounds, passes: (_c: number, _n: number, events: number, size: number) => events <= size - 4 },
];
const rule = (of: object, looks: number[], decide: (look: number, events: number) => Verdict | undefined) =>
  ({ ...of, looks, decide }) as unknown as Rule;
/** Futility without control by 2, efficacy with 4 of 4; harm with 2 wounds by 2, or 3 by 4. */
const rules = [
  rule(control, [2, 4], (look, events) =>
    look === 0 && events === 0 ? 'futility' : look === 1 && events === 4 ? 'efficacy' : undefined,
  ),
  rule(wounds, [2, 4], (look, events) => (events >= 2 + look ? 'harm' : undefined)),
];
const design = (more: object = {}): Design =>
  ({
    sizes: [SIZE],
    unevaluable: 0,
    countsUnevaluableAsFailures: false,
    claims,
    isHierarchical: false,
    rules,
    stages: stagesOf(rules),
    ...more,
  }) as unknown as Design;
const cells: ArmCells = { size: SIZE, rates: [0.7, 0.3], both: 0.15 };

/** What every trial does, patient by patient. */
interface Walked {
  joint: number;
  byClaim: number[];
  stops: Map<string, number>;
  /** Probability of each stop or end, by the patient who completed it. */
  ended: { probability: number; stage: number; patient: number; evaluable: number; last: boolean }[];
}

function walk(of: Design): Walked {
  const u = of.unevaluable;
  const [p, q, both] = [...cells.rates, cells.both!];
  const kinds = [
    { weight: (1 - u) * (1 - p - q + both), counts: true, first: 0, second: 0 },
    { weight: (1 - u) * (p - both), counts: true, first: 1, second: 0 },
    { weight: (1 - u) * (q - both), counts: true, first: 0, second: 1 },
    { weight: (1 - u) * both, counts: true, first: 1, second: 1 },
    // A failure: no control, and a wound
    ...(u === 0 ? [] : [{ weight: u, counts: of.countsUnevaluableAsFailures, first: 0, second: 1 }]),
  ];
  const found: Walked = { joint: 0, byClaim: of.claims.map(() => 0), stops: new Map(), ended: [] };
  const end = (evaluable: number, events: number[], probability: number, last: boolean): void => {
    let before = true;
    const passed = of.claims.map((claim) => {
      const position = claim.endpoint === endpoints.localControl ? 0 : 1;
      const passes = (claim as (typeof claims)[0]).passes(0, 0, events[position], evaluable);
      const counts = passes && (before || !of.isHierarchical);
      before &&= passes;
      return counts;
    });
    passed.forEach((pass, k) => {
      if (pass) found.byClaim[k] += probability;
    });
    if (of.isHierarchical ? passed[0] : passed.every(Boolean)) found.joint += probability;
    found.ended.push({ probability, stage: -1, patient: SIZE, evaluable, last });
  };
  const step = (seen: number, e: number, events: number[], probability: number, last: boolean): void => {
    if (seen === SIZE) {
      end(e, events, probability, last);
      return;
    }
    for (const { weight, counts, first, second } of kinds) {
      const e2 = e + (counts ? 1 : 0);
      const next = counts ? [events[0] + first, events[1] + second] : events;
      const reached = probability * weight;
      const hit = of.stages.findIndex(
        ({ rule: r, look, patients }) =>
          counts &&
          patients === e2 &&
          of.rules[r].decide(look, next[of.rules[r].endpoint === endpoints.localControl ? 0 : 1]),
      );
      if (hit < 0) {
        step(seen + 1, e2, next, reached, counts);
        continue;
      }
      const { rule: r, look } = of.stages[hit];
      const verdict = of.rules[r].decide(
        look,
        next[of.rules[r].endpoint === endpoints.localControl ? 0 : 1],
      )!;
      found.stops.set(`${verdict}@${hit}`, (found.stops.get(`${verdict}@${hit}`) ?? 0) + reached);
      if (verdict === 'efficacy') {
        found.joint += reached;
        found.byClaim = found.byClaim.map((power) => power + reached);
      }
      found.ended.push({ probability: reached, stage: hit, patient: seen + 1, evaluable: e2, last: counts });
    }
  };
  step(0, 0, [0, 0], 1, false);
  return found;
}

const designs = {
  'all evaluable': {},
  'one after the other': { isHierarchical: true },
  'the other after the one': { isHierarchical: true, claims: [claims[1], claims[0]] },
  'some dropped': { unevaluable: 0.2 },
  'some failures': { unevaluable: 0.2, countsUnevaluableAsFailures: true },
};

describe('a single arm under interim rules, exactly', () => {
  it.each(Object.entries(designs))('is what every sequence of patients gives: %s', (name, more) => {
    const of = design(more);
    const given = name.startsWith('the other') ? { ...cells, rates: cells.rates.toReversed() } : cells;
    const expected = walk(of);
    const found = exactSequential(of, given);
    expect(found.joint).toBeCloseTo(expected.joint, 12);
    found.byClaim.forEach((power, k) => {
      expect(power).toBeCloseTo(expected.byClaim[k], 12);
    });
    found.stops.forEach((stop, stage) => {
      for (const verdict of ['efficacy', 'futility', 'harm'] as const)
        expect(stop[verdict], `${verdict} at ${stage}`).toBeCloseTo(
          expected.stops.get(`${verdict}@${stage}`) ?? 0,
          12,
        );
    });
    expect(expected.stops.size).toBe(4);
    // Outcomes known at once: those enrolled are those up to the patient who completes the look
    const enrolled = expected.ended.reduce((sum, { probability, patient }) => sum + probability * patient, 0);
    expect(found.expectedEnrolled).toBeCloseTo(enrolled, 12);
    expect(found.expectedDays).toBeUndefined();
    expect(exactDesign(of, createPassMatrices(), [given])).toEqual(found);
  });

  it.each([0, 0.2])('waits for outcomes and pauses at looks, %d of patients dropped', (unevaluable) => {
    const accrual = accrualSchema.parse({ perMonth: 2 * DAYS_A_MONTH, pausesAtLooks: true });
    const of = design({ unevaluable, accrual });
    const { ended } = walk(of);
    let [days, enrolled] = [0, 0];
    for (const { probability, stage, patient, evaluable, last } of ended) {
      // Two patients a day; looks at 2 and 4 evaluable ones hold everyone up until control is known, unless that was the last
      const looks = [2, 4].filter((look) =>
        stage >= 0 ? look < of.stages[stage].patients : look < evaluable || (look === evaluable && !last),
      );
      days += probability * (patient / 2 + 365.25 * (looks.length + 1));
      enrolled += probability * patient;
    }
    const found = exactSequential(of, cells);
    expect(found.expectedDays).toBeCloseTo(days, 9);
    expect(found.expectedEnrolled).toBeCloseTo(enrolled, 12);
  });

  it('ends later than its looks are known where the claim takes longer', () => {
    const accrual = accrualSchema.parse({ perMonth: 2 * DAYS_A_MONTH, surgeryAfterDays: 10 });
    const of = design({ accrual, claims: [claims[0]], rules: [rules[1]], stages: stagesOf([rules[1]]) });
    const { stops, expectedDays, expectedEnrolled } = exactSequential(of, cells);
    const [first, second] = stops.map(({ harm }) => harm);
    // Two wounds of two; three of four where the first two had one at most
    expect(first).toBeCloseTo(0.3 * 0.3, 12);
    expect(second).toBeCloseTo(2 * 0.3 * 0.7 * 0.09, 12);
    const going = 1 - first - second;
    expect(expectedDays).toBeCloseTo(first * (1 + 130) + second * (2 + 130) + going * (3 + 375.25), 9);
    // In 130 days everybody has come
    expect(expectedEnrolled).toBeCloseTo(6, 9);
  });

  it('has no means where the pace changes', () => {
    for (const more of [{ rampMonths: 2 }, { pattern: 'uniform' }]) {
      const found = exactSequential(
        design({ accrual: accrualSchema.parse({ perMonth: 3, ...more }) }),
        cells,
      );
      expect('expectedEnrolled' in found).toBe(false);
      expect('expectedDays' in found).toBe(false);
    }
  });

  it('is reached with one endpoint, or two in up to 500 patients', () => {
    const one = { claims: [claims[0]], rules: [rules[0]] };
    const three = { claims: [...claims, { ...claims[1], endpoint: endpoints.fibrosis }] };
    for (const [more, expected] of [
      [{ ...one, sizes: [9000] }, true],
      [{ sizes: [500] }, true],
      [{ sizes: [501] }, false],
      [three, false],
    ] as const)
      expect(hasExactSequential(design(more))).toBe(expected);
    expect(() => exactSequential(design(three), cells)).toThrow(
      new RangeError('invalid design: 3 endpoints (must be at most 2)'),
    );
    expect(exactDesign(design(three), createPassMatrices(), [cells])).toBeUndefined();
  });
});

describe('exact values of a design', () => {
  it('are mixtures where unevaluable patients are dropped', () => {
    for (const [unevaluable, countsUnevaluableAsFailures, expected] of [
      [0, false, false],
      [0.1, false, true],
      [0.1, true, false],
      [0, true, false],
    ] as const)
      expect(isMixed(design({ unevaluable, countsUnevaluableAsFailures }))).toBe(expected);
  });

  it('of many claims that hang together are left out where they are mixtures, or too large', () => {
    const patterns = Array.from({ length: 8 }, () => 0.125);
    const arm = (size: number) => [{ size, rates: [0.5, 0.5, 0.5], patterns }];
    const of = (more: object) =>
      design({ claims: [claims[0], claims[1], claims[0]], rules: [], stages: [], ...more });
    const found = (more: object, size: number) => exactDesign(of(more), createPassMatrices(), arm(size));
    expect(found({ unevaluable: 0.1 }, 4)).toBeUndefined();
    expect(found({}, 9000)).toBeUndefined();
    expect(found({}, 4)!.byClaim).toHaveLength(3);
    expect(found({ unevaluable: 0.1, countsUnevaluableAsFailures: true }, 4)).toBeDefined();
    // Without patterns nothing is heavy
    const pair = design({ rules: [], stages: [], unevaluable: 0.1 });
    expect(exactDesign(pair, createPassMatrices(), [cells])).toBeDefined();
  });

  it('at the null of one claim know that claim and its rules alone', () => {
    const of = nullDesign(design({ isHierarchical: true }), claims[1] as never);
    expect(of.claims).toEqual([claims[1]]);
    expect(of.isHierarchical).toBe(false);
    expect(of.rules).toEqual([rules[1]]);
    expect(of.stages).toEqual([
      { rule: 0, look: 0, patients: 2 },
      { rule: 0, look: 1, patients: 4 },
    ]);
    expect(of.sizes).toEqual([SIZE]);
  });
});
