import { describe, expect, it } from 'vitest';
import { createArmSimulator } from '../../src/outcomes/arm-simulator.ts';
import { populationRates } from '../../src/outcomes/population-rates.ts';
import { createTruth, type Truth } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { createCourse } from '../../src/radiobiology/course.ts';
import { readSchedule } from '../../src/radiobiology/schedule-schema.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { plannedArm } from '../fixtures/planned-arm.ts';

/** Beyond ±6 standard errors: 2e-9 a look; and the seed is fixed. */
const SCORE = 6;
const key = seedKey('courses');
const control = (eqd2Gy: number): number => 1 / (1 + Math.exp(4 * 1.5 * (1 - eqd2Gy / 38)));
const wound = (eqd2Gy: number): number => 1 / (1 + Math.exp(-(-0.8 + (0.6 * (eqd2Gy - 50)) / 10)));
const eqd2 = (n: number, d: number, alphaBeta: number): number => (n * d * (d + alphaBeta)) / (2 + alphaBeta);
const localControl = { model: 'logistic', gamma50: 1.5, d50Gy: 38 };
const woundComplication = { model: 'logistic', alphaBetaGy: 10, slopePer10Gy: 0.6, intercept: -0.8 };
const heterogeneity = { alphaBetaGy: 4.9 };
const truthOf = (arms: ReturnType<typeof plannedArm>[], blocks: object): Truth =>
  createTruth(truthSchema.parse({ cohort: { heterogeneity }, localControl, ...blocks }), arms, {});

/** Binomial(n, p) at k. */
function binomial(n: number, k: number, p: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways *= (n - i) / (i + 1);
  return ways * p ** k * (1 - p) ** (n - k);
}
const mixture = (n: number, p: number, f: (missed: number) => number): number =>
  Array.from({ length: n + 1 }, (_, k) => binomial(n, k, p) * f(k)).reduce((a, b) => a + b, 0);

describe('fractions that are missed by chance', () => {
  const P = 0.1;
  const delivery = { missedFractionProbability: P };
  const short = plannedArm('experimental', { plan: '5 x 6 Gy', compensation: 'none' });
  const long = plannedArm('control', { plan: '25 x 2 Gy', compensation: 'none' });
  const truth = truthOf([long, short], { delivery, woundComplication });

  it('are drawn for the phases that everyone gets, whoever gets a conditional one besides', () => {
    const whole = readSchedule({
      phases: [
        { fractions: 5, doseGy: 2 },
        { fractions: 4, doseGy: 4, onlyIf: 'boosted' },
      ],
      compensation: 'none',
    });
    const { fractions } = createCourse(whole, { missed: 2, present: ['boosted'] });
    expect(fractions.map(({ doseGy }) => doseGy)).toEqual([2, 2, 2, 4, 4, 4, 4]);
  });

  it('give rates that are the binomial mixture over courses', () => {
    const { arms, exact } = populationRates(truth);
    expect(exact).toBe(true);
    for (const [arm, n, d] of [
      [0, 25, 2],
      [1, 5, 6],
    ]) {
      expect(arms[arm].rates[0]).toBeCloseTo(
        mixture(n, P, (k) => control(eqd2(n - k, d, 4.9))),
        10,
      );
      expect(arms[arm].rates[1]).toBeCloseTo(
        mixture(n, P, (k) => wound(eqd2(n - k, d, 10))),
        10,
      );
    }
  });

  it('hang endpoints together: the joint rate is no product', () => {
    const { arms } = populationRates(truth);
    const both = mixture(5, P, (k) => control(eqd2(5 - k, 6, 4.9)) * wound(eqd2(5 - k, 6, 10)));
    expect(arms[1].both).toBeCloseTo(both, 10);
    expect(Math.abs(arms[1].both! - arms[1].rates[0] * arms[1].rates[1])).toBeGreaterThan(1e-3);
    const whole = populationRates(truthOf([long, short], { woundComplication })).arms[1];
    expect(whole.both).toBeCloseTo(whole.rates[0] * whole.rates[1], 14);
  });

  it('are simulated so, jointly too', () => {
    const COUNT = 100_000;
    const { arms } = populationRates(truth);
    for (const position of [0, 1]) {
      const simulator = createArmSimulator(truth, position, COUNT, 0, [undefined, undefined]);
      simulator.simulate(key, 0, 0, COUNT);
      const [first, second] = simulator.outcomes.events;
      const share = (of: (i: number) => boolean): number =>
        Array.from({ length: COUNT }, (_, i) => of(i)).filter(Boolean).length / COUNT;
      const near = (estimate: number, rate: number): void =>
        expect(Math.abs(estimate - rate)).toBeLessThan(SCORE * Math.sqrt((rate * (1 - rate)) / COUNT));
      near(
        share((i) => first[i] === 1),
        arms[position].rates[0],
      );
      near(
        share((i) => second[i] === 1),
        arms[position].rates[1],
      );
      near(
        share((i) => first[i] === 1 && second[i] === 1),
        arms[position].both!,
      );
    }
  });

  it('come besides those that are known to be missed: the rest are missed by chance', () => {
    const known = plannedArm('control', { plan: '5 x 6 Gy', compensation: 'none', missed: [3] });
    const expected = mixture(4, P, (k) => control(eqd2(4 - k, 6, 4.9)));
    expect(populationRates(truthOf([known], { delivery })).arms[0].rates[0]).toBeCloseTo(expected, 10);
  });

  it('cost time where they are made up for: a mixture over overall times', () => {
    const repopulation = { kickOffDays: 3, lostGyPerDay: 1 };
    const late = truthOf([plannedArm('control', '5 x 6 Gy')], {
      delivery,
      localControl: { ...localControl, repopulation },
    });
    const schedule = readSchedule('5 x 6 Gy');
    const days = (missed: number) => createCourse(schedule, { missed, present: [] }).fractions.at(-1)!.day;
    // The Wednesday is missed, and given on Monday
    expect(days(1)).toBe(7);
    const expected = mixture(5, P, (k) => control(eqd2(5, 6, 4.9) - (days(k) - 3) / (1 + 2 / 4.9)));
    expect(populationRates(late).arms[0].rates[0]).toBeCloseTo(expected, 10);
  });

  it('never shift another draw: patients and events of those who miss nothing stay', () => {
    const COUNT = 2000;
    const events = (of: Truth) => {
      const simulator = createArmSimulator(of, 1, COUNT, 0, [undefined, undefined]);
      simulator.simulate(key, 0, 3, COUNT);
      return simulator.outcomes.events[0].slice();
    };
    const [before, after] = [events(truthOf([long, short], { woundComplication })), events(truth)];
    const changed = before.filter((event, i) => event !== after[i]).length;
    expect(changed).toBeGreaterThan(0);
    // Less dose can only take control away
    expect(before.every((event, i) => event >= after[i])).toBe(true);
  });

  it('leave the anchor alone: nothing is missed there', () => {
    const anchored = (blocks: object) =>
      truthOf([long, short], {
        localControl: { model: 'logistic', gamma50: 1.5, anchor: { schedule: '25 x 2 Gy', rate: 0.9 } },
        ...blocks,
      }).endpoints[0].free;
    expect(anchored({ delivery })).toBe(anchored({}));
  });
});

describe('a boost on condition', () => {
  const schedule = {
    phases: [
      { fractions: 5, doseGy: 5 },
      { fractions: 4, doseGy: 4, onlyIf: 'unresectable', afterDays: 42 },
    ],
  };
  const unresectable = { bernoulli: 0.3 };

  it('is given to the share with the characteristic', () => {
    const truth = truthOf([plannedArm('control', schedule)], {
      cohort: { heterogeneity: { ...heterogeneity, unresectable } },
      woundComplication,
    });
    const { arms } = populationRates(truth);
    const [plain, boosted] = [4.9, 10].map((ab) => [eqd2(5, 5, ab), eqd2(5, 5, ab) + eqd2(4, 4, ab)]);
    const share = (of: (gy: number) => number, [a, b]: number[]) => 0.7 * of(a) + 0.3 * of(b);
    expect(arms[0].rates[0]).toBeCloseTo(share(control, [plain[0], plain[1]]), 12);
    expect(arms[0].rates[1]).toBeCloseTo(share(wound, [boosted[0], boosted[1]]), 12);
    const both = 0.7 * control(plain[0]) * wound(boosted[0]) + 0.3 * control(plain[1]) * wound(boosted[1]);
    expect(arms[0].both).toBeCloseTo(both, 12);
  });

  it('has its missed fractions besides', () => {
    const P = 0.2;
    const truth = truthOf([plannedArm('control', { ...schedule, compensation: 'none' })], {
      cohort: { heterogeneity: { ...heterogeneity, unresectable } },
      delivery: { missedFractionProbability: P },
    });
    const plan = readSchedule({ ...schedule, compensation: 'none' } as never);
    const controlOf = (missed: number, present: string[]) =>
      control(
        createCourse(plan, { missed, present }).fractions.reduce(
          (sum, { doseGy }) => sum + eqd2(1, doseGy, 4.9),
          0,
        ),
      );
    const expected =
      0.7 * mixture(5, P, (k) => controlOf(k, [])) +
      0.3 * mixture(5, P, (k) => controlOf(k, ['unresectable']));
    expect(populationRates(truth).arms[0].rates[0]).toBeCloseTo(expected, 10);
  });
});

describe('odds ratios of an arm', () => {
  const odds = (p: number): number => p / (1 - p);
  const agents = { sensitiser: { enhancementRatio: 1.1, oddsRatio: 2 }, other: { oddsRatio: 3 } };
  const soon = { plan: '5 x 6 Gy', surgeryAfterDays: 10 };
  const shortInterval = { belowDays: 21, oddsRatio: 1.3 };
  const rateOf = (schedule: string | typeof soon, given: string[], block: object): number => {
    const arm = plannedArm('control', schedule, given);
    return populationRates(truthOf([arm], { woundComplication: { ...woundComplication, ...block } })).arms[0]
      .rates[1];
  };

  it('multiply the odds of those who are given the agent, and its dose acts besides', () => {
    expect(rateOf('5 x 6 Gy', [], { agents })).toBeCloseTo(wound(eqd2(5, 6, 10)), 12);
    const sensitised = odds(wound(eqd2(5, 6.6, 10)));
    expect(odds(rateOf('5 x 6 Gy', ['sensitiser'], { agents }))).toBeCloseTo(2 * sensitised, 10);
    expect(odds(rateOf('5 x 6 Gy', ['sensitiser', 'other'], { agents }))).toBeCloseTo(6 * sensitised, 10);
  });

  it('multiply them where surgery follows soon', () => {
    const plain = odds(wound(eqd2(5, 6, 10)));
    expect(odds(rateOf(soon, [], { shortInterval }))).toBeCloseTo(1.3 * plain, 10);
    expect(odds(rateOf('5 x 6 Gy', [], { shortInterval }))).toBeCloseTo(plain, 10);
    expect(odds(rateOf({ ...soon, surgeryAfterDays: 21 }, [], { shortInterval }))).toBeCloseTo(plain, 10);
  });

  it('act in an anchor that states a short interval, so that its rate is met there', () => {
    const block = {
      intercept: undefined,
      anchor: { schedule: soon, rate: 0.35 },
      shortInterval,
    };
    expect(rateOf(soon, [], block)).toBeCloseTo(0.35, 7);
    expect(odds(rateOf('5 x 6 Gy', [], block))).toBeCloseTo(odds(0.35) / 1.3, 6);
  });

  it('are simulated so', () => {
    const COUNT = 100_000;
    const truth = truthOf([plannedArm('control', soon, ['sensitiser'])], {
      woundComplication: { ...woundComplication, agents, shortInterval },
    });
    const rate = populationRates(truth).arms[0].rates[1];
    const simulator = createArmSimulator(truth, 0, COUNT, 0, [undefined, undefined]);
    simulator.simulate(key, 0, 1, COUNT);
    const events = simulator.outcomes.events[1].reduce((sum, x) => sum + x, 0);
    expect(Math.abs(events / COUNT - rate)).toBeLessThan(SCORE * Math.sqrt((rate * (1 - rate)) / COUNT));
  });
});

describe('a short interval to surgery', () => {
  it('multiplies the odds after preoperative radiotherapy alone', () => {
    const shortInterval = { belowDays: 42, oddsRatio: 3 };
    const arms = [plannedArm('control', 'surgery + 33 x 2 Gy'), plannedArm('experimental', '25 x 2 Gy')];
    const truth = truthOf(arms, { woundComplication: { ...woundComplication, shortInterval } });
    expect(truth.endpoints[1].arms.map(({ oddsRatios }) => oddsRatios)).toEqual([[1], [3]]);
  });
});
