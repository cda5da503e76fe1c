import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/numeric/monte-carlo.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { shippedText, statedRates } from '../fixtures/scenario-text.ts';

/** Within so many Monte Carlo standard errors of the exact value beside it. */
function expectAgrees({ estimate, mcse, exact }: Estimate, errors = 3): void {
  expect(Math.abs(estimate - exact!)).toBeLessThanOrEqual(errors * mcse);
}

describe('stated rates', () => {
  it('Farrington–Manning, 35 % against 35 %, margin 15 points, 124 an arm: power 0.80586, type I error 0.04895', async () => {
    const claim =
      '{ endpoint: woundComplication, withinDays: 120, margin: 0.15, oneSidedAlpha: 0.05, test: farringtonManning }';
    const { result } = await runInline(
      statedRates({ control: 0.35, experimental: 0.35 }, claim, 124, '{ replicates: 40000 }'),
    );
    const { power, typeIError } = result.truths[0].operatingCharacteristics;
    expect(power.exact).toBeCloseTo(0.8058631, 6);
    expect(typeIError.exact).toBeCloseTo(0.0489488, 6);
    expectAgrees(power);
    expectAgrees(typeIError);
  });

  it('Wald, 93 % against 86 %, margin 7 points, 165 an arm: type I error 5.58 %', async () => {
    const claim = '{ endpoint: localControl, atYears: 3, margin: 0.07, oneSidedAlpha: 0.05, test: wald }';
    const { result } = await runInline(statedRates({ control: 0.93, experimental: 0.93 }, claim, 165));
    const { power, typeIError } = result.truths[0].operatingCharacteristics;
    expect(typeIError.exact).toBeCloseTo(0.0558, 4);
    expect(power.exact).toBeCloseTo(0.804, 3);
    expectAgrees(typeIError);
    expectAgrees(power);
  });

  it.each([
    ['farringtonManning', 0.441, 0.049, 0.052],
    ['wald', 0.479, 0.061, 0.052],
  ])(
    'SCOPES II at the planned rates, %s: joint power, and type I error at each margin',
    async (test, joint, atControl, atWound) => {
      const { result } = await runInline(
        shippedText('scopes-ii'),
        'simulation.replicates=20000',
        'simulation.worlds=1',
        `design.coPrimary.0.nonInferiority.test=${test}`,
        `design.coPrimary.1.nonInferiority.test=${test}`,
      );
      const planned = result.truths.find(({ name }) => name === 'plannedRates')!.operatingCharacteristics;
      expect(planned.power.exact).toBeCloseTo(joint, 3);
      expect(planned.byEndpoint.localControl!.typeIError.exact).toBeCloseTo(atControl, 3);
      expect(planned.byEndpoint.woundComplication!.typeIError.exact).toBeCloseTo(atWound, 3);
      expectAgrees(planned.power);
      expectAgrees(planned.byEndpoint.localControl!.typeIError);
      expectAgrees(planned.byEndpoint.woundComplication!.typeIError);
      const residual = result.truths.find(({ name }) => name === 'residualDisease')!;
      for (const arm of residual.arms) expect(arm.endpoints.localControl!.rate.exact).toBeCloseTo(0.96, 2);
    },
  );
});

describe('5 × 6 Gy against 25 × 2 Gy', () => {
  it('power hangs on α/β: 100, 99.5, 80.4, 31.1, 26.4, 2.8, 0.0 % at 2, 3, 4, 4.9, 5, 6, 10 Gy; assurance 43.7 %, ceiling 63.7 %', async () => {
    const { result } = await runInline(shippedText('sts-5x6-vs-25x2'), 'simulation.replicates=4000');
    const power = new Map(
      result.truths.map(({ name, operatingCharacteristics: { power } }) => [name, power]),
    );
    const published: [string, number][] = [
      ['alphaBeta2', 1],
      ['alphaBeta3', 0.995],
      ['alphaBeta4', 0.804],
      ['asPlanned', 0.311],
      ['alphaBeta5', 0.264],
      ['alphaBeta6', 0.028],
      ['alphaBeta10', 0],
    ];
    for (const [name, value] of published) {
      expect(power.get(name)!.exact, name).toBeCloseTo(value, 3);
      expectAgrees(power.get(name)!, 3.5);
    }
    const { assurance } = result;
    expect(assurance!.exact).toBeCloseTo(0.437, 3);
    expect(assurance!.ceiling.exact).toBeCloseTo(0.637, 3);
    expectAgrees(assurance!);
    expectAgrees(assurance!.ceiling);
    expect(assurance!.successAndTrue.exact! + assurance!.successAndFalse.exact!).toBeCloseTo(
      assurance!.exact!,
      12,
    );
    expect(assurance!.successAndTrue.exact!).toBeLessThan(assurance!.ceiling.exact!);
  });

  it('with a shallow dose-response (γ50 0.36) 56.3 and 93.0 %', async () => {
    const { result } = await runInline(
      shippedText('sts-5x6-vs-25x2'),
      'simulation.replicates=100',
      'truth.localControl.gamma50=0.36',
    );
    expect(result.assurance!.exact).toBeCloseTo(0.563, 3);
    expect(result.assurance!.ceiling.exact).toBeCloseTo(0.93, 3);
    expectAgrees(result.assurance!);
    expectAgrees(result.assurance!.ceiling);
  });
});

describe('the reference workload', () => {
  it('gives the rates and the power that independent programs gave', async () => {
    const { result } = await runInline(shippedText('reference-workload'), 'simulation.replicates=2000');
    const [{ arms, operatingCharacteristics }] = result.truths;
    // Published to four and three digits from 30,000 trials: three Monte Carlo errors and half a digit
    const agrees = (exact: number, published: number, draws: number, digit: number) =>
      expect(Math.abs(exact - published)).toBeLessThan(
        3 * Math.sqrt((exact * (1 - exact)) / draws) + digit / 2,
      );
    const rate = (arm: number, endpoint: 'localControl' | 'woundComplication') =>
      arms[arm].endpoints[endpoint]!.rate.exact!;
    agrees(rate(0, 'localControl'), 0.9655, 30_000 * 150, 1e-4);
    agrees(rate(1, 'localControl'), 0.9566, 30_000 * 150, 1e-4);
    agrees(rate(0, 'woundComplication'), 0.3675, 30_000 * 150, 1e-4);
    agrees(rate(1, 'woundComplication'), 0.3353, 30_000 * 150, 1e-4);
    agrees(operatingCharacteristics.power.exact!, 0.855, 30_000, 1e-3);
    expectAgrees(operatingCharacteristics.power);
  });
});

describe('heterogeneity is not uncertainty', () => {
  it('patients that differ leave the count binomial: variance ratio 1 within 3 standard errors; uncertainty inflates it', async () => {
    const { results, result } = await runInline(
      shippedText('scopes-ii'),
      'simulation.replicates=8000',
      'simulation.worlds=400',
    );
    const counts = results
      .flatMap((r) =>
        r.kind === 'replicates'
          ? Array.from({ length: r.columns.rows }, (_, row) => r.columns.events[row * 4 + 2])
          : [],
      )
      .slice(0, 8000);
    const p = result.truths[0].arms[1].endpoints.localControl!.rate.exact!;
    const binomial = 75 * p * (1 - p);
    const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
    const variance = counts.reduce((sum, c) => sum + (c - mean) * (c - mean), 0) / (counts.length - 1);
    expect(Math.abs(variance / binomial - 1)).toBeLessThan(3 * Math.sqrt(2 / counts.length));
    const rates = result.worldsSummary!.first.map(({ rates }) => rates.experimental.localControl!);
    const center = rates.reduce((a, b) => a + b, 0) / rates.length;
    const between = rates.reduce((sum, r) => sum + (r - center) * (r - center), 0) / (rates.length - 1);
    // Var(count) = E[n p q] + n² Var(p)
    expect(1 + (75 * between) / (center * (1 - center))).toBeGreaterThan(1.5);
  });
});
