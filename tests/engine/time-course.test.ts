import { describe, expect, it } from 'vitest';
import { createColumns, createReplicateSimulator } from '../../src/engine/simulate-replicates.ts';
import { createTrialCalendar } from '../../src/engine/trial-calendar.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial, marginShifts } from '../../src/scenario/trial.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { timedScenario } from '../fixtures/timed-scenario.ts';

const DAYS_A_YEAR = 365.25;

interface Patient {
  readonly arm: number;
  readonly surgeryDay: number;
  readonly failure: number;
  readonly other: number;
  readonly followed: number;
}

/** The log-rank score at a hazard ratio, patient by patient against patient: no sorting, no tables. */
function naiveLogRank(
  data: readonly { arm: number; years: number; failed: boolean }[],
  ratio: number,
): number {
  let [u, v] = [0, 0];
  for (const { arm, years, failed } of data) {
    if (!failed) continue;
    const atRisk = data.filter((other) => other.years >= years);
    const experimental = atRisk.filter((other) => other.arm === 1).length;
    const share = (ratio * experimental) / (atRisk.length - experimental + ratio * experimental);
    u += arm - share;
    v += share * (1 - share);
  }
  return -u / Math.sqrt(v);
}

/** What is seen by a day. */
const seenBy = (patients: readonly Patient[], day: number) =>
  patients
    .filter(({ surgeryDay }) => surgeryDay <= day)
    .map(({ arm, surgeryDay, failure, other, followed }) => {
      const until = Math.min(followed, (day - surgeryDay) / DAYS_A_YEAR);
      const failed = failure <= other && failure <= until + 1e-9;
      return { arm, years: Math.min(failure, other, until), failed };
    });

/** A simulator of a scenario, with the calendar of what it simulated last. */
function simulate(text: string, replicate: number) {
  const { scenario } = readScenario(text, 'test.yaml');
  const trial = createTrial(scenario);
  const known = trial.truth(0);
  const columns = createColumns(trial, known.truth.endpoints.length, 1);
  const simulator = createReplicateSimulator(trial, known, marginShifts(trial, known));
  simulator.simulate(0, replicate, columns, 0);
  const calendar = createTrialCalendar(trial, simulator.allocation);
  calendar.fill(0, replicate);
  const patientsOf = (
    atMargin: boolean,
    counts: readonly string[],
    competes: readonly string[],
    most = Infinity,
  ): Patient[] =>
    simulator.outcomes.flatMap((outcomes, arm) =>
      Array.from(outcomes.evaluable.subarray(0, simulator.allocation.sizes[arm]), (evaluable, i) => {
        const times = atMargin && arm === 1 ? outcomes.marginFailureYears[0] : outcomes.failureYears[0];
        const death = outcomes.deathYears[i] ?? Infinity;
        const metastasis =
          (outcomes.metastasisYears[i] ?? Infinity) < death ? outcomes.metastasisYears[i] : Infinity;
        const of = (event: string): number => (event === 'death' ? death : metastasis);
        return {
          evaluable,
          arm,
          surgeryDay: calendar.daysByArm[arm][i] + (scenario.design.accrual!.surgeryAfterDays ?? 0),
          failure: Math.min(times[i], ...counts.map(of)),
          other: Math.min(Infinity, ...competes.map(of)),
          followed: Math.min(calendar.lostYears[arm][i], most),
        };
      }).filter(({ evaluable }) => evaluable === 1),
    );
  return { columns, calendar, patientsOf };
}

const competing = { deathPerYear: 0.05, metastasisPerYear: 0.1, deathAfterMetastasisPerYear: 0.4 };

describe('an analysis of times', () => {
  it.each([
    ['of all until the end', {}, {}, [], [], Infinity],
    [
      'with losses and deaths',
      { lostToFollowUp: { probability: 0.2, byYears: 3 } },
      { competing },
      [],
      ['death'],
      Infinity,
    ],
    ['of patients followed equally long', { followUp: { perPatient: { years: 3 } } }, {}, [], [], 3],
    [
      'with surgery after enrolment and unevaluable patients',
      { accrual: { perMonth: 9, surgeryAfterDays: 60 }, unevaluable: 0.1 },
      {},
      [],
      [],
      Infinity,
    ],
  ])('is that of patients taken one by one: %s', (_, design, truth, counts, competes, most) => {
    const text = timedScenario({ design, truth, control: 0.85, total: 200 });
    const { columns, calendar, patientsOf } = simulate(text, 3);
    const { statistic, failures } = columns.times!;
    const drawn = seenBy(patientsOf(false, counts, competes, most), columns.course!.days[0]);
    expect(failures[0]).toBe(drawn.filter(({ failed }) => failed).length);
    expect(failures[0]).toBeGreaterThan(20);
    expect(statistic[0]).toBeCloseTo(naiveLogRank(drawn, 2.078), 9);
    expect(columns.passes[0]).toBe(statistic[0] >= 1.6448536269514722 ? 1 : 0);
    const atMargin = seenBy(patientsOf(true, counts, competes, most), columns.course!.days[0]);
    expect(columns.passesAtMargin[0]).toBe(naiveLogRank(atMargin, 2.078) >= 1.6448536269514722 ? 1 : 0);
    const last = calendar.enrolmentDays.at(-1)!;
    const delay = 'accrual' in design ? 60 : 0;
    expect(columns.course!.days[0]).toBeCloseTo(last + delay + 3 * DAYS_A_YEAR, 9);
  });

  it('of a composite counts what the claim says', () => {
    const claim = {
      endpoint: 'localControl',
      atYears: 3,
      countsAsFailure: ['death', 'metastasis'],
      twoSidedAlpha: 0.05,
      test: 'logRank',
    };
    const text = timedScenario({
      truth: { competing },
      design: { timeNonInferiority: undefined, timeSuperiority: claim },
      total: 150,
    });
    const { columns, patientsOf } = simulate(text, 0);
    const drawn = seenBy(patientsOf(false, ['death', 'metastasis'], []), columns.course!.days[0]);
    expect(columns.times!.failures[0]).toBe(drawn.filter(({ failed }) => failed).length);
    expect(columns.times!.statistic[0]).toBeCloseTo(naiveLogRank(drawn, 1), 9);
  });

  it('waits for its failures, or for the last day', () => {
    const events = (number: number) => ({ followUp: { events: { number, withinYears: 9 } } });
    const { columns, patientsOf } = simulate(
      timedScenario({ design: events(40), control: 0.85, total: 200 }),
      1,
    );
    expect(columns.times!.failures[0]).toBe(40);
    const patients = patientsOf(false, [], []);
    const days = patients
      .map(({ surgeryDay, failure }) => surgeryDay + failure * DAYS_A_YEAR)
      .sort((a, b) => a - b);
    expect(columns.course!.days[0]).toBe(days[39]);
    const late = simulate(timedScenario({ design: events(150), control: 0.85, total: 200 }), 1);
    expect(late.columns.course!.days[0]).toBe(9 * DAYS_A_YEAR);
    expect(late.columns.times!.failures[0]).toBeLessThan(150);
  });

  it('on a day of the calendar sees who has come by then', () => {
    const { columns, calendar } = simulate(
      timedScenario({ design: { followUp: { calendar: { years: 3 } } }, control: 0.7, total: 200 }),
      0,
    );
    expect(columns.course!.days[0]).toBe(3 * DAYS_A_YEAR);
    expect(columns.course!.enrolled[0]).toBe(
      calendar.enrolmentDays.filter((day) => day <= 3 * DAYS_A_YEAR).length,
    );
    expect(columns.course!.enrolled[0]).toBeLessThan(200);
  });

  it('without a failure says nothing and shows nothing, and the result says how often', async () => {
    const text = timedScenario({ control: 0.995, total: 40, simulation: { replicates: 300 } });
    const { result } = await runInline(text);
    const { times, operatingCharacteristics } = result.truths[0];
    expect(times!.withoutFailure.estimate).toBeGreaterThan(0.3);
    expect(operatingCharacteristics.power.estimate).toBeLessThan(1 - times!.withoutFailure.estimate + 1e-9);
    expect(result.warnings.join('\n')).toMatch(/sees no failure in .* of trials/);
  });
});

describe('looks at times', () => {
  const sequential = (extra: object = {}) => ({
    followUp: { events: { number: 60, withinYears: 30 } },
    groupSequential: { informationFractions: [0.5, 1], efficacy: { lanDeMetsObrienFleming: {} }, ...extra },
  });
  const text = (design: object) => timedScenario({ design, control: 0.8, total: 200 });

  it('come at their failures and stop at their bounds', () => {
    let stopped = 0;
    for (let replicate = 0; replicate < 40; replicate++) {
      const { columns, patientsOf } = simulate(text(sequential()), replicate);
      const patients = patientsOf(false, [], []);
      const days = patients
        .map(({ surgeryDay, failure }) => surgeryDay + failure * DAYS_A_YEAR)
        .sort((a, b) => a - b);
      const atLook = naiveLogRank(seenBy(patients, days[29]), 2.078);
      // One-sided 5 %: Lan–DeMets O’Brien–Fleming bounds at half and all of the information
      const stops = atLook >= 2.5379;
      const course = columns.course!;
      expect(course.stage[0]).toBe(stops ? 1 : 0);
      expect(course.days[0]).toBe(stops ? days[29] : days[59]);
      expect(columns.times!.failures[0]).toBe(stops ? 30 : 60);
      expect(columns.passes[0]).toBe(stops || columns.times!.statistic[0] >= 1.6625 ? 1 : 0);
      expect([...course.lookDays!].map(Number.isNaN)).toEqual([false, stops]);
      if (stops) stopped++;
    }
    expect(stopped).toBeGreaterThan(0);
    expect(stopped).toBeLessThan(40);
  });

  it('that never come leave the level to the last one', async () => {
    // Half of 300 planned failures are never seen: the end has all of the level, as a trial without looks
    const run = (design: object) =>
      runInline(timedScenario({ design, control: 0.8, total: 200, simulation: { replicates: 400 } }));
    const looks = { groupSequential: { ...sequential().groupSequential, plannedEvents: 199 } };
    const [withLooks, without] = [await run({ ...looks }), await run({})];
    const powerOf = ({ result }: typeof without) => result.truths[0].operatingCharacteristics.power.estimate;
    expect(powerOf(withLooks)).toBe(powerOf(without));
  });
});
