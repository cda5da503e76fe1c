import { describe, expect, it } from 'vitest';
import type { ReplicatesResult } from '../../src/engine/batch-result.ts';
import { planBatches } from '../../src/engine/plan.ts';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { mergeRun } from '../fixtures/merge-run.ts';
import { runEach } from '../fixtures/run-each.ts';
import { AIM, makeAim } from '../report/make-aim.ts';

const read = (...sets: string[]) =>
  readScenario(
    AIM,
    'aim.yaml',
    sets.map((set) => readChange(set)),
  ).scenario;

/** α/β, its delta error and Fieller's set from three counts of failures, written down once more. */
function byHand(e: readonly number[], n: readonly number[]) {
  const [total, fractions] = [
    [50, 30, 25],
    [25, 5, 5],
  ];
  const [x1, x2] = [total[1] - total[0], total[2] - total[0]];
  const square = total.map((d, i) => (d * d) / fractions[i]);
  const [y1, y2] = [square[1] - square[0], square[2] - square[0]];
  const h = e.map((count, i) => -Math.log(1 - count / n[i]));
  const v = e.map((count, i) => count / (n[i] * (n[i] - count) * h[i] * h[i]));
  const [l1, l2] = [Math.log(h[1] / h[0]), Math.log(h[2] / h[0])];
  const k = x2 * y1 - x1 * y2;
  const g2 = (l1 * x2 - l2 * x1) / k;
  const g1 = (l2 * y1 - l1 * y2) / k;
  const [v11, v12, v22] = [
    (y1 * y1 * (v[0] + v[2]) - 2 * y1 * y2 * v[0] + y2 * y2 * (v[0] + v[1])) / (k * k),
    (-x1 * y1 * (v[0] + v[2]) + (x2 * y1 + x1 * y2) * v[0] - x2 * y2 * (v[0] + v[1])) / (k * k),
    (x1 * x1 * (v[0] + v[2]) - 2 * x1 * x2 * v[0] + x2 * x2 * (v[0] + v[1])) / (k * k),
  ];
  const r = g1 / g2;
  const z2 = 1.959963984540054 * 1.959963984540054;
  const [a, b, c] = [g2 * g2 - z2 * v22, g1 * g2 - z2 * v12, g1 * g1 - z2 * v11];
  const root = Math.sqrt(b * b - a * c);
  return {
    ratio: r,
    error: Math.sqrt(v11 - 2 * r * v12 + r * r * v22) / Math.abs(g2),
    kind: a > 0 ? 'interval' : b * b > a * c ? 'complement' : 'wholeLine',
    ends: [(b - root) / a, (b + root) / a].sort((p, q) => p - q),
  };
}

const KINDS = ['', 'interval', 'complement', 'wholeLine'];

describe('a run with an aim', () => {
  it('estimates from the drawn counts what a second program does', () => {
    const scenario = read('simulation.replicates=300');
    const runBatch = createBatchRunner(scenario);
    for (const truth of [0, 1]) {
      const { columns, estimation } = runBatch({
        kind: 'replicates',
        truth,
        from: 0,
        to: 300,
      }) as ReplicatesResult;
      const { perGy, perGy2, standardErrorGy, sets } = estimation!;
      for (let row = 0; row < columns.rows; row++) {
        const controlled = Array.from(columns.events.subarray(3 * row, 3 * row + 3));
        const failures = controlled.map((count) => 100 - count);
        const isEstimable = failures.every((count) => count > 0 && count < 100);
        expect(sets.fieller.kind[row] > 0).toBe(isEstimable);
        if (!isEstimable) continue;
        const hand = byHand(failures, [100, 100, 100]);
        expect(perGy[row] / perGy2[row] / hand.ratio).toBeCloseTo(1, 8);
        expect(standardErrorGy[row] / hand.error).toBeCloseTo(1, 8);
        expect(KINDS[sets.fieller.kind[row]]).toBe(hand.kind);
        if (hand.kind === 'wholeLine') continue;
        expect(sets.fieller.low[row] / hand.ends[0]).toBeCloseTo(1, 6);
        expect(sets.fieller.high[row] / hand.ends[1]).toBeCloseTo(1, 6);
      }
    }
  });

  it('gives the same bytes however its batches are cut and ordered', async () => {
    const scenario = read('design.perArm=300', 'simulation.replicates=300', 'truths={}');
    const batches = planBatches(scenario);
    expect(batches.filter(({ kind }) => kind === 'replicates').length).toBeGreaterThan(1);
    const inOrder = runEach(scenario, batches);
    const backwards = runEach(scenario, [...batches].reverse()).reverse();
    const [a, b] = [await mergeRun(scenario, inOrder, []), await mergeRun(scenario, backwards, [])];
    expect(JSON.stringify(b)).toBe(JSON.stringify(a));
  });

  it('has the keys of the contract that mean something, and no others of claims', async () => {
    const result = await makeAim({ 'simulation.replicates': 20 });
    const [planned] = result.truths;
    expect(Object.keys(result)).toEqual([
      'isoeffect',
      'scenario',
      'seed',
      'worlds',
      'replicates',
      'arms',
      'aim',
      'truths',
      'patients',
      'assumptions',
      'warnings',
    ]);
    expect(Object.keys(planned)).toEqual(['name', 'arms', 'operatingCharacteristics', 'estimation']);
    expect(Object.keys(planned.operatingCharacteristics)).toEqual(['power']);
    expect(planned.operatingCharacteristics.power).not.toHaveProperty('exact');
  });

  it('shows what varying α/β and another curve lead to, and counts against the median', async () => {
    const { truths, assumptions } = await makeAim({ 'simulation.replicates': 20 });
    const [planned, , varied] = truths.map(({ estimation }) => estimation);
    expect(planned.trueGy).toBe(4.9);
    expect(planned.limitGy).toBeCloseTo(4.9, 10);
    expect([varied.trueGy, varied.isMedian]).toEqual([4.9, true]);
    expect(varied.limitGy).toBeGreaterThan(5.5);
    expect(assumptions.some(({ note }) => note.includes('counted against its median'))).toBe(true);
    expect(assumptions.some(({ note }) => note.includes('from 4 to 32 days'))).toBe(true);
  });

  it('does without a true α/β where rates are stated', async () => {
    const { truths } = await makeAim({
      'simulation.replicates': 50,
      'truth.localControl': { model: 'statedRates', control: 0.93, fiveBySix: 0.9, fiveByFive: 0.6 },
      truths: {},
    });
    const { trueGy, limitGy, sets, estimates } = truths[0].estimation;
    expect(trueGy).toBeNull();
    expect(limitGy).toBeGreaterThan(0);
    expect(sets!.fieller).not.toHaveProperty('coverage');
    expect(sets!.fieller).toHaveProperty('coverageOfLimit');
    expect(estimates).not.toHaveProperty('medianBias');
  });

  it('turns signs for harm: complications rise with dose, by the α/β of their own tissue', async () => {
    const { aim, truths } = await makeAim({
      'simulation.replicates': 200,
      'truth.woundComplication': {
        model: 'logistic',
        alphaBetaGy: 3,
        slopePer10Gy: 1,
        anchor: { schedule: '25 x 2 Gy', rate: 0.35 },
      },
      truths: {},
      'design.perArm': 1000,
      'design.estimate': { alphaBeta: { endpoint: 'woundComplication', withinDays: 120 } },
    });
    expect(aim.event).toBe('harm');
    const [{ operatingCharacteristics, estimation }] = truths;
    expect(estimation.trueGy).toBe(3);
    expect(operatingCharacteristics.power.estimate).toBeGreaterThan(0.9);
    // 5 × 5 Gy spares: fewer than the control
    expect(estimation.arms[2].aboveControl.exact).toBeLessThan(0);
  });

  it('says so where trials have no estimate, and counts them as failures', async () => {
    const { truths } = await makeAim({
      'simulation.replicates': 100,
      'truth.localControl': { model: 'statedRates', control: 0.93, fiveBySix: 0.9, fiveByFive: 0 },
      truths: {},
    });
    const [{ operatingCharacteristics, estimation }] = truths;
    expect(operatingCharacteristics.power.estimate).toBe(0);
    expect(estimation.estimable.estimate).toBe(0);
    const { limitGy, expected, estimates, sets, wrongSign, bounding } = estimation;
    expect([limitGy, expected, estimates, sets, wrongSign, bounding]).toEqual(Array(6).fill(null));
  });
});
