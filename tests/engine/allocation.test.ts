import { describe, expect, it } from 'vitest';
import type { ReplicatesResult } from '../../src/engine/batch-result.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import type { Estimate } from '../../src/numeric/monte-carlo.ts';
import { createArmSimulator } from '../../src/outcomes/arm-simulator.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { createAllocation } from '../../src/trial/create-allocation.ts';
import { runInline } from '../fixtures/run-inline.ts';

const SCORE = 3.5;

/** A two-arm trial of few patients; `design` besides its claim. */
const trialText = (control: string, design: string, test = 'wald', block = ''): string => `isoeffect: 1
title: allocation
seed: allocation
arms:
  control: ${control}
  experimental: { schedule: 5 x 7.25 Gy }
truth:
  cohort: { heterogeneity: { alphaBetaGy: { uniform: { min: 2, max: 4 } }, deep: { bernoulli: 0.4 } } }
  localControl: { model: logistic, gamma50: 1.5, d50Gy: 66${block} }
  woundComplication: { model: logistic, alphaBetaGy: 10, intercept: -1, oddsRatios: { deep: 6 } }
design:
  ${design}
  nonInferiority: { endpoint: woundComplication, withinDays: 120, margin: 0.1, oneSidedAlpha: 0.05, test: ${test} }
simulation: { replicates: 2000 }
`;
const ONE = '{ schedule: 39 x 2 Gy }';
const near = ({ estimate, mcse, exact }: Estimate, value = exact): void => {
  expect(value).toBeDefined();
  expect(Math.abs(estimate - value!)).toBeLessThan(SCORE * mcse);
};
const ratesOf = ({ truths }: RunResult): Estimate[] =>
  truths[0].arms.flatMap(({ endpoints }) => Object.values(endpoints).map(({ rate }) => rate));

describe('simulated beside exact', () => {
  it.each([
    [
      'a mixed arm',
      '{ schedules: [{ schedule: 39 x 2 Gy, weight: 0.6 }, { schedule: 20 x 3.1 Gy, weight: 0.4 }] }',
      'perArm: 60',
    ],
    ['whole blocks of one size', ONE, 'total: 120\n  randomisation: { blocks: 4 }'],
    ['blocks of two to one', ONE, 'total: 120\n  allocation: [2, 1]\n  randomisation: { blocks: 6 }'],
  ])('%s: rates, power and type I error agree', async (_, control, design) => {
    const { result } = await runInline(trialText(control, design));
    const { power, typeIError } = result.truths[0].operatingCharacteristics;
    for (const estimate of [...ratesOf(result), power, typeIError]) near(estimate);
    expect(result.warnings.filter((warning) => warning.includes('no exact value'))).toEqual([]);
  });

  it.each([
    [
      'an amendment',
      '{ schedules: [{ schedule: 39 x 2 Gy, patients: 20 }, { schedule: 20 x 3.1 Gy }] }',
      'perArm: 60',
      'wald',
      'the schedule of control changes by amendment',
    ],
    [
      'blocks cut at the end',
      ONE,
      'total: 121\n  randomisation: { blocks: 4 }',
      'wald',
      'blocks leave the sizes',
    ],
    [
      'blocks within strata',
      ONE,
      'total: 120\n  randomisation: { blocks: [2, 4], strata: [deep] }',
      'mantelHaenszel',
      'a test decides by stratum',
    ],
  ])('%s: rates agree, power has none, and the result says why', async (_, control, design, test, why) => {
    const { result } = await runInline(trialText(control, design, test));
    const { power, typeIError } = result.truths[0].operatingCharacteristics;
    expect([power.exact, typeIError.exact]).toEqual([undefined, undefined]);
    for (const rate of ratesOf(result)) near(rate);
    expect(result.warnings.join('\n')).toContain('power has no exact value: ');
    expect(result.warnings.join('\n')).toContain(why);
  });
});

describe('centres', () => {
  it('widen the standard error of a rate, whose patients hang together', async () => {
    const of = (block: string) =>
      runInline(trialText(ONE, `perArm: 60${block && '\n  centres: 3'}`, 'wald', block));
    const [alike, apart] = [await of(''), await of(', centreSd: 1.2')];
    const [first, second] = [ratesOf(alike.result)[0], ratesOf(apart.result)[0]];
    near(first);
    near(second);
    expect(second.mcse).toBeGreaterThan(2 * first.mcse);
    expect(apart.result.warnings.join()).toContain('patients of a centre share its effect');
  });
});

describe('a stratified trial', () => {
  const text = trialText(
    ONE,
    'total: 120\n  unevaluable: 0.1\n  centres: 3\n  randomisation: { blocks: [2, 4], strata: [deep, centre] }',
    'mantelHaenszel',
    ', centreSd: 0.8',
  );
  const { scenario } = readScenario(text, 'test.yaml');

  it('is the same whatever the limits of its batches', () => {
    const runBatch = createBatchRunner(scenario);
    const rows = (from: number, to: number): number[][] => {
      const { columns } = runBatch({ kind: 'replicates', truth: 0, from, to }) as ReplicatesResult;
      return [columns.sizes!, columns.evaluable, columns.events, columns.passes, columns.passesAtMargin].map(
        (c) => Array.from(c),
      );
    };
    const whole = rows(0, 40);
    const parts = [rows(0, 7), rows(7, 8), rows(8, 40)];
    expect(whole).toEqual(whole.map((_, c) => parts.flatMap((part) => part[c])));
  });

  it('decides by the strata of its evaluable patients, counted a second time', () => {
    const trial = createTrial(scenario);
    const { truth } = trial.truth(0);
    const { columns } = createBatchRunner(scenario)({
      kind: 'replicates',
      truth: 0,
      from: 0,
      to: 60,
    }) as ReplicatesResult;
    const allocation = createAllocation(trial.design, truth);
    const simulators = [0, 1].map((arm) =>
      createArmSimulator(truth, arm, 120, 0.1, [], { sources: allocation.sources }),
    );
    const seen = new Set<number>();
    for (let replicate = 0; replicate < 60; replicate++) {
      allocation.allocate(trial.key, 0, replicate);
      const cells = new Map<number, number[]>();
      simulators.forEach((simulator, arm) => {
        simulator.simulate(trial.key, 0, replicate, allocation.sizes[arm]);
        for (let i = 0; i < allocation.sizes[arm]; i++) {
          if (simulator.outcomes.evaluable[i] === 0) continue;
          const stratum = allocation.stratumOf![arm][i];
          const cell = cells.get(stratum) ?? [0, 0, 0, 0];
          cells.set(stratum, cell);
          cell[2 * arm] += 1 - simulator.outcomes.events[1][i];
          cell[2 * arm + 1]++;
        }
      });
      let [w, d, p, q] = [0, 0, 0, 0];
      for (const [x, n, y, m] of cells.values()) {
        const total = n + m;
        w += (m * n) / total;
        d += (m * n * ((m && y / m) - (n && x / n))) / total;
        p += (m * m * x - n * n * y + (m * n * (n - m)) / 2) / (total * total);
        q += (y * (n - x) + x * (m - y)) / (2 * total);
      }
      const z = (d / w + 0.1) / Math.sqrt(((d / w) * p + q) / (w * w));
      expect(columns.passes[replicate]).toBe(z >= 1.6448536269514722 ? 1 : 0);
      seen.add(columns.passes[replicate]);
    }
    expect(seen.size).toBe(2);
  });

  it('draws what it draws for any truth and size: the first blocks of a larger trial are those of a smaller', () => {
    const sizesOf = (total: number) => {
      const larger = readScenario(text.replace('total: 120', `total: ${total}`), 'test.yaml').scenario;
      const trial = createTrial(larger);
      const allocation = createAllocation(trial.design, trial.truth(0).truth);
      allocation.allocate(trial.key, 0, 3);
      return Array.from(allocation.stratumOf![0].slice(0, 40));
    };
    expect(sizesOf(240)).toEqual(sizesOf(120));
  });
});
