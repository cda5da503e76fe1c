import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { type TimeTestName, timeTests } from '../../src/trial/time-tests/index.ts';
import { refusalOfText } from '../fixtures/refusal.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { timedScenario } from '../fixtures/timed-scenario.ts';

const claimBy = (extra: object) => ({
  endpoint: 'localControl',
  atYears: 3,
  margin: { difference: 0.1 },
  plannedControlRate: 0.8,
  oneSidedAlpha: 0.05,
  ...extra,
});

describe('looks at failures', () => {
  const looks = {
    followUp: { events: { number: 60, withinYears: 20 } },
    groupSequential: { informationFractions: [0.5, 1], efficacy: { pocock: {} } },
  };

  it.each((Object.keys(timeTests) as TimeTestName[]).map((name) => [name, timeTests[name].looksAt] as const))(
    'by %s, which looks at %s, are taken only where all follow-up counts',
    (test, looksAt) => {
      const { takesMargin } = timeTests[test];
      const claim = takesMargin
        ? { timeNonInferiority: claimBy({ test }) }
        : {
            timeNonInferiority: undefined,
            timeSuperiority: { endpoint: 'localControl', atYears: 3, twoSidedAlpha: 0.05, test },
          };
      const text = timedScenario({ control: 0.8, design: { ...looks, ...claim } });
      if (looksAt === 'hazards')
        expect(readScenario(text, 'x').scenario.title).toBe('Times of local failure');
      else
        expect(refusalOfText(text).join('\n')).toContain(
          `need a test of all follow-up, which ${test} is not`,
        );
    },
  );

  it('have the bounds of whole failures', () => {
    const design = { ...looks, followUp: { events: { number: 47, withinYears: 20 } } };
    const { sequential } = createTrial(readScenario(timedScenario({ design }), 'x').scenario).design;
    expect(sequential!.events).toEqual([24, 47]);
    expect(sequential!.plan.spec.fractions).toEqual([24 / 47, 1]);
  });
});

describe('what a comparison is about', () => {
  const competing = { deathPerYear: 0.05, metastasisPerYear: 0.25, deathAfterMetastasisPerYear: 1.5 };

  it.each([
    [{ countsAsFailure: [], competing: [] }],
    [{ countsAsFailure: ['death'], competing: [] }],
    [{ countsAsFailure: ['death'], competing: ['metastasis'] }],
    [{ countsAsFailure: ['metastasis'], competing: [] }],
    [{ countsAsFailure: ['metastasis', 'death'], competing: [] }],
    [{ countsAsFailure: [], competing: ['metastasis'] }],
  ])('is what the analysis sees: %j', async (events) => {
    // Followed to the end, so that the mean curve of 200 trials of 400 has an error of 0.002
    const { result } = await runInline(
      timedScenario({
        control: 0.8,
        total: 400,
        truth: { competing },
        design: {
          followUp: { perPatient: { years: 6 } },
          timeNonInferiority: claimBy({ test: 'kaplanMeier', ...events }),
        },
        simulation: { replicates: 200 },
      }),
    );
    const { controlRates, curves } = result.truths[0].times!;
    const at = curves.years.indexOf(3);
    curves.arms.forEach(({ netFailure }, arm) => {
      const error = Math.sqrt((controlRates[arm] * (1 - controlRates[arm])) / (200 * 200 * 0.4));
      expect(Math.abs(1 - netFailure[at] - controlRates[arm])).toBeLessThan(6 * error);
    });
  });

  it('has no null where no local control leads to it', () => {
    const text = timedScenario({
      control: 0.9,
      truth: {
        localControl: {
          model: 'statedRates',
          control: 0.9,
          experimental: 0.9,
          latency: { kind: 'mixtureCure', logNormal: { medianYears: 1.5, sigma: 0.9 } },
        },
        competing: { deathPerYear: 3 },
      },
      design: { timeNonInferiority: claimBy({ test: 'cumulativeIncidence', margin: { difference: 0.4 } }) },
    });
    expect(refusalOfText(text).join('\n')).toContain('where no local control leads');
  });
});

describe('follow-up', () => {
  it('counts from surgery', () => {
    const text = timedScenario({
      design: {
        accrual: { perMonth: 10, surgeryAfterDays: 400 },
        followUp: { calendar: { years: 3 } },
      },
    });
    expect(refusalOfText(text).join('\n')).toContain('nobody is followed for more than 1.9 years');
  });

  it('that is left to chance is said of a test at one time', () => {
    const events = { followUp: { events: { number: 15, withinYears: 9 } } };
    const design = { ...events, timeNonInferiority: claimBy({ test: 'kaplanMeier' }) };
    const { warnings } = readScenario(timedScenario({ design }), 'x');
    expect(warnings).toEqual(['kaplanMeier looks at 3 years, but its follow-up is left to chance']);
  });
});

describe('looks at counts', () => {
  it.each([
    ['nobody of one arm', { total: 20, allocation: [1, 9], fractions: [0.2, 1] }, 'nobody in one arm'],
    ['too many pairs', { total: 4000, allocation: [1, 1], fractions: [0.5, 1] }, 'too many pairs'],
  ])('run without an exact value where there are %s', async (_, { total, allocation, fractions }, reason) => {
    const { result } = await runInline(
      timedScenario({
        total,
        control: 0.8,
        design: {
          allocation,
          followUp: undefined,
          accrual: undefined,
          timeNonInferiority: undefined,
          nonInferiority: {
            endpoint: 'localControl',
            atYears: 3,
            margin: 0.1,
            oneSidedAlpha: 0.05,
            test: 'wald',
          },
          groupSequential: { informationFractions: fractions, efficacy: { pocock: {} } },
        },
        simulation: { replicates: 5 },
      }),
    );
    expect(result.truths[0].operatingCharacteristics.power.exact).toBeUndefined();
    expect(result.warnings.join('\n')).toContain(reason);
  });
});

describe('the approximation with looks', () => {
  it('has looks where they come, also where more failures come than planned', async () => {
    const { result } = await runInline(
      timedScenario({
        control: 0.6,
        experimental: 0.66,
        total: 400,
        design: {
          groupSequential: {
            informationFractions: [0.5, 0.75, 1],
            efficacy: { obrienFleming: {} },
            plannedEvents: 60,
          },
          timeNonInferiority: claimBy({
            test: 'logRank',
            margin: { hazardRatio: 1.15 },
            plannedControlRate: 0.6,
          }),
        },
        simulation: { replicates: 1500 },
      }),
    );
    const { times, operatingCharacteristics } = result.truths[0];
    expect(times!.approximation!.failures).toBeGreaterThan(150);
    const { estimate, mcse } = operatingCharacteristics.power;
    // The normal score is within a point of the truth; without rescaling it is nine points off
    expect(Math.abs(estimate - times!.approximation!.power)).toBeLessThan(0.01 + 5 * mcse);
  });
});
