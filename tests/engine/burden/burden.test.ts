import { describe, expect, it } from 'vitest';
import { createBurdenFold } from '../../../src/engine/burden/burden-fold.ts';
import { planBatches } from '../../../src/engine/plan.ts';
import { createBatchRunner } from '../../../src/engine/run-batch.ts';
import { runExact } from '../../../src/engine/run-exact.ts';
import { createRunFold } from '../../../src/engine/run-fold.ts';
import { runWorlds } from '../../../src/engine/run-worlds.ts';
import { readChange, readScenario } from '../../../src/scenario/read-scenario.ts';
import { createTrial } from '../../../src/scenario/trial.ts';
import { runInline } from '../../fixtures/run-inline.ts';
import { BURDEN } from './burden-text.ts';

const RATE =
  'uncertainty.truth.localControl.experimental={ normal: { mean: 0.9, sd: 0.02 }, within: [0, 1] }';
const PRICE = 'uncertainty.burden.costPerFraction={ logNormal: { median: 240, sigma: 0.3 } }';
const WORLDS = 'simulation.worlds=200';

describe('the burden of a scenario', () => {
  it('is absent from a result whose scenario states none', async () => {
    const { result, scenario } = await runInline(BURDEN.replace(/burden:\n(?: .*\n)+/, ''));
    expect(result).not.toHaveProperty('burden');
    expect(scenario).not.toHaveProperty('burden');
  });

  it('comes by hand as planned: 26 visits against 6', async () => {
    const { result } = await runInline(BURDEN);
    const { truths, worlds, atYears } = result.burden!;
    expect(worlds).toBeNull();
    expect(atYears).toBe(3);
    const [{ arms, comparisons, isExact }] = truths;
    expect(isExact).toBe(true);
    const [control, experimental] = arms;
    expect(control).toMatchObject({
      name: 'control',
      fractions: 25,
      visits: 26,
      machineMinutes: 300,
      travelHours: 39,
    });
    expect(control.travelKm).toEqual({ mean: 1040 });
    expect(control.treatmentCost).toBeCloseTo(1800 + 25 * 240 + 300 * 2, 9);
    expect(control.travelCost).toBeCloseTo(312, 9);
    expect(control.eventCost).toBeCloseTo(0.07 * 25_000 + 0.35 * 12_000, 9);
    expect(control.cost).toBeCloseTo(8400 + 312 + 5950, 9);
    expect(control.qualityOfLife).toBeCloseTo(0.8 - 0.07 * 0.15 - 0.35 * 0.1, 12);
    expect(experimental).toMatchObject({ fractions: 5, visits: 6, machineMinutes: 100, travelHours: 9 });
    // 2500 + 5·240 + 100·2, 240 km at 0.3, 0.1·25000 + 0.3·12000
    expect(experimental.cost).toBeCloseTo(3900 + 72 + 6100, 9);
    const [against] = comparisons;
    expect(against).toMatchObject({
      arm: 'experimental',
      visits: -20,
      machineMinutes: -200,
      quadrant: 'cheaperWithMore',
    });
    expect(against.cost).toBeCloseTo(-4590, 9);
    expect(against.avertedPer100).toBeCloseTo(-3, 9);
    expect(against.costPerEvent).toBeCloseTo(4590 / 0.03, 6);
    expect(against.netBenefit.map(({ value }) => Math.round(value * 1e6) / 1e6)).toEqual([4590, 1590, -4410]);
    expect(against.qualityOfLife).toBeCloseTo(-0.03 * 0.15 + 0.05 * 0.1, 12);
  });

  it('changes no draw, no rate and no power', async () => {
    const without = await runInline(BURDEN.replace(/burden:\n(?: .*\n)+/, ''), RATE, WORLDS);
    const stated = await runInline(BURDEN, RATE, WORLDS);
    const priced = await runInline(BURDEN, RATE, PRICE, WORLDS);
    for (const { result } of [stated, priced]) {
      expect(result.truths).toEqual(without.result.truths);
      expect(result.assurance).toEqual(without.result.assurance);
      expect(result.patients).toEqual(without.result.patients);
    }
    expect(without.result.assurance!.exact).toBeGreaterThan(0);
  });

  it('follows a named truth, a change and an uncertain price', async () => {
    const { result } = await runInline(
      BURDEN,
      'truths.dear={ burden.costPerFraction: 1000, truth.localControl.experimental: 0.95 }',
      'burden.travel.costPerKm=1',
      PRICE,
      WORLDS,
    );
    const { truths, worlds } = result.burden!;
    expect(truths.map(({ name }) => name)).toEqual(['asPlanned', 'dear']);
    expect(truths[0].arms[0].travelCost).toBeCloseTo(1040, 9);
    expect(truths[1].arms[0].treatmentCost).toBeCloseTo(1800 + 25_000 + 600, 9);
    expect(truths[1].comparisons[0]).toMatchObject({ quadrant: 'dominant', costPerEvent: null });
    const [{ cost, avertedPer100, first }] = worlds!.comparisons;
    expect(avertedPer100.mcse).toBeLessThan(1e-12);
    expect(cost.mcse).toBeGreaterThan(0);
    expect(new Set(first.cost).size).toBe(200);
    // Another draw of the same price would have another spread: the values of the worlds are those of the increments
    const prices = result.worldsSummary!.first.map(({ values }) => values['burden.costPerFraction']);
    prices.forEach((price, w) => {
      expect(first.cost[w]).toBeCloseTo(-20 * price + 700 - 400 - 800 + 150, 6);
    });
  });

  it('compares every arm with the first', async () => {
    const text = BURDEN.replace(
      '  experimental: { schedule: 5 x 6 Gy }\n',
      '  experimental: { schedule: 5 x 6 Gy }\n  longer: { schedule: 15 x 2.85 Gy }\n',
    )
      .replaceAll(/control: 0\.\d+, experimental: 0\.\d+/g, (rates) => `${rates}, longer: 0.5`)
      .replace(
        / {2}nonInferiority: .*\n/,
        '  estimate: { alphaBeta: { endpoint: localControl, atYears: 3 } }\n',
      );
    const { scenario } = readScenario(text, 'x.yaml');
    const fold = createRunFold(createTrial(scenario), []);
    const run = createBatchRunner(scenario);
    for (const batch of planBatches(scenario)) fold.add(batch, run(batch));
    const [{ comparisons }] = (await fold.result()).burden!.truths;
    expect(comparisons.map(({ arm, visits }) => [arm, visits])).toEqual([
      ['experimental', -20],
      ['longer', -10],
    ]);
  });

  it('is the same however its worlds are cut into batches', () => {
    const { trial } = readScenario(
      BURDEN,
      'x.yaml',
      [RATE, PRICE, WORLDS].map((set) => readChange(set)),
    );
    const resultOf = (...ends: number[]) => {
      const fold = createBurdenFold(trial);
      fold.add(runExact(trial, 0));
      ends.slice(1).forEach((end, i) => {
        fold.add(runWorlds(trial, ends[i], end));
      });
      return JSON.stringify(fold.result());
    };
    expect(resultOf(1, 8, 9, 41)).toBe(resultOf(1, 41));
  });

  it('follows uncertain gaps in its courses', async () => {
    const { result } = await runInline(
      BURDEN.replace('25 x 2 Gy }', '{ plan: 25 x 2 Gy, compensation: none } }'),
      'truth.delivery={ missedFractionProbability: 0.1 }',
      'uncertainty.truth.delivery.missedFractionProbability={ uniform: { min: 0, max: 0.2 } }',
      'simulation.worlds=40',
    );
    const { truths, worlds } = result.burden!;
    expect(truths[0].arms[0].fractions).toBeCloseTo(22.5, 9);
    const missed = result.worldsSummary!.first.map(
      ({ values }) => values['truth.delivery.missedFractionProbability'],
    );
    // Of the control alone, as the others make up for gaps: 240, 12 minutes at 2 and 40 km at 0.3 a fraction not given
    missed.forEach((p, w) => {
      expect(worlds!.comparisons[0].first.cost[w]).toBeCloseTo(-4590 + 25 * p * (264 + 12), 6);
    });
  });

  it('is the same in any order of its keys', async () => {
    const swapped = BURDEN.replace(
      '{ woundComplication: 12000, localControl: 25000 }',
      '{ localControl: 25000, woundComplication: 12000 }',
    );
    const [a, b] = [await runInline(BURDEN, RATE, WORLDS), await runInline(swapped, RATE, WORLDS)];
    expect(JSON.stringify(b.result.burden)).toBe(JSON.stringify(a.result.burden));
    expect(b.result.scenario.sha256).toBe(a.result.scenario.sha256);
  });
});
