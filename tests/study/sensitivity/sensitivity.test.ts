import { describe, expect, it } from 'vitest';
import { exactAssurance } from '../../../src/engine/exact-assurance.ts';
import { createTrial } from '../../../src/scenario/trial.ts';
import { runTasksHere } from '../../../src/study/run-tasks.ts';
import {
  planSensitivity,
  type SensitivityOptions,
  studySensitivity,
} from '../../../src/study/sensitivity/sensitivity.ts';
import type { SensitivityResult } from '../../../src/study/sensitivity/sensitivity-result.ts';
import { sensitivitySeconds } from '../../../src/study/sensitivity/sensitivity-seconds.ts';
import { readShipped } from '../../fixtures/scenario-text.ts';

const ALPHA_BETA = 'truth.cohort.heterogeneity.alphaBetaGy';
const GAMMA = 'truth.localControl.gamma50';
const RATE = 'truth.localControl.anchor.rate';
const OPTIONS: SensitivityOptions = { points: 64, level: 0.95, lossOfFalseSuccess: 1, cost: 0.2 };
const SLOPE_LAW = `sensitivity.${GAMMA}={ logNormal: { median: 1.5, sigma: 0.3 } }`;

const study = async (sets: readonly string[], options: Partial<SensitivityOptions> = {}) =>
  studySensitivity(
    readShipped('sts-5x6-vs-25x2', ...sets).scenario,
    { ...OPTIONS, ...options },
    runTasksHere,
  );
const input = ({ inputs }: SensitivityResult, name: string) => inputs.find((i) => i.name === name)!;

describe('a sensitivity study', () => {
  const once = study([SLOPE_LAW]);

  it('takes the laws of the uncertainty and of the sensitivity, and says where each is stated', async () => {
    const { inputs, worlds, isExact, replicatesPerWorld } = await once;
    expect(inputs.map(({ name, statedIn }) => [name, statedIn])).toEqual([
      [ALPHA_BETA, 'uncertainty'],
      [GAMMA, 'sensitivity'],
    ]);
    expect([worlds, isExact, replicatesPerWorld]).toEqual([4 * 64, true, null]);
  });

  it('finds what matters, within its intervals', async () => {
    const { power, inputs, difference } = await once;
    for (const { power: shares } of inputs) {
      const { firstOrder, total } = shares!;
      expect(firstOrder.high).toBeGreaterThanOrEqual(0);
      expect(firstOrder.low).toBeLessThanOrEqual(total.high);
      expect(total.low).toBeLessThanOrEqual(1);
    }
    expect(inputs[0].power!.total.estimate).toBeGreaterThan(0.9);
    expect(power!.standardDeviation).toBeGreaterThan(0.3);
    expect(difference!.mean).toBeLessThan(0);
  });

  it('has the exact assurance as its mean', async () => {
    const { scenario } = readShipped('sts-5x6-vs-25x2', SLOPE_LAW.replace('sensitivity', 'uncertainty'));
    const exact = exactAssurance(createTrial(scenario));
    const { power, decision } = await once;
    // 128 scrambled points err far less than 128 of chance, whose standard error is 0.42/√128 = 0.037
    expect(Math.abs(power!.mean - exact.assurance!)).toBeLessThan(0.01);
    // u = P(success)·(±1) − cost: success with the claim true less success with it false, less the cost
    const utility = 2 * exact.successAndTrue! - exact.assurance! - 0.2;
    expect(Math.abs(decision.expectedUtility.estimate - utility)).toBeLessThan(0.01);
  });

  it('looks at each input by itself, from its lower to its upper quantile', async () => {
    const { tornado, planned } = await once;
    expect(tornado.map(({ name }) => name)).toEqual([ALPHA_BETA, GAMMA]);
    const [widest] = tornado;
    // Quantiles of the log-normal law: 4.9·exp(±1.6449·0.45)
    expect(widest.low.values[ALPHA_BETA]).toBeCloseTo(4.9 * Math.exp(-1.6448536 * 0.45), 6);
    expect(widest.high.values[ALPHA_BETA]).toBeCloseTo(4.9 * Math.exp(1.6448536 * 0.45), 6);
    expect(widest.swing).toBe(Math.abs(widest.high.power - widest.low.power));
    expect(widest.low.claimIsTrue && !widest.high.claimIsTrue).toBe(true);
    // The world as planned is world 0 of a run
    const { power, control } = planned;
    expect([power, control]).toEqual([expect.closeTo(0.3113, 4), expect.closeTo(0.93, 9)]);
    for (const { low, high } of tornado) expect([low.mcse, high.mcse]).toEqual([undefined, undefined]);
  });

  it('is worth nothing to know an input that never changes the decision, and all to know what does', async () => {
    const { decision, inputs } = await once;
    const { perfectInformation } = decision;
    const error = 3 * perfectInformation.standardError;
    expect(Math.abs(inputs[0].information.estimate - perfectInformation.estimate)).toBeLessThan(error);
    expect(inputs[1].information.estimate).toBeLessThan(error);
    // Where running costs nothing and a false success loses nothing, running is always right
    const free = await study([SLOPE_LAW], { cost: 0, lossOfFalseSuccess: 0 });
    expect(free.decision.isRun).toBe(true);
    expect(free.decision.perfectInformation.estimate).toBe(0);
    for (const { information } of free.inputs) expect(information.estimate).toBe(0);
    // Where running costs all that it can bring, it is never right
    const dear = await study([SLOPE_LAW], { cost: 1 });
    expect(dear.decision.isRun).toBe(false);
    expect(dear.decision.perfectInformation.estimate).toBe(0);
  });

  it('does not hang on the order in which the scenario states its inputs', async () => {
    const rate = `sensitivity.${RATE}={ logitNormal: { median: 0.93, sigma: 0.3 } }`;
    const [there, back] = await Promise.all([
      study([SLOPE_LAW, rate], { points: 32 }),
      study([rate, SLOPE_LAW], { points: 32 }),
    ]);
    expect(back).toEqual(there);
  });

  it('gives nothing to an input that does nothing', async () => {
    // Wounds are modelled, but no claim looks at them
    const { inputs } = await study(
      [
        'truth.woundComplication={ model: logistic, alphaBetaGy: 10, slopePer10Gy: 0.2, intercept: -0.8 }',
        'sensitivity.truth.woundComplication.slopePer10Gy={ uniform: { min: 0, max: 0.4 } }',
      ],
      { points: 32 },
    );
    const { power, difference, information } = inputs.at(-1)!;
    expect(inputs.at(-1)!.name).toContain('woundComplication');
    for (const shares of [power!, difference!]) {
      for (const { estimate, low, high } of [shares.firstOrder, shares.total])
        expect([estimate, low, high].map(Math.abs)).toEqual([0, 0, 0]);
    }
    expect(information.estimate).toBeLessThan(3 * information.standardError + 0.01);
  });

  it('replaces the law of a path that both state', async () => {
    const { inputs } = await study([`sensitivity.${ALPHA_BETA}={ uniform: { min: 2, max: 6 } }`], {
      points: 16,
    });
    expect(inputs).toHaveLength(1);
    expect(inputs[0]).toMatchObject({ statedIn: 'sensitivity', law: { uniform: { min: 2, max: 6 } } });
  });

  it('reckons its time first', () => {
    const { scenario } = readShipped('sts-5x6-vs-25x2', SLOPE_LAW);
    const plan = planSensitivity(scenario, 1024);
    const seconds = sensitivitySeconds(plan, 2);
    // 4096 worlds of which each takes between a microsecond and a second
    expect(seconds).toBeGreaterThan(0.002);
    expect(seconds).toBeLessThan(2048);
  });
});

describe('a sensitivity study of simulated power', () => {
  const SMALL = 'design.perArm=60';
  const SIMULATED = ['design.unevaluable=0.05', 'simulation.replicates=400'];

  it('takes the chance of its trials off: as much of the variance as of exact power', async () => {
    const result = await study([SMALL, ...SIMULATED, SLOPE_LAW]);
    expect(result.isExact).toBe(false);
    expect(result.replicatesPerWorld).toBe(20);
    const shares = input(result, ALPHA_BETA).power!;
    const exact = input(await study([SMALL, SLOPE_LAW]), ALPHA_BETA).power!;
    // The design differs but for 5 % of the patients; 0.1 is two half-widths of the intervals
    expect(Math.abs(shares.total.estimate - exact.total.estimate)).toBeLessThan(0.1);
    expect(Math.abs(shares.firstOrder.estimate - exact.firstOrder.estimate)).toBeLessThan(0.1);
    expect(result.planned.mcse).toBeCloseTo(
      Math.sqrt((result.planned.power * (1 - result.planned.power)) / 400),
      12,
    );
  });
});

describe('joint draws', () => {
  const draws = Array.from({ length: 60 }, (_, k) => [1.5 + 0.15 * k, 1 + 0.02 * k]);
  const block = `uncertainty={ posterior: { draws: { ${ALPHA_BETA}: [${draws.map(([x]) => x)}], ${GAMMA}: [${draws.map(([, y]) => y)}] } } }`;

  it('are one input, whose bars are draws by the rank of their power', async () => {
    const { inputs, tornado, worlds } = await study([block], { points: 64 });
    expect(worlds).toBe(3 * 64);
    expect(inputs).toHaveLength(1);
    expect(inputs[0]).toMatchObject({ name: 'posterior', paths: [ALPHA_BETA, GAMMA], draws: 60 });
    expect(inputs[0]).not.toHaveProperty('law');
    // All the variance is its own
    expect(inputs[0].power!.total.estimate).toBeCloseTo(1, 1);
    const [{ low, high }] = tornado;
    expect(low.power).toBeLessThan(high.power);
    for (const end of [low, high])
      expect([end.values[ALPHA_BETA], end.values[GAMMA]]).toEqual(draws[end.draw! - 1]);
    // Power falls with α/β and with the slope: the ranks of 5 % and 95 % of 60 draws are the 4th from either end
    expect([low.draw, high.draw]).toEqual([57, 4]);
  });
});
