import { describe, expect, it } from 'vitest';
import type { BoundRule, BoundsPlan } from '../../src/trial/efficacy-bounds/definition.ts';
import { efficacyBounds } from '../../src/trial/efficacy-bounds/index.ts';
import { futilityBounds } from '../../src/trial/futility-bounds/index.ts';
import { boundsAt } from '../../src/trial/group-sequential/bounds-at.ts';
import { sequentialPlan } from '../../src/trial/group-sequential/sequential-plan.ts';
import { naiveLooks } from '../fixtures/naive-looks.ts';

const efficacyExamples = Object.entries(efficacyBounds).flatMap(([name, { parameters, examples, create }]) =>
  examples.map((example) => {
    const parsed = parameters.parse(example) as { finalLook?: string };
    return { name, example, bound: create(parsed), holdsLevel: parsed.finalLook !== 'unadjusted' };
  }),
);
const futilityExamples = Object.entries(futilityBounds).flatMap(([name, { parameters, examples, create }]) =>
  examples.map((example) => ({ name, example, bound: create(parameters.parse(example)) })),
);
/** Bounds of a plan, and of its looks held at other information. */
const boundsOf = (efficacy: BoundRule, plan: BoundsPlan) => sequentialPlan({ ...plan, efficacy }).efficacy;
const boundsHeld = (efficacy: BoundRule, plan: BoundsPlan, observed: readonly number[]) =>
  boundsAt(sequentialPlan({ ...plan, efficacy }), observed).upper;
const plans = [[1], [0.5, 1], [0.3, 0.65, 0.8, 1]];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const none = (looks: readonly number[]): number[] => looks.map(() => -Infinity);

describe.each(Object.entries({ ...efficacyBounds, ...futilityBounds }))('%s', (_, definition) => {
  it('says what it is', () => {
    expect(definition.summary).toMatch(/\.$/);
    expect(definition.reference).toMatch(/\d{4}/);
    expect(definition.label).not.toBe('');
    expect(definition.examples.length).toBeGreaterThan(0);
  });

  it('takes no key that it does not know', () => {
    const stray = { ...(definition.examples[0] as object), stray: 1 };
    expect(definition.parameters.safeParse(stray).error?.issues[0].message).toContain('unknown key: stray');
  });
});

describe.each(efficacyExamples)('efficacy bounds $name $example', ({ bound, holdsLevel }) => {
  it.each(plans)('have a bound wherever they spend, and exhaust the level: %j', (...fractions) => {
    for (const oneSidedAlpha of [0.025, 0.1]) {
      const bounds = boundsOf(bound, { fractions, oneSidedAlpha });
      expect(bounds).toHaveLength(fractions.length);
      expect(bounds.every(Number.isFinite)).toBe(true);
      const spent = sum(naiveLooks(fractions, bounds, none(fractions), 0, 300).upper);
      if (holdsLevel) expect(Math.abs(spent - oneSidedAlpha)).toBeLessThan(1e-6);
      else expect(spent).toBeGreaterThan(oneSidedAlpha - 1e-12);
    }
  });

  it('fall as the level rises', () => {
    for (const fractions of plans) {
      const [strict, loose] = [0.01, 0.05].map((oneSidedAlpha) =>
        boundsOf(bound, { fractions, oneSidedAlpha }),
      );
      strict.forEach((z, look) => {
        expect(loose[look]).toBeLessThanOrEqual(z);
      });
      expect(loose.at(-1)).toBeLessThan(strict.at(-1)!);
    }
  });

  it('are those of the plan at the planned information', () => {
    const plan = { fractions: [0.3, 0.65, 0.8, 1], oneSidedAlpha: 0.025 };
    const planned = boundsOf(bound, plan);
    for (const looks of [1, 2, 4])
      boundsHeld(bound, plan, plan.fractions.slice(0, looks)).forEach((z, look) => {
        expect(z).toBeCloseTo(planned[look], 9);
      });
  });

  it.each([[[0.35, 0.6, 0.97]], [[0.2, 0.8, 1.2]]])('keep the level at other information, %j', (observed) => {
    const plan = { fractions: [0.3, 0.7, 1], oneSidedAlpha: 0.05 };
    const bounds = boundsHeld(bound, plan, observed);
    const spent = sum(naiveLooks(observed, bounds, none(observed), 0, 300).upper);
    if (holdsLevel) expect(Math.abs(spent - 0.05)).toBeLessThan(1e-6);
    // Looks that were held do not change by later ones
    expect(boundsHeld(bound, plan, observed.slice(0, 2))).toEqual(bounds.slice(0, 2));
  });

  it.each([
    [[0.7, 0.5, 1], 'invalid fractions[1]: 0.5 (information fractions must rise: 0.5 after 0.7)'],
    [[0.5, 0.5, 1], 'invalid fractions[1]: 0.5 (information fractions must rise: 0.5 after 0.5)'],
    [[0, 1], 'invalid fractions[0]: 0 (information fraction 0 is out of range (must be in (0, 1]))'],
    [[0.5, 1.2], 'invalid fractions[1]: 1.2 (information fraction 1.2 is out of range (must be in (0, 1]))'],
    [[0.5, 0.9], 'invalid fractions[1]: 0.9 (information fractions must end at 1, not at 0.9)'],
    [[], 'invalid fractions: 0 looks (must be 1 to 20)'],
  ])('refuse %j', (fractions, message) => {
    expect(() => boundsOf(bound, { fractions, oneSidedAlpha: 0.025 })).toThrow(new RangeError(message));
  });

  it('refuse a level that is none, and more looks than planned', () => {
    const plan = { fractions: [0.5, 1], oneSidedAlpha: 0.025 };
    for (const oneSidedAlpha of [0, 0.5, 5, Number.NaN])
      expect(() => boundsOf(bound, { ...plan, oneSidedAlpha })).toThrow('invalid oneSidedAlpha');
    expect(() => boundsHeld(bound, plan, [0.4, 0.8, 1])).toThrow('invalid observed: 3 looks');
    expect(() => boundsHeld(bound, plan, [0.4, 0.4])).toThrow('invalid fractions[1]: 0.4');
  });
});

describe.each(futilityExamples)('futility bounds $name $example', ({ bound }) => {
  const fractions = [0.5, 1];
  const efficacy = efficacyBounds.lanDeMetsObrienFleming.create({});
  const spec = { fractions, oneSidedAlpha: 0.025, efficacy, futility: bound };
  const [binding, loose] = [true, false].map((isBinding) => sequentialPlan({ ...spec, isBinding }));

  it('stay below the efficacy bounds and meet them at the last look', () => {
    for (const plan of [binding, loose]) {
      expect(plan.futility![0]).toBeLessThan(plan.efficacy[0]);
      expect(plan.futility![1]).toBe(plan.efficacy[1]);
    }
  });

  it('lower the efficacy bounds where they bind, so that the level is exhausted, and leave them where they do not', () => {
    const spent = (plan: typeof binding, lower: readonly number[]): number =>
      sum(naiveLooks(fractions, plan.efficacy, lower, 0).upper);
    expect(spent(binding, binding.futility!)).toBeCloseTo(0.025, 8);
    expect(spent(loose, none(fractions))).toBeCloseTo(0.025, 8);
    expect(loose.efficacy).toEqual(boundsOf(efficacy, spec));
    expect(binding.efficacy[1]).toBeLessThan(loose.efficacy[1]);
  });

  it('leave the power, at more information than without', () => {
    for (const plan of [binding, loose]) {
      const { upper } = naiveLooks(fractions, plan.efficacy, plan.futility!, plan.drift);
      expect(sum(upper)).toBeCloseTo(plan.power, 8);
      expect(plan.betaSpent.at(-1)).toBeCloseTo(1 - plan.power, 10);
    }
    expect(loose.inflation).toBeGreaterThan(1);
    expect(binding.inflation).toBeLessThan(loose.inflation);
  });

  it('are those of the plan at the planned information', () => {
    for (const plan of [binding, loose]) {
      const { upper, lower } = boundsAt(plan, fractions);
      upper.forEach((z, look) => {
        expect(z).toBeCloseTo(plan.efficacy[look], 9);
      });
      expect(lower[0]).toBeCloseTo(plan.futility![0], 9);
    }
  });
});
