import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import type { BoundRule } from '../../../src/trial/efficacy-bounds/definition.ts';
import { type EfficacyBoundName, efficacyBounds } from '../../../src/trial/efficacy-bounds/index.ts';
import type { FutilityBound } from '../../../src/trial/futility-bounds/definition.ts';
import { type FutilityBoundName, futilityBounds } from '../../../src/trial/futility-bounds/index.ts';
import { crossingProbabilities } from '../../../src/trial/group-sequential/crossing-probabilities.ts';
import { sequentialPlan } from '../../../src/trial/group-sequential/sequential-plan.ts';
import { naiveLooks } from '../../fixtures/naive-looks.ts';
import { simulateScores, stopOf, uniforms } from '../../fixtures/simulated-looks.ts';

const efficacyOf = (name: EfficacyBoundName, parameters: object = {}): BoundRule =>
  efficacyBounds[name].create(efficacyBounds[name].parameters.parse(parameters));
const futilityOf = (name: FutilityBoundName, parameters: object = {}): FutilityBound =>
  futilityBounds[name].create(futilityBounds[name].parameters.parse(parameters));
const obrienFleming = efficacyOf('lanDeMetsObrienFleming');
const base = { fractions: [0.5, 1], oneSidedAlpha: 0.025, efficacy: obrienFleming };
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('a group-sequential plan', () => {
  it('of one look is the trial without looks', () => {
    const plan = sequentialPlan({ ...base, fractions: [1], power: 0.9 });
    expect(plan.efficacy[0]).toBeCloseTo(1.959964, 6);
    expect(plan.inflation).toBeCloseTo(1, 12);
    expect(plan.drift).toBeCloseTo(1.959964 + 1.281552, 6);
    expect(plan.expectedInformation.null).toBeCloseTo(1, 12);
    expect(plan.futility).toBeUndefined();
    expect(plan.betaSpent[0]).toBeCloseTo(0.1, 12);
  });

  it('stops as simulated trials do', () => {
    const plan = sequentialPlan({
      ...base,
      fractions: [0.3, 0.6, 1],
      futility: futilityOf('betaSpending', { spending: 'lanDeMetsPocock', power: 0.9 }),
      isBinding: true,
    });
    const trials = 40_000;
    for (const [effect, drift] of [
      ['null', 0],
      ['planned', plan.drift],
    ] as const) {
      const uniform = uniforms(7);
      const counts = plan.efficacy.map(() => [0, 0]);
      for (let trial = 0; trial < trials; trial++) {
        const scores = simulateScores(plan.spec.fractions, drift, uniform);
        const look = stopOf(scores, plan.efficacy, plan.futility!);
        counts[look][scores[look] >= plan.efficacy[look] ? 0 : 1]++;
      }
      counts.forEach((stopped, look) => {
        const expected = [plan.stops[effect].upper[look], plan.stops[effect].lower[look]];
        stopped.forEach((count, side) => {
          const p = expected[side];
          // 5.5 standard errors: fewer than one false alarm in a million over these twelve
          const allowed = 5.5 * Math.sqrt((p * (1 - p)) / trials);
          expect(Math.abs(count / trials - p)).toBeLessThan(allowed);
        });
      });
    }
  });

  it('spends the type II error of its futility function by look', () => {
    const plan = sequentialPlan({
      ...base,
      fractions: [0.25, 0.5, 1],
      futility: futilityOf('betaSpending', { spending: 'hwangShihDeCani', gamma: 0, power: 0.9 }),
    });
    [0.025, 0.05, 0.1].forEach((beta, look) => {
      expect(plan.betaSpent[look]).toBeCloseTo(beta, 10);
    });
  });

  it('expects information between the first look’s and all of it', () => {
    const { expectedInformation, inflation } = sequentialPlan({ ...base, efficacy: efficacyOf('pocock') });
    expect(expectedInformation.planned).toBeLessThan(expectedInformation.between);
    expect(expectedInformation.between).toBeLessThan(expectedInformation.null);
    expect(expectedInformation.null).toBeLessThan(inflation);
  });

  it('HYPORT-Adjuvant’s early look costs less than one in a hundred events', () => {
    const plan = (efficacy: BoundRule, futility: FutilityBound) =>
      sequentialPlan({ ...base, fractions: [0.11, 1], efficacy, futility, isBinding: true });
    const printed = plan(
      efficacyOf('hwangShihDeCani', { gamma: -4 }),
      futilityOf('betaSpending', { spending: 'hwangShihDeCani', gamma: -2 }),
    );
    expect(printed.efficacy[0]).toBeCloseTo(3.47, 2);
    expect(printed.inflation).toBeCloseTo(1.0088, 4);
    // What the protocol says of its bounds is not what its table holds
    const named = plan(obrienFleming, futilityOf('betaSpending', { spending: 'lanDeMetsObrienFleming' }));
    expect(named.efficacy[0]).toBeGreaterThan(6.6);
    expect(named.inflation).toBeLessThan(1.0001);
  });

  it.each([
    ['pocock', 2, 0.8, 2.1783, 1.11],
    ['pocock', 2, 0.9, 2.1783, 1.1],
    ['pocock', 5, 0.8, 2.4132, 1.229],
    ['pocock', 5, 0.9, 2.4132, 1.207],
    ['obrienFleming', 2, 0.8, 1.9774, 1.008],
    ['obrienFleming', 5, 0.8, 2.0401, 1.028],
    ['obrienFleming', 5, 0.9, 2.0401, 1.026],
  ] as const)(
    'has constant and inflation of Jennison & Turnbull 2000, tables 2.1 to 2.4: %s, %d looks, power %d',
    (name, looks, power, last, inflation) => {
      const fractions = Array.from({ length: looks }, (_, k) => (k + 1) / looks);
      const plan = sequentialPlan({ ...base, fractions, efficacy: efficacyOf(name), power });
      expect(Math.abs(plan.efficacy.at(-1)! - last)).toBeLessThan(1e-4);
      expect(Math.abs(plan.inflation - inflation)).toBeLessThan(6e-4);
      expect(plan.power).toBe(power);
    },
  );

  it.each([
    ['with futility', { futility: futilityOf('fixedZ', { z: [0, 0.6] }), isBinding: true }],
    ['with futility that does not bind', { futility: futilityOf('fixedZ', { z: [0, 0.6] }) }],
    ['without', {}],
  ])('adds up its figures from what each look stops, %s', (_, more) => {
    const fractions = [0.3, 0.7, 1];
    const plan = sequentialPlan({ ...base, fractions, efficacy: efficacyOf('pocock'), ...more });
    const lower = plan.futility ?? [-Infinity, -Infinity, plan.efficacy[2]];
    expect(plan.power).toBe(0.8);
    for (const [effect, drift] of [
      ['null', 0],
      ['between', plan.drift / 2],
      ['planned', plan.drift],
    ] as const) {
      const stops = naiveLooks(fractions, plan.efficacy, lower, drift, 400);
      const [first, second] = [0, 1].map((k) => stops.upper[k] + stops.lower[k]);
      const mean = 0.3 * first + 0.7 * second + (1 - first - second);
      expect(plan.expectedInformation[effect]).toBeCloseTo(plan.inflation * mean, 6);
      plan.stops[effect].upper.forEach((p, k) => {
        expect(p).toBeCloseTo(stops.upper[k], 7);
      });
      if (effect !== 'planned') continue;
      expect(sum(stops.upper)).toBeCloseTo(0.8, 6);
      const missed = stops.lower.slice(0, 2);
      const expected = plan.futility ? [missed[0], missed[0] + missed[1], 0.2] : [0, 0, 0.2];
      plan.betaSpent.forEach((beta, k) => {
        expect(beta).toBeCloseTo(expected[k], 6);
      });
    }
    const counted = 'isBinding' in more ? lower : [-Infinity, -Infinity, -Infinity];
    const spent = naiveLooks(fractions, plan.efficacy, counted, 0, 400).upper;
    expect(plan.alphaSpent[0]).toBeCloseTo(spent[0], 7);
    expect(plan.alphaSpent[1]).toBeCloseTo(spent[0] + spent[1], 7);
    expect(plan.alphaSpent[2]).toBeCloseTo(0.025, 7);
    plan.nominalAlpha.forEach((p, k) => {
      expect(p).toBeCloseTo(normalCdf(-plan.efficacy[k]), 14);
    });
  });

  it('seeks a drift far above that of a trial without looks where an early bound is hard to pass', () => {
    const fractions = [0.1, 1];
    const plan = sequentialPlan({ ...base, fractions, futility: futilityOf('fixedZ', { z: 1.9 }) });
    const { upper } = naiveLooks(fractions, plan.efficacy, plan.futility!, plan.drift);
    expect(sum(upper)).toBeCloseTo(0.8, 6);
    // (1.9 + z₀.₈)/√0.1 against z₀.₉₇₅ + z₀.₈: nobody who passes it fails later
    expect(plan.drift).toBeCloseTo((1.9 + 0.841621) / Math.sqrt(0.1), 2);
    expect(plan.inflation).toBeGreaterThan(9);
  });

  it('finds none where whatever the effect half of the trials stop for futility', () => {
    const half: FutilityBound = {
      needsDrift: true,
      needsFinalEfficacy: false,
      interim: ({ law }) => law.mean,
    };
    const late: BoundRule = { kind: 'shape', interim: () => Infinity };
    const plan = (power: number) => sequentialPlan({ ...base, efficacy: late, futility: half, power });
    expect(() => plan(0.6)).toThrow(
      new RangeError('invalid power: 0.6 (no effect reaches it: the futility bounds stop too often)'),
    );
    expect(plan(0.45).stops.planned.lower[0]).toBeCloseTo(0.5, 10);
  });

  it('refuses what has no plan', () => {
    const refuse = (spec: object, message: string | RegExp): void =>
      expect(() => sequentialPlan({ ...base, ...spec })).toThrow(message);
    refuse({ fractions: [0.6, 0.5, 1] }, 'information fractions must rise: 0.5 after 0.6');
    refuse({ power: 0.02 }, 'invalid power: 0.02 (must be above the level, 0.025, and below 1)');
    refuse(
      { futility: futilityOf('fixedZ', { z: [0, 1] }) },
      'invalid futility bounds: 2 of them (must be 1, one an interim look)',
    );
    refuse({ power: 1 }, 'invalid power: 1');
    refuse({ power: 0.025 }, 'invalid power: 0.025 (must be above the level, 0.025, and below 1)');
    refuse({ oneSidedAlpha: 0.5 }, 'invalid oneSidedAlpha: 0.5 (must be in (0, 0.5))');
    refuse({ oneSidedAlpha: 0 }, 'invalid oneSidedAlpha: 0 (must be in (0, 0.5))');
    const futility = futilityOf('betaSpending', { spending: 'kimDeMets', rho: 2, power: 0.9 });
    refuse({ power: 0.8, futility }, 'invalid power: 0.8 (must be that of the futility bounds, 0.9)');
    refuse(
      { futility: futilityOf('fixedZ', { z: 3 }) },
      /invalid futility bound at look 1: it reaches the efficacy bound, 2\.96/,
    );
    refuse(
      { futility: futilityOf('fixedZ', { z: 2.5 }), isBinding: true },
      'invalid futility bounds: they leave less of the null hypothesis than the level, 0.025',
    );
    refuse(
      { fractions: [0.3, 0.6, 1], efficacy: efficacyOf('haybittlePeto', { z: 1.5 }) },
      /invalid interim bounds: they spend 0\.1\d+ \(must be below the level, 0\.025\)/,
    );
  });
});

describe('stopping probabilities', () => {
  it('add to 1 where every path ends', () => {
    const bounds = { information: [2, 5, 9], upper: [2.5, 2.3, 2], lower: [-1, 0, 2] };
    const { upper, lower } = crossingProbabilities(bounds, 0.4);
    expect(sum(upper) + sum(lower)).toBeCloseTo(1, 12);
  });

  it('refuse bounds that cross, or are not as many as the looks', () => {
    const bounds = { information: [0.5, 1], upper: [2, 2], lower: [2.5, 2] };
    expect(() => crossingProbabilities(bounds, 0)).toThrow('invalid lower[0]: 2.5 (must be at most');
    expect(() => crossingProbabilities({ ...bounds, lower: [0] }, 0)).toThrow(
      'invalid bounds: 2 upper and 1 lower ones for 2 looks',
    );
  });
});
