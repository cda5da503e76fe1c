import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';
import { createArmSimulator } from '../../src/outcomes/arm-simulator.ts';
import { createTruth } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';
import { twoArms as arms } from '../fixtures/planned-arm.ts';

const key = seedKey('replay');
const DOSES = [
  [25, 2],
  [5, 6],
] as const;
const PATIENTS = 400;

/** A replicate's recorded uniforms of one purpose. */
const recorded = (world: number, replicate: number, name: string): Float64Array => {
  const out = new Float64Array(PATIENTS);
  fillUniforms(key, { world, replicate, purpose: purpose(name) }, out, PATIENTS);
  return out;
};
const places = [0, 1].flatMap((position) =>
  [
    [0, 0],
    [0, 8123],
    [17, 2],
  ].map(([world, replicate]) => ({ position, world, replicate })),
);

describe('exact replay: logistic control, latency and wounds, by hand from the recorded uniforms', () => {
  const truth = createTruth(
    truthSchema.parse({
      cohort: {
        heterogeneity: {
          alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 } },
          lowerLimb: { bernoulli: 0.6 },
          tumourSizeCm: { logNormal: { median: 9, sigma: 0.5 } },
        },
        correlation: [{ between: ['alphaBetaGy', 'tumourSizeCm'], rho: 0.5 }],
      },
      localControl: {
        model: 'logistic',
        gamma50: 1.5,
        d50Gy: 40,
        latency: { logNormal: { medianYears: 1.5, sigma: 0.9 } },
      },
      woundComplication: {
        model: 'logistic',
        intercept: -1.6,
        slopePer10Gy: 0.3,
        oddsRatios: { lowerLimb: 2.5, tumourSizeCm: { ratio: 1.4, per: 10 } },
      },
    }),
    arms,
    { localControl: 2 },
  );

  it.each(places)('arm $position, world $world, replicate $replicate', ({ position, world, replicate }) => {
    const double = (p: number): number => (2 * p) / (1 + p);
    const simulator = createArmSimulator(truth, position, PATIENTS, 0.1, [double, double]);
    // Something else in between leaves no trace
    simulator.simulate(key, 5, 5, PATIENTS);
    simulator.simulate(key, world, replicate, PATIENTS);
    const at = (name: string): Float64Array => recorded(world, replicate, `${position}/${name}`);
    const [n, d] = DOSES[position];
    const zAlphaBeta = at('alphaBetaGy').map(normalQuantile);
    const zSize = at('tumourSizeCm').map(normalQuantile);
    const limb = at('lowerLimb').map((u) => (u > 0.4 ? 1 : 0));
    const [control, latency, wound] = [
      at('outcome/localControl'),
      at('outcome/localControl/latency'),
      at('outcome/woundComplication'),
    ];
    const evaluable = at('outcome/evaluable');
    // Share of failures shown at 2 years
    const shown = 0.6253819335515592;
    const sums = [0, 0, 0];
    for (let i = 0; i < PATIENTS; i++) {
      const alphaBeta = 4.9 * Math.exp(0.6 * zAlphaBeta[i]);
      const size = 9 * Math.exp(0.5 * (0.5 * zAlphaBeta[i] + Math.sqrt(0.75) * zSize[i]));
      const eqd2 = (n * d * (d + alphaBeta)) / (2 + alphaBeta);
      const tcp = 1 / (1 + Math.exp(4 * 1.5 * (1 - eqd2 / 40)));
      const years = 1.5 * Math.exp(0.9 * normalQuantile(latency[i]));
      const controlled = control[i] < tcp || years > 2;
      const woundEqd2 = (n * d * (d + 10)) / 12;
      const logOdds =
        -1.6 + (0.3 * (woundEqd2 - 50)) / 10 + Math.log(2.5) * limb[i] + (Math.log(1.4) / 10) * size;
      const risk = 1 / (1 + Math.exp(-logOdds));
      expect(simulator.outcomes.events[0][i]).toBe(controlled ? 1 : 0);
      expect(simulator.outcomes.events[1][i]).toBe(wound[i] < risk ? 1 : 0);
      expect(simulator.outcomes.marginEvents[0][i]).toBe(control[i] < double(1 - (1 - tcp) * shown) ? 1 : 0);
      expect(simulator.outcomes.marginEvents[1][i]).toBe(wound[i] < double(risk) ? 1 : 0);
      expect(simulator.outcomes.evaluable[i]).toBe(evaluable[i] < 0.1 ? 0 : 1);
      sums[0] += simulator.outcomes.events[0][i];
      sums[1] += simulator.outcomes.events[1][i];
      sums[2] += simulator.outcomes.evaluable[i];
    }
    // None of the columns is constant: the comparison above could fail
    for (const sum of sums) {
      expect(sum).toBeGreaterThan(50);
      expect(sum).toBeLessThan(PATIENTS - 5);
    }
  });
});

describe('exact replay: residual disease, its hidden draws and correlated SF2', () => {
  const truth = createTruth(
    truthSchema.parse({
      cohort: {
        heterogeneity: {
          sf2: { logLogNormal: { median: 0.52, sigma: 0.459 } },
          alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 } },
        },
        correlation: [{ between: ['sf2', 'alphaBetaGy'], rho: -0.4 }],
      },
      localControl: { model: 'residualDisease', residualProbability: 0.8, maxLnClonogens: 18 },
    }),
    arms,
    {},
  );

  it.each(places)('arm $position, world $world, replicate $replicate', ({ position, world, replicate }) => {
    const simulator = createArmSimulator(truth, position, PATIENTS, 0, [undefined]);
    simulator.simulate(key, world, replicate, PATIENTS);
    const at = (name: string): Float64Array => recorded(world, replicate, `${position}/${name}`);
    const [n, d] = DOSES[position];
    const zSf2 = at('sf2').map(normalQuantile);
    const zAlphaBeta = at('alphaBetaGy').map(normalQuantile);
    const [event, residual, clonogens] = ['', '/residual', '/clonogens'].map((tail) =>
      at(`outcome/localControl${tail}`),
    );
    let failures = 0;
    for (let i = 0; i < PATIENTS; i++) {
      // SF2 rises with its score
      const lnSf2 = Math.log(0.52) * Math.exp(-0.459 * zSf2[i]);
      const alphaBeta = 4.9 * Math.exp(0.6 * (-0.4 * zSf2[i] + Math.sqrt(1 - 0.16) * zAlphaBeta[i]));
      const alpha = -lnSf2 / (2 + 4 / alphaBeta);
      const survivors = Math.exp(18 * clonogens[i] - alpha * n * d * (1 + d / alphaBeta));
      const controlled = !(residual[i] < 0.8) || event[i] < Math.exp(-survivors);
      expect(simulator.outcomes.events[0][i]).toBe(controlled ? 1 : 0);
      if (!controlled) failures++;
    }
    expect(failures).toBeGreaterThan(20);
    expect(simulator.outcomes.marginEvents[0]).toHaveLength(0);
    expect(simulator.outcomes.evaluable.every((x) => x === 1)).toBe(true);
  });
});

describe('replay across runs', () => {
  const truth = (gamma50: number) =>
    createTruth(
      truthSchema.parse({
        cohort: { heterogeneity: { alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 } } } },
        localControl: { model: 'logistic', gamma50, d50Gy: 40 },
      }),
      arms,
      {},
    );
  const eventsOf = (gamma50: number, count: number, unevaluable = 0): number[] => {
    const simulator = createArmSimulator(truth(gamma50), 1, PATIENTS, unevaluable, [undefined]);
    simulator.simulate(key, 0, 3, count);
    return [...simulator.outcomes.events[0].slice(0, count)];
  };

  it('the first patients of a larger arm are those of a smaller', () => {
    expect(eventsOf(1.5, 100)).toEqual(eventsOf(1.5, 400).slice(0, 100));
  });

  it('a patient who is controlled under a shallow curve is controlled under a more favourable one', () => {
    // At 47 Gy EQD2, above D50, a steeper curve controls more; common draws make that hold patient by patient
    const [shallow, steep] = [eventsOf(0.5, 400), eventsOf(3, 400)];
    const worse = shallow.filter((event, i) => event === 1 && steep[i] === 0).length;
    const better = shallow.filter((event, i) => event === 0 && steep[i] === 1).length;
    expect(worse).toBeLessThan(10);
    expect(better).toBeGreaterThan(50);
  });

  it('drawing who is evaluable shifts nothing else', () => {
    expect(eventsOf(1.5, 400, 0.3)).toEqual(eventsOf(1.5, 400));
  });
});
