import { describe, expect, it } from 'vitest';
import { createArmSimulator } from '../../src/outcomes/arm-simulator.ts';
import type { PlannedArm } from '../../src/outcomes/planned-arm.ts';
import { populationRates } from '../../src/outcomes/population-rates.ts';
import { createTruth, type Truth } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { readSchedule, type ScheduleSpec } from '../../src/radiobiology/schedule-schema.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';
import { plannedArm } from '../fixtures/planned-arm.ts';

const SCORE = 3.5;
const key = seedKey('mixed');
const localControl = { model: 'logistic', gamma50: 1.5, d50Gy: 66 };
const heterogeneity = { alphaBetaGy: { logNormal: { median: 1.8, sigma: 0.5 } } };
const truthOf = (arms: PlannedArm[], blocks: object = {}): Truth =>
  createTruth(truthSchema.parse({ cohort: { heterogeneity }, localControl, ...blocks }), arms, {});

const LONG = { plan: '39 x 2 Gy', compensation: 'none' } as const;
const SHORT = { plan: '20 x 3.1 Gy', compensation: 'none', surgeryAfterDays: 10 } as const;
const mixed = (parts: [ScheduleSpec, number, number?][]): PlannedArm => ({
  name: 'control',
  agents: [],
  schedules: parts.map(([spec, share, from]) => ({
    schedule: readSchedule(spec),
    share,
    ...(from !== undefined && { from }),
  })),
});
const byChoice = mixed([
  [LONG, 0.6],
  [SHORT, 0.4],
]);
const [onlyLong, onlyShort] = [plannedArm('control', LONG), plannedArm('control', SHORT)];
const woundComplication = {
  model: 'logistic',
  alphaBetaGy: 10,
  slopePer10Gy: 0.4,
  intercept: -1,
  shortInterval: { belowDays: 21, oddsRatio: 2 },
};
/** Events of the first endpoint of an arm alone. */
const eventsOf = (truth: Truth, count: number): Uint8Array => {
  const simulator = createArmSimulator(truth, 0, count, 0, []);
  simulator.simulate(key, 0, 7, count);
  return simulator.outcomes.events[0].slice();
};

describe('an arm with two schedules by choice', () => {
  it.each([
    ['alone', {}],
    ['with fractions missed', { delivery: { missedFractionProbability: 0.05 } }],
    ['with a short interval to surgery after one of them', { woundComplication }],
    ['with all of it', { woundComplication, delivery: { missedFractionProbability: 0.05 } }],
  ])('%s has the weighted rates of the two', (_, blocks) => {
    const of = (arm: PlannedArm) => populationRates(truthOf([arm], blocks));
    const [both, long, short] = [byChoice, onlyLong, onlyShort].map(of);
    expect(both.exact).toBe(true);
    both.arms[0].rates.forEach((rate, e) => {
      const [a, b] = [long.arms[0].rates[e], short.arms[0].rates[e]];
      // Each rate is converged to 1e-7
      expect(Math.abs(rate - (0.6 * a + 0.4 * b))).toBeLessThan(3e-7);
      expect(Math.abs(a - b)).toBeGreaterThan(0.01);
    });
    if (both.arms[0].both === undefined) return;
    const weighted = 0.6 * long.arms[0].both! + 0.4 * short.arms[0].both!;
    expect(Math.abs(both.arms[0].both - weighted)).toBeLessThan(3e-7);
    // The schedule hangs the endpoints together
    expect(Math.abs(both.arms[0].both - both.arms[0].rates[0] * both.arms[0].rates[1])).toBeGreaterThan(1e-4);
  });

  it('gives each patient the course of the schedule that the patient’s own stream says', () => {
    const COUNT = 2000;
    const uniforms = new Float64Array(COUNT);
    fillUniforms(key, { world: 0, replicate: 7, purpose: purpose('0/schedule') }, uniforms, COUNT);
    const [both, long, short] = [byChoice, onlyLong, onlyShort].map((arm) => eventsOf(truthOf([arm]), COUNT));
    expect(both).toEqual(both.map((_, i) => (uniforms[i] <= 0.6 ? long[i] : short[i])));
    expect(long.filter((event, i) => event !== short[i]).length).toBeGreaterThan(20);
  });

  it('misses fractions by one uniform under either schedule', () => {
    const COUNT = 2000;
    const delivery = { missedFractionProbability: 0.05 };
    const uniforms = new Float64Array(COUNT);
    fillUniforms(key, { world: 0, replicate: 7, purpose: purpose('0/schedule') }, uniforms, COUNT);
    const [both, long, short] = [byChoice, onlyLong, onlyShort].map((arm) =>
      eventsOf(truthOf([arm], { delivery }), COUNT),
    );
    expect(both).toEqual(both.map((_, i) => (uniforms[i] <= 0.6 ? long[i] : short[i])));
  });

  it('is simulated with its rates, jointly too', () => {
    const COUNT = 100_000;
    const truth = truthOf([byChoice], { woundComplication, delivery: { missedFractionProbability: 0.05 } });
    const simulator = createArmSimulator(truth, 0, COUNT, 0, []);
    simulator.simulate(key, 0, 0, COUNT);
    const [first, second] = simulator.outcomes.events;
    const { rates, both } = populationRates(truth).arms[0];
    const near = (of: (i: number) => number, rate: number): void => {
      let sum = 0;
      for (let i = 0; i < COUNT; i++) sum += of(i);
      expect(Math.abs(sum / COUNT - rate)).toBeLessThan(SCORE * Math.sqrt((rate * (1 - rate)) / COUNT));
    };
    near((i) => first[i], rates[0]);
    near((i) => second[i], rates[1]);
    near((i) => first[i] * second[i], both!);
  });

  it('leaves anchors alone', () => {
    const anchored = { model: 'logistic', gamma50: 1.5, anchor: { schedule: '39 x 2 Gy', rate: 0.9 } };
    const [a, b] = [byChoice, onlyShort].map((arm) => truthOf([arm], { localControl: anchored }));
    expect(a.endpoints[0].free).toBe(b.endpoints[0].free);
  });
});

describe('an arm whose schedule changes by amendment', () => {
  const amended = mixed([
    [LONG, 0.3, 0],
    [SHORT, 0.7, 600],
  ]);

  it('gives the first patients the first schedule, and draws nothing for it', () => {
    const COUNT = 2000;
    const [both, long, short] = [amended, onlyLong, onlyShort].map((arm) => eventsOf(truthOf([arm]), COUNT));
    expect(both).toEqual(both.map((_, i) => (i < 600 ? long[i] : short[i])));
  });

  it('ends before the amendment where there are fewer patients', () => {
    expect(eventsOf(truthOf([amended]), 500)).toEqual(eventsOf(truthOf([onlyLong]), 500));
  });

  it('has the rates of the planned shares', () => {
    const [both, long, short] = [amended, onlyLong, onlyShort].map(
      (arm) => populationRates(truthOf([arm])).arms[0].rates[0],
    );
    expect(Math.abs(both - (0.3 * long + 0.7 * short))).toBeLessThan(3e-7);
  });
});
