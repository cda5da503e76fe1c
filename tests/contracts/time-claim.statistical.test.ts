import { describe, expect, it } from 'vitest';
import { timeTests } from '../../src/trial/time-tests/index.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { timedScenario } from '../fixtures/timed-scenario.ts';

const REPLICATES = 500;
/** 30 comparisons, two-sided: false alarms below 1e-6 in all; and the seed is fixed. */
const SCORE = 5.5;
/** So many deaths that a margin on the wrong estimand would show: cumulative incidence has three quarters of it. */
const competing = { deathPerYear: 0.25, metastasisPerYear: 0.1 };
const byRatio = { hazardRatio: 1.7 };
const byPoints = { difference: 0.115 };

const cases: [test: keyof typeof timeTests, margin: object | undefined, events: object][] = [
  ['logRank', byRatio, {}],
  ['cox', byRatio, {}],
  ['kaplanMeier', byPoints, {}],
  ['kaplanMeierRatio', byRatio, {}],
  ['restrictedMean', byRatio, {}],
  ['cumulativeIncidence', byPoints, {}],
  ['fineGray', byRatio, {}],
  ['gray', undefined, {}],
  ['logRank', { hazardRatio: 1.3 }, { countsAsFailure: ['death'] }],
  ['kaplanMeier', { difference: 0.1 }, { countsAsFailure: ['death', 'metastasis'] }],
  ['cumulativeIncidence', byPoints, { competing: ['metastasis'] }],
];

describe('claims on times', () => {
  it('are made with every test', () => {
    expect(new Set(cases.map(([test]) => test))).toEqual(new Set(Object.keys(timeTests)));
  });

  it.each(cases)(
    'by %s, margin %j, %j: at its level where the claim is just not true',
    async (test, margin, events) => {
      const common = { endpoint: 'localControl', atYears: 3, test, ...events };
      const claim = margin
        ? { timeNonInferiority: { ...common, margin, plannedControlRate: 0.8, oneSidedAlpha: 0.05 } }
        : { timeSuperiority: { ...common, twoSidedAlpha: 0.1 }, timeNonInferiority: undefined };
      const { result } = await runInline(
        timedScenario({
          control: 0.8,
          total: 320,
          truth: { competing },
          design: claim,
          simulation: { replicates: REPLICATES },
        }),
      );
      const [{ operatingCharacteristics: found, times, arms }] = result.truths;
      const error = Math.sqrt((0.05 * 0.95) / REPLICATES);
      expect(Math.abs(found.typeIError.estimate - 0.05) / error).toBeLessThan(SCORE);
      // Arms are equal: with a margin the claim is true
      if (margin) expect(found.power.estimate).toBeGreaterThan(found.typeIError.estimate);
      else expect(Math.abs(found.power.estimate - 0.05) / error).toBeLessThan(SCORE);
      const { mean, coverage } = times!.estimate;
      if (times!.effect !== null) {
        expect(Math.abs(mean!.estimate - times!.effect) / mean!.mcse).toBeLessThan(SCORE + 1);
        expect(Math.abs(coverage!.estimate - 0.9) / coverage!.mcse).toBeLessThan(SCORE);
      }
      if (times!.approximation)
        expect(
          Math.abs(times!.failures.estimate - times!.approximation.failures) / times!.failures.mcse,
        ).toBeLessThan(SCORE + 1);
      // What fails by the time of the claim is what its rates say
      const [control] = times!.controlRates;
      const seen = arms[0].competing!;
      if (timeTests[test].seesCompeting && !('competing' in events))
        expect(1 - control).toBeCloseTo(seen.localFailureBeforeDeath.exact!, 9);
    },
  );
});
