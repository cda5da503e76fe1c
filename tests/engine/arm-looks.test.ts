import { describe, expect, it } from 'vitest';
import { mergeResults } from '../../src/engine/merge-results.ts';
import { planBatches } from '../../src/engine/plan.ts';
import type { Estimate } from '../../src/numeric/monte-carlo.ts';
import { simulatePlainArms } from '../fixtures/plain-arms.ts';
import { runInThreads } from '../fixtures/run-in-threads.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { FOUR_ARMS_WITH_LOOKS } from '../fixtures/three-arms.ts';

/** Errors beyond which a right estimate lies less than once in ten million times. */
const ERRORS = 5.5;
const PLAIN_TRIALS = 20_000;
const Z_95 = 1.6448536269514722;
const ARMS = ['gy42', 'gy43', 'gy30'];
const PLAIN = {
  seen: [27, 54, 90],
  drop: [0, 0.5, -Infinity],
  show: [Infinity, 2.5, Z_95],
};

const ofPlain = (share: number): number => (share * (1 - share)) / PLAIN_TRIALS;

function expectAgrees({ estimate, mcse }: Estimate, plain: number, variance = ofPlain(plain)): void {
  expect(Math.abs(estimate - plain)).toBeLessThan(ERRORS * Math.sqrt(mcse * mcse + variance));
}

describe('arms that leave a trial at looks', () => {
  it('do what a program of its own finds, each and together', async () => {
    const { result } = await runInline(FOUR_ARMS_WITH_LOOKS);
    const { power, comparisons, expectedSampleSize } = result.truths[0].operatingCharacteristics;
    const { byArm, looks, atLeastOne, all, familywiseError } = comparisons!;
    const plain = simulatePlainArms({ ...PLAIN, rates: [0.35, 0.22, 0.3, 0.4] }, PLAIN_TRIALS, 4711);
    const nulls = simulatePlainArms({ ...PLAIN, rates: [0.35, 0.35, 0.35, 0.35] }, PLAIN_TRIALS, 815);
    expect(power).toEqual(atLeastOne);
    expectAgrees(atLeastOne, plain.atLeastOne);
    expectAgrees(all, plain.all);
    expectAgrees(familywiseError, nulls.atLeastOne);
    ARMS.forEach((arm, k) => {
      expectAgrees(byArm[arm].power, plain.shown[k]);
      expectAgrees(byArm[arm].typeIError, nulls.shown[k]);
      expectAgrees(looks!.byArm[arm].dropped[0], plain.droppedAtFirst[k]);
    });
    // A mean of numbers within 63 of each other
    expectAgrees(looks!.expectedPatients.control, plain.control, (63 * 63) / 4 / PLAIN_TRIALS);
    const sum = Object.values(looks!.expectedPatients).reduce((total, { estimate }) => total + estimate, 0);
    expect(sum).toBeCloseTo(expectedSampleSize.estimate, 9);
  });

  it('are each enumerated beside the control, while the design is not', async () => {
    const { result } = await runInline(FOUR_ARMS_WITH_LOOKS);
    const { power, comparisons } = result.truths[0].operatingCharacteristics;
    const { byArm, looks } = comparisons!;
    const exact = ARMS.flatMap((arm) => {
      const { dropped, shown, droppedInAll, shownInAll } = looks!.byArm[arm];
      return [...Object.values(byArm[arm]), ...dropped, ...shown, droppedInAll, shownInAll];
    });
    // Shares of rarer things have no normal law
    for (const { estimate, mcse, exact: value } of [
      ...exact,
      ...ARMS.map((arm) => looks!.expectedPatients[arm]),
    ])
      if (value! > 0.01) expect(Math.abs(estimate - value!)).toBeLessThan(ERRORS * mcse);
      else expect(estimate).toBeLessThan(0.02);
    expect(looks!.byArm.gy42.shown[0].exact).toBe(0);
    expect(power.exact).toBeUndefined();
    expect(looks!.expectedPatients.control.exact).toBeUndefined();
    expect(result.warnings).toContain(
      'power has no exact value: several arms leave the trial at looks at one control',
    );
  });

  it('go on as without looks where no bound is ever crossed', async () => {
    const sets = ['simulation.replicates=300'];
    const bounds = 'design.comparisons.looks=[{ informationFraction: 0.5, futilityScore: -10 }]';
    const never = await runInline(FOUR_ARMS_WITH_LOOKS, ...sets, bounds);
    const without = await runInline(FOUR_ARMS_WITH_LOOKS.replace(/ {4}looks:\n( {6}- .*\n)+/, ''), ...sets);
    const [a, b] = [never, without].map(({ result }) => result.truths[0]);
    const { looks, byArm } = a.operatingCharacteristics.comparisons!;
    for (const arm of ARMS) {
      expect(looks!.byArm[arm].droppedInAll.estimate).toBe(0);
      const [found, plain] = [byArm[arm], b.operatingCharacteristics.comparisons!.byArm[arm]];
      expect(found.power.estimate).toBe(plain.power.estimate);
      expect(found.typeIError.exact).toBeCloseTo(plain.typeIError.exact!, 9);
    }
    expect(never.result.claims.map(({ estimates }) => estimates)).toEqual(
      without.result.claims.map(({ estimates }) => estimates),
    );
  });

  it('have more patients, and no other fate, where outcomes take time', async () => {
    const accrual = 'design.accrual={ perMonth: 12, pattern: poisson }';
    const [slow, quick] = await Promise.all(
      [[accrual], []].map((sets) => runInline(FOUR_ARMS_WITH_LOOKS, 'simulation.replicates=500', ...sets)),
    );
    const [late, early] = [slow, quick].map(({ result }) => result.truths[0].operatingCharacteristics);
    expect(late.comparisons!.byArm).toEqual(early.comparisons!.byArm);
    expect(late.comparisons!.looks!.byArm).toEqual(early.comparisons!.looks!.byArm);
    for (const arm of ['control', ...ARMS])
      expect(late.comparisons!.looks!.expectedPatients[arm].estimate).toBeGreaterThan(
        early.comparisons!.looks!.expectedPatients[arm].estimate,
      );
    const [first, second] = late.comparisons!.looks!.looks.map(({ months }) => months!.estimate);
    // 108 patients at 12 a month, and 120 days after surgery of the last
    expect(first).toBeGreaterThan(12);
    expect(second).toBeGreaterThan(first + 3);
    expect(late.expectedMonths!.estimate).toBeGreaterThan(second);
  });

  it('give the same bytes with three threads as without', async () => {
    const { scenario, results } = await runInline(FOUR_ARMS_WITH_LOOKS, 'simulation.replicates=3000');
    const threaded = await runInThreads(scenario, planBatches(scenario), { workers: 3 });
    expect(JSON.stringify(await mergeResults(scenario, threaded, []))).toBe(
      JSON.stringify(await mergeResults(scenario, results, [])),
    );
  });
});
