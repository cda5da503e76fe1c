import { describe, expect, it } from 'vitest';
import { predictiveProbability } from '../../../src/trial/beta-posterior.ts';
import type { Rule } from '../../../src/trial/rules/definition.ts';
import { rules } from '../../../src/trial/rules/index.ts';
import { posteriorRule } from '../../../src/trial/single-arm/beta-rule.ts';
import { cutOffOf } from '../../../src/trial/single-arm/one-stage.ts';
import { lookBounds, sequentialDesign } from '../../../src/trial/single-arm/sequential-design.ts';

const wounds = { endpoint: 'woundComplication', withinDays: 120 };

describe('stopping for toxicity', () => {
  const block = { ...wounds, prior: { a: 0.7, b: 1.3 }, limitRate: 0.35, certainty: 0.95 };
  const rule = rules.toxicityStop.create({ ...block, looks: { every: 10 } }, 120);

  it('has its bounds', () => {
    // P(rate > 35 % | data) ≥ 95 % with the beta cdf of R 4.2.2
    const bounds = lookBounds(rule).map(({ stopsAtLeast }) => stopsAtLeast);
    expect(bounds).toEqual([7, 11, 16, 20, 24, 28, 32, 36, 40, 44, 47, 51]);
    expect(lookBounds(rule).every(({ stopsAtMost }) => stopsAtMost === undefined)).toBe(true);
  });

  // Exact recursion in R 4.2.2
  it.each([
    [0.35, 0.153809, 108.8131],
    [0.45, 0.822216, 63.1517],
  ])('at a true rate of %d', (rate, stopProbability, expectedSize) => {
    const found = sequentialDesign(rule, 120, rate, () => true);
    expect(Math.abs(found.stopProbability - stopProbability)).toBeLessThan(1e-6);
    expect(Math.abs(found.expectedSize - expectedSize)).toBeLessThan(1e-3);
  });
});

describe('a rule that stops every trial', () => {
  it('does so with probability 1, however its sum over the looks rounds', () => {
    const block = { ...wounds, prior: { a: 0.7, b: 1.3 }, limitRate: 0.01, certainty: 0.95 };
    const rule = rules.toxicityStop.create({ ...block, looks: { every: 10 } }, 120);
    const { stopProbability, successProbability } = sequentialDesign(rule, 120, 0.45, () => true);
    expect(stopProbability).toBeGreaterThan(1 - 1e-9);
    expect(stopProbability).toBeLessThanOrEqual(1);
    expect(successProbability).toBeLessThan(1e-9);
  });
});

describe('predictive probability', () => {
  // Lee & Liu 2008, Clin Trials 5:93 (0.5656); to six digits in R 4.2.2
  it('is the published one', () => {
    const succeeds = posteriorRule({ a: 0.6, b: 0.4 }, 0.6, 0.9, true);
    expect(cutOffOf(succeeds, 40)).toBe(28);
    const found = predictiveProbability({ a: 0.6, b: 0.4 }, 16, 23, 40, (events) => succeeds(events, 40));
    expect(Math.abs(found - 0.565559)).toBeLessThan(1e-5);
  });
});

/** Follows every sequence of outcomes, one by one. */
function everySequence(rule: Rule, size: number, rate: number, succeeds: (events: number) => boolean) {
  let [stopProbability, successProbability, expectedSize] = [0, 0, 0];
  for (let outcomes = 0; outcomes < 1 << size; outcomes++) {
    let [probability, events, seen] = [1, 0, size];
    let verdict: string | undefined;
    for (let i = 0; i < size; i++) {
      const event = (outcomes >> i) & 1;
      probability *= event ? rate : 1 - rate;
      if (verdict) continue;
      events += event;
      const look = rule.looks.indexOf(i + 1);
      if (look >= 0 && (verdict = rule.decide(look, events))) seen = i + 1;
    }
    if (verdict) stopProbability += probability;
    if (verdict === 'efficacy' || (!verdict && succeeds(events))) successProbability += probability;
    expectedSize += probability * seen;
  }
  return { stopProbability, successProbability, expectedSize };
}

describe('a trial under a rule', () => {
  const prior = { a: 0.5, b: 0.5 };
  const size = 14;
  const looks = [4, 7, 11];
  const cases: [string, Rule, (events: number) => boolean][] = [
    [
      'for harm',
      rules.toxicityStop.create({ ...wounds, prior, limitRate: 0.3, certainty: 0.9, looks }, size),
      () => true,
    ],
    [
      'for futility and efficacy',
      rules.predictiveProbability.create(
        { ...wounds, prior, target: 0.5, certainty: 0.9, futilityBelow: 0.1, efficacyAbove: 0.95, looks },
        size,
      ),
      (events) => posteriorRule(prior, 0.5, 0.9, false)(size - events, size),
    ],
    [
      'for futility after one stage',
      rules.boundary.create({ ...wounds, looks: [6], successesAtMost: [3] }, size),
      (events) => size - events > 9,
    ],
  ];

  it.each(cases)('%s does what following every sequence gives', (_, rule, succeeds) => {
    for (const rate of [0.2, 0.45]) {
      const found = sequentialDesign(rule, size, rate, succeeds);
      const naive = everySequence(rule, size, rate, succeeds);
      for (const key of ['stopProbability', 'successProbability', 'expectedSize'] as const)
        expect(Math.abs(found[key] - naive[key])).toBeLessThan(1e-10);
    }
  });

  it.each(cases)('%s stops exactly at its bounds', (_, rule) => {
    lookBounds(rule).forEach(({ patients, stopsAtMost = -1, stopsAtLeast = patients + 1 }, look) => {
      for (let events = 0; events <= patients; events++)
        expect(rule.decide(look, events) !== undefined).toBe(events <= stopsAtMost || events >= stopsAtLeast);
    });
  });
});
