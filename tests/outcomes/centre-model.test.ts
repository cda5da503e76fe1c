import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';
import { createArmSimulator } from '../../src/outcomes/arm-simulator.ts';
import { populationRates } from '../../src/outcomes/population-rates.ts';
import { createTruth } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';
import { createAllocation } from '../../src/trial/create-allocation.ts';
import { twoArms } from '../fixtures/planned-arm.ts';

const key = seedKey('centres');
const SD = 0.7;
const CENTRES = 5;
const SIZE = 80;
const anchor = { schedule: '25 x 2 Gy', rate: 0.8 };
const truthOf = (block: object) =>
  createTruth(
    truthSchema.parse({ cohort: { heterogeneity: { alphaBetaGy: 4 } }, localControl: block }),
    twoArms,
    {},
  );
const logistic = truthOf({ model: 'logistic', gamma50: 1.2, anchor, centreSd: SD });
const design = {
  sizes: [SIZE, SIZE],
  centres: CENTRES,
};
const expit = (x: number): number => 1 / (1 + Math.exp(-x));
/** Log odds of control after 25 × 2 Gy and 5 × 6 Gy in a centre of effect 0. */
const d50 = Math.exp(logistic.endpoints[0].free!);
const logOdds = [50, 50].map((eqd2) => 4 * 1.2 * (eqd2 / d50 - 1));
/** ∫ f(z) φ(z) dz by a fine trapezoid. */
const overNormal = (f: (z: number) => number): number => {
  let sum = 0;
  for (let z = -9; z <= 9; z += 0.01) sum += (0.01 * f(z) * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
  return sum;
};
const recorded = (replicate: number, name: string, count: number): Float64Array => {
  const out = new Float64Array(count);
  fillUniforms(key, { world: 0, replicate, purpose: purpose(name) }, out, count);
  return out;
};

describe('centres that share an effect', () => {
  it('are part of the marginal on which the anchor is solved', () => {
    const marginal = overNormal((z) => expit(logOdds[0] + SD * z));
    expect(Math.abs(marginal - 0.8)).toBeLessThan(1e-6);
    // Within a centre of effect 0 the rate is another
    expect(expit(logOdds[0])).toBeGreaterThan(0.81);
    const { arms, exact } = populationRates(logistic);
    expect(exact).toBe(true);
    expect(Math.abs(arms[0].rates[0] - 0.8)).toBeLessThan(1e-6);
  });

  it('replay by hand: one effect a centre and replicate, in both arms', () => {
    const allocation = createAllocation(design, logistic);
    for (const [position, replicate] of [
      [0, 3],
      [1, 3],
      [0, 4],
    ]) {
      const simulator = createArmSimulator(logistic, position, SIZE, 0, [], { sources: allocation.sources });
      simulator.simulate(key, 0, replicate, SIZE);
      const effects = recorded(replicate, 'trial/centreEffect/localControl', CENTRES).map(normalQuantile);
      const centres = recorded(replicate, `${position}/centre`, SIZE);
      const event = recorded(replicate, `${position}/outcome/localControl`, SIZE);
      for (let i = 0; i < SIZE; i++) {
        const centre = Math.floor(centres[i] * CENTRES);
        const p = expit(logOdds[position] + SD * effects[centre]);
        expect(simulator.outcomes.events[0][i]).toBe(event[i] < p ? 1 : 0);
      }
    }
  });

  it('make counts vary as the shared effect says', () => {
    const REPLICATES = 4000;
    const allocation = createAllocation(design, logistic);
    const simulator = createArmSimulator(logistic, 0, SIZE, 0, [], { sources: allocation.sources });
    const counts = Array.from({ length: REPLICATES }, (_, replicate) => {
      simulator.simulate(key, 0, replicate, SIZE);
      return simulator.outcomes.events[0].reduce((a, b) => a + b, 0);
    });
    const mean = counts.reduce((a, b) => a + b, 0) / REPLICATES;
    const squares = counts.map((count) => (count - mean) * (count - mean));
    const variance = squares.reduce((a, b) => a + b, 0) / (REPLICATES - 1);
    const p = overNormal((z) => expit(logOdds[0] + SD * z));
    const pair = overNormal((z) => expit(logOdds[0] + SD * z) * expit(logOdds[0] + SD * z));
    const together = pair / CENTRES + (1 - 1 / CENTRES) * p * p;
    const expected = SIZE * p * (1 - p) + SIZE * (SIZE - 1) * (together - p * p);
    const spread = squares.reduce((a, s) => a + (s - variance) * (s - variance), 0) / (REPLICATES - 1);
    expect(expected).toBeGreaterThan(1.8 * SIZE * p * (1 - p));
    expect(Math.abs(mean - SIZE * p)).toBeLessThan(3.5 * Math.sqrt(variance / REPLICATES));
    expect(Math.abs(variance - expected)).toBeLessThan(3.5 * Math.sqrt(spread / REPLICATES));
  });
});

describe('centres beside what is hidden or takes time', () => {
  const COUNT = 40_000;
  const near = (estimate: number, rate: number): void =>
    expect(Math.abs(estimate - rate)).toBeLessThan(3.5 * Math.sqrt((rate * (1 - rate)) / COUNT));

  it.each([
    ['hidden draws', { model: 'residualDisease', residualProbability: 0.5, maxLnClonogens: 18 }],
    [
      'a latency',
      {
        model: 'logistic',
        gamma50: 1.2,
        d50Gy: 30,
        latency: { logNormal: { medianYears: 1.5, sigma: 0.9 } },
      },
    ],
  ])('%s: the simulated rate is that of quadrature', (_, block) => {
    const truth = createTruth(
      truthSchema.parse({
        cohort: { heterogeneity: { sf2: 0.52, alphaBetaGy: 4 } },
        localControl: { ...block, centreSd: SD },
      }),
      twoArms,
      { localControl: 3 },
    );
    // Without a source each patient is a centre, so that patients are independent
    const simulator = createArmSimulator(truth, 1, COUNT, 0, []);
    simulator.simulate(key, 0, 0, COUNT);
    const { arms } = populationRates(truth);
    near(simulator.outcomes.events[0].reduce((a, b) => a + b, 0) / COUNT, arms[1].rates[0]);
    expect(arms[1].rates[0]).toBeGreaterThan(0.3);
    expect(arms[1].rates[0]).toBeLessThan(0.97);
  });
});
