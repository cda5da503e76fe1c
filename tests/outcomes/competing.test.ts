import { describe, expect, it } from 'vitest';
import { createArmSimulator } from '../../src/outcomes/arm-simulator.ts';
import { createCompeting, meanOver } from '../../src/outcomes/competing.ts';
import { competingCounts, competingRates } from '../../src/outcomes/competing-rates.ts';
import { type CompetingSpec, competingSchema } from '../../src/outcomes/competing-schema.ts';
import { createTruth, type Truth } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { shareFailedBy } from '../../src/radiobiology/latency.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { twoArms } from '../fixtures/planned-arm.ts';

/** Competing events, with the laws of patients whose hazards are the stated ones. */
const competingOf = (spec: object) => {
  const competing = createCompeting(competingSchema.parse(spec));
  const times = competing.of({ death: 1, metastasis: 1 });
  const overDeath = (years: number, g: (time: number) => number) => meanOver(times.death(years), g);
  const overFirst = (years: number, g: (time: number) => number) => meanOver(times.first(years), g);
  return { ...competing, ...times, overDeath, overFirst };
};
/** The default of metastasis: many in the first two years. */
const pieces = [{ untilYears: 2, perYear: 0.12 }, { perYear: 0.04 }];

/** ∫ f from 0 to `until` by Simpson's rule, cut where hazards step. */
function simpson(f: (t: number) => number, until: number, cut = 2): number {
  const part = (from: number, to: number): number => {
    const N = 400;
    const h = (to - from) / N;
    let sum = 0;
    for (let i = 0; i <= N; i++) {
      // Each part sees its own side of a step
      const t = Math.min(Math.max(from + i * h, from + 1e-12), to - 1e-12);
      sum += (i === 0 || i === N ? 1 : i % 2 === 1 ? 4 : 2) * f(t);
    }
    return (sum * h) / 3;
  };
  return until <= cut ? part(0, until) : part(0, cut) + part(cut, until);
}

describe('competing events', () => {
  it('turn net local failure into cumulative incidence: exponential times, 0.02 and 0.08 a year at 5 years', () => {
    const { survival, overDeath } = competingOf({ deathPerYear: 0.08 });
    const failed = (t: number): number => -Math.expm1(-0.02 * t);
    expect(failed(5)).toBeCloseTo(0.095162582, 9);
    // h₁/(h₁ + h₂)·(1 − e^(−0.5))
    expect(failed(5) * survival(5) + overDeath(5, failed)).toBeCloseTo(0.2 * -Math.expm1(-0.5), 12);
    expect(0.2 * -Math.expm1(-0.5)).toBeCloseTo(0.078693868, 9);
  });

  it('do so for a cured share with log-normal times: 0.07 in the long run, 0.08 deaths a year', () => {
    const { survival, overDeath } = competingOf({ deathPerYear: 0.08 });
    const failed = (t: number): number => 0.07 * shareFailedBy(t, { medianYears: 1.5, sigma: 0.9 });
    const incidence = failed(5) * survival(5) + overDeath(5, failed);
    expect(incidence).toBeCloseTo(0.055995075697253066, 10);
  });

  it('count metastases before death by their pieces', () => {
    const { metastasis, freeOfMetastasis, overFirst, survival } = competingOf({
      deathPerYear: 0.08,
      metastasisPerYear: pieces,
    });
    const early = (0.12 / 0.2) * -Math.expm1(-0.4);
    const late = Math.exp(-0.4) * (0.04 / 0.12) * -Math.expm1(-0.36);
    expect(metastasis(5)).toBeCloseTo(early + late, 12);
    expect(metastasis(1)).toBeCloseTo((0.12 / 0.2) * -Math.expm1(-0.2), 12);
    expect(freeOfMetastasis(5)).toBeCloseTo(Math.exp(-0.4 - 0.36), 12);
    expect(survival(5)).toBeCloseTo(Math.exp(-0.4), 12);
    // E[1; T ≤ t] is the share whose first event has come
    expect(overFirst(5, () => 1)).toBeCloseTo(1 - Math.exp(-0.76), 12);
  });

  it('kill faster after metastasis: survival by the two states', () => {
    const spec = { deathPerYear: 0.03, metastasisPerYear: pieces, deathAfterMetastasisPerYear: 0.5 };
    const { survival, overDeath } = competingOf(spec);
    const hazard = (t: number): number => (t < 2 ? 0.12 : 0.04);
    const free = (t: number): number =>
      Math.exp(-0.03 * t - 0.12 * Math.min(t, 2) - 0.04 * Math.max(0, t - 2));
    for (const t of [0.7, 2, 5, 10]) {
      const after = simpson((u) => hazard(u) * free(u) * Math.exp(-0.5 * (t - u)), t);
      expect(survival(t)).toBeCloseTo(free(t) + after, 9);
      expect(overDeath(t, () => 1)).toBeCloseTo(1 - survival(t), 9);
    }
  });

  it('are as without the key where the hazard after metastasis is the same', () => {
    const spec = { deathPerYear: 0.08, metastasisPerYear: pieces };
    const [without, same] = [competingOf(spec), competingOf({ ...spec, deathAfterMetastasisPerYear: 0.08 })];
    const failed = (t: number): number => -Math.expm1(-0.02 * t);
    expect(same.survival(5)).toBeCloseTo(without.survival(5), 12);
    expect(same.overDeath(5, failed)).toBeCloseTo(without.overDeath(5, failed), 12);
    for (const u of [0.001, 0.3, 0.9, 0.999])
      for (const metastasisYears of [0.5, 4, Infinity])
        expect(same.deathTimeYears(u, metastasisYears, 1)).toBeCloseTo(
          without.deathTimeYears(u, metastasisYears, 1),
          9,
        );
  });

  it('never come where their hazard is 0', () => {
    const none = competingOf({});
    expect([none.survival(50), none.freeOfMetastasis(50), none.metastasis(50)]).toEqual([1, 1, 0]);
    expect(none.deathTimeYears(0.5, none.metastasisTimeYears(0.5, 1), 1)).toBe(Infinity);
    const spared = competingOf({ deathPerYear: 0.1, metastasisPerYear: 0.2, deathAfterMetastasisPerYear: 0 });
    expect(spared.deathTimeYears(0.01, 1, 1)).toBe(Infinity);
    expect(spared.survival(1e3)).toBeCloseTo(2 / 3, 9);
  });
});

/** Beyond ±6 standard errors: 2e-9 a look, 40 looks; and the seed is fixed. */
const SCORE = 6;
const COUNT = 100_000;
const key = seedKey('competing');
const truthOf = (latency: object, competing: CompetingSpec | undefined): Truth =>
  createTruth(
    truthSchema.parse({
      cohort: { heterogeneity: { sf2: 0.6, alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.4 } } } },
      localControl: { model: 'residualDisease', residualProbability: 0.5, latency },
      woundComplication: { model: 'logistic', intercept: -0.7 },
      ...(competing && { competing }),
    }),
    twoArms,
    { localControl: 5 },
  );
const logNormal = { medianYears: 1.5, sigma: 0.9 };
const hazards: [what: string, CompetingSpec][] = [
  ['death alone', competingSchema.parse({ deathPerYear: 0.08 })],
  ['death and metastasis', competingSchema.parse({ deathPerYear: 0.08, metastasisPerYear: pieces })],
  [
    'death after metastasis',
    competingSchema.parse({
      deathPerYear: [{ untilYears: 1, perYear: 0.02 }, { perYear: 0.05 }],
      metastasisPerYear: pieces,
      deathAfterMetastasisPerYear: 0.6,
    }),
  ],
];

describe.each(hazards)('competing events in an arm: %s', (_, competing) => {
  it.each(['mixtureCure', 'promotionTime'])('are simulated at their rates, %s', (kind) => {
    const truth = truthOf({ kind, logNormal }, competing);
    const rates = competingRates(truth)!;
    expect(rates.exact).toBe(true);
    for (const position of [0, 1]) {
      const simulator = createArmSimulator(truth, position, COUNT, 0, [undefined, undefined]);
      simulator.simulate(key, 0, 0, COUNT);
      const { competing: counts, events } = simulator.outcomes;
      competingCounts.forEach((name, k) => {
        const rate = rates.arms[position][k];
        const error = Math.sqrt((rate * (1 - rate)) / COUNT);
        expect(Math.abs(counts[k] / COUNT - rate), name).toBeLessThanOrEqual(SCORE * error + 1e-12);
      });
      // Net failures are the patients without local control
      expect(counts[0]).toBe(COUNT - events[0].reduce((sum, x) => sum + x, 0));
      expect(counts[2]).toBeLessThanOrEqual(counts[1]);
      expect(counts[1]).toBeLessThan(counts[0]);
    }
    // Fewer local failures under the schedule that controls more
    expect(rates.arms[0][0]).not.toBeCloseTo(rates.arms[1][0], 4);
  });

  it('shift no other draw', () => {
    const latency = { kind: 'promotionTime', logNormal };
    const [without, beside] = [undefined, competing].map((spec) => {
      const simulator = createArmSimulator(truthOf(latency, spec), 1, 3000, 0.1, [undefined, undefined]);
      simulator.simulate(key, 2, 7, 3000);
      const { events, evaluable } = simulator.outcomes;
      return { events, evaluable };
    });
    expect(beside).toEqual(without);
  });
});

describe('the rates of competing events', () => {
  it('are there only beside a timed local control', () => {
    expect(competingRates(truthOf({ logNormal }, undefined))).toBeUndefined();
  });

  it('start again with each replicate', () => {
    const truth = truthOf({ logNormal }, hazards[2][1]);
    const simulator = createArmSimulator(truth, 0, 500, 0, [undefined, undefined]);
    simulator.simulate(key, 0, 1, 500);
    const first = [...simulator.outcomes.competing];
    simulator.simulate(key, 0, 2, 500);
    expect([...simulator.outcomes.competing]).not.toEqual(first);
    simulator.simulate(key, 0, 1, 500);
    expect([...simulator.outcomes.competing]).toEqual(first);
  });
});
