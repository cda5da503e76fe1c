import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReplicateColumns, TimeColumns } from '../../src/engine/batch-result.ts';
import { createEstimateReader } from '../../src/engine/estimate-reader.ts';
import { findReplicates } from '../../src/engine/find-replicates.ts';
import { planBatches } from '../../src/engine/plan.ts';
import { replayTrial } from '../../src/engine/replay-trial.ts';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import { createColumns, createReplicateSimulator, succeeds } from '../../src/engine/simulate-replicates.ts';
import type { StoryClaim, TrialStory } from '../../src/engine/trial-story.ts';
import { tableColumns, tableRows } from '../../src/node/replicate-table.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial, endpointIndex, type Trial } from '../../src/scenario/trial.ts';
import { isTimeClaim } from '../../src/trial/claims/definition.ts';
import { enrolmentOrder } from '../../src/trial/enrolment-order.ts';
import { verdicts } from '../../src/trial/rules/definition.ts';
import { exampleText, readShipped, root } from '../fixtures/scenario-text.ts';
import { singleArmText } from '../fixtures/single-arm-text.ts';
import { timedStories } from '../fixtures/timed-stories.ts';

const names = readdirSync(join(root, 'scenarios'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -5));

/** What the columns say of an analysis of times. */
function expectSameTimes(told: StoryClaim, times: TimeColumns, at: number): void {
  const analysis = told.analyses.at(-1)!;
  const onScale = (value: number): number => (told.scale === 'hazardRatio' ? Math.exp(value) : value);
  expect(analysis.statistic).toBe(Number.isFinite(times.statistic[at]) ? times.statistic[at] : null);
  expect(told.estimate).toBe(Number.isFinite(times.estimate[at]) ? onScale(times.estimate[at]) : null);
  // Tests at one time count the failures until then alone
  const failures = told.control!.events + told.experimental.events;
  if (told.scale === 'hazardRatio') expect(failures).toBe(times.failures[at]);
  else expect(failures).toBeGreaterThanOrEqual(times.failures[at]);
}

/** What the columns of the simulator say of a row, and what the story says. */
function expectSame(trial: Trial, story: TrialStory, columns: ReplicateColumns, row: number): void {
  const { arms, design } = trial;
  const truthIndex = trial.truthNames.indexOf(story.truth);
  const { truth } = trial.truth(truthIndex);
  const width = truth.endpoints.length;
  design.claims.forEach((claim, k) => {
    const e = endpointIndex(truth, claim);
    const told = story.claims[k];
    const events = (arm: number): number => columns.events[(row * arms.length + arm) * width + e];
    const at = row * design.claims.length + k;
    const tested = claim.arm ?? arms.length - 1;
    expect(told.arm).toBe(claim.arm === undefined ? undefined : arms[tested].name);
    expect(told.outcome === 'passes').toBe(columns.passes[at] === 1);
    if (isTimeClaim(claim)) {
      expectSameTimes(told, columns.times!, at);
      return;
    }
    expect(told.experimental.events).toBe(claim.stratum ? columns.stratum!.events[at] : events(tested));
    expect(told.estimate).toBe(createEstimateReader(trial, truthIndex, claim)(columns, row));
    // Where an arm leaves at a look, the control stands as it was then
    const control = columns.course?.arms?.controlEvents[at] ?? events(0);
    if (arms.length > 1) expect(told.control!.events).toBe(control);
    if (!design.countsUnevaluableAsFailures && !claim.stratum)
      expect(told.experimental.size).toBe(columns.evaluable[row * arms.length + tested]);
    if (told.passingEvents && !design.isHierarchical) {
      const isInside = told.passingEvents.some(
        ({ from, to }) => from <= told.experimental.events && told.experimental.events <= to,
      );
      expect(isInside).toBe(told.outcome === 'passes');
    }
  });
  expect(story.decision.success).toBe(succeeds(columns, row, design));
  const { course } = columns;
  if (!course) return;
  expect(story.decision.enrolled).toBe(course.enrolled[row]);
  expect(story.decision.day ?? 0).toBe(course.days[row]);
  expect(story.decision.stop?.look ?? 0).toBe(course.stage[row]);
  expect(story.decision.stop?.verdict).toBe(verdicts[course.verdict[row] - 1]);
  if (!course.lookDays) return;
  const planned = course.lookDays.length / columns.rows;
  const days = course.lookDays.subarray(row * planned, (row + 1) * planned);
  for (const { number, day } of story.claims[0].analyses) expect(days[number - 1]).toBe(day ?? 0);
  // Of several arms the last one to leave has seen all looks
  const held = Math.max(...story.claims.map(({ analyses }) => analyses.length));
  expect(days.filter((day) => !Number.isNaN(day))).toHaveLength(held);
}

/** Replays some replicates alone and compares each with one simulator's columns. */
function expectReplays(trial: Trial, truth: number, replicates: readonly number[]): void {
  const known = trial.truth(truth);
  const columns = createColumns(trial, known.truth.endpoints.length, Math.max(...replicates) + 1);
  const simulator = createReplicateSimulator(trial, known, []);
  for (let row = 0; row < columns.rows; row++) simulator.simulate(0, row, columns, row);
  for (const replicate of replicates) {
    const story = replayTrial(trial, { truth: trial.truthNames[truth], world: 0, replicate });
    expectSame(trial, story, columns, replicate);
  }
}

describe('a replay is the trial that the run holds', () => {
  // A trial that aims at an estimate, or climbs a ladder, makes no claim to tell of
  const claiming = names.filter((name) => {
    const { estimate, escalation } = readShipped(name).scenario.design;
    return !estimate && !escalation;
  });
  it.each(claiming)('%s: first and last truth', (name) => {
    const trial = createTrial(readShipped(name).scenario);
    expectReplays(trial, 0, [0, 1, 2, 3, 4, 5, 25]);
    expectReplays(trial, trial.truthNames.length - 1, [0, 7, 13]);
  });

  it('HYPORT-STS, 300 trials at 45 % wounds, of which most stop', () => {
    const trial = createTrial(readShipped('hyport-sts').scenario);
    expectReplays(
      trial,
      trial.truthNames.indexOf('rate45'),
      Array.from({ length: 300 }, (_, i) => i),
    );
  });

  it.each([
    ['stops for futility, without accrual', {}],
    ['unevaluable patients dropped', { unevaluable: 0.15 }],
    ['unevaluable patients as failures', { unevaluable: 0.15, analysisSet: 'intentionToTreat' }],
    ['accrual', { accrual: '{ perMonth: 3 }' }],
    ['accrual that pauses', { accrual: '{ perMonth: 3, pausesAtLooks: true, pattern: even }' }],
  ])('a Simon design: %s', (_, design) => {
    const trial = createTrial(readScenario(singleArmText(design), 'x').scenario);
    expectReplays(
      trial,
      0,
      Array.from({ length: 40 }, (_, i) => i),
    );
  });

  it.each(['perProtocol', 'intentionToTreat'])('a claim about one stratum: %s', (analysisSet) => {
    const text = `isoeffect: 1
title: a stratum
seed: a stratum
arms: { experimental: { schedule: 25 x 2 Gy } }
truth:
  cohort: { heterogeneity: { lowerLimb: { bernoulli: 0.6 } } }
  woundComplication: { model: logistic, alphaBetaGy: 10, intercept: -1, oddsRatios: { lowerLimb: 2 } }
design:
  perArm: 60
  unevaluable: 0.1
  analysisSet: ${analysisSet}
  singleArm: { endpoint: woundComplication, withinDays: 120, nullRate: 0.55, oneSidedAlpha: 0.05, test: exactBinomial, stratum: { lowerLimb: 1 } }
simulation: { replicates: 100 }
`;
    expectReplays(
      createTrial(readScenario(text, 'x').scenario),
      0,
      Array.from({ length: 20 }, (_, i) => i),
    );
  });

  it.each(Object.keys(timedStories))('looks of two arms and claims on times: %s', (name) => {
    const trial = createTrial(readScenario(timedStories[name], 'x').scenario);
    expectReplays(
      trial,
      0,
      Array.from({ length: 12 }, (_, i) => i),
    );
  });

  it('replicate 19,999 of 20,000 replays alone', () => {
    const trial = createTrial(readShipped('hyport-sts').scenario);
    const run = createBatchRunner(trial.scenario)({ kind: 'replicates', truth: 4, from: 19_968, to: 20_000 });
    if (run.kind !== 'replicates') throw new Error('no replicates');
    expectSame(trial, replayTrial(trial, { truth: 'rate55', world: 0, replicate: 19_999 }), run.columns, 31);
  });

  it('in a world, with the patients of that world', () => {
    const trial = createTrial(readShipped('hyport-sts').scenario);
    const known = trial.truthInWorld(trial.drawWorld(5));
    const columns = createColumns(trial, 1, 4);
    const simulator = createReplicateSimulator(trial, known, []);
    for (let replicate = 0; replicate < 4; replicate++) {
      simulator.simulate(5, replicate, columns, replicate);
      const story = replayTrial(trial, { truth: 'asPlanned', world: 5, replicate });
      expectSame(trial, story, columns, replicate);
    }
  });

  it('and agrees with replicates.csv, cell by cell', () => {
    const { scenario } = readShipped('hyport-sts', 'simulation.replicates=12');
    const trial = createTrial(scenario);
    const batches = planBatches(scenario).filter(({ kind }) => kind === 'replicates');
    const runBatch = createBatchRunner(scenario);
    const header = tableColumns(trial).map(({ name }) => name);
    for (const row of tableRows(trial, batches, (index) => runBatch(batches[index]))) {
      const cell = (name: string) => row[header.indexOf(name)];
      const story = replayTrial(trial, {
        truth: String(cell('truth')),
        world: Number(cell('world')),
        replicate: Number(cell('replicate')),
      });
      const look = story.looks.at(-1)!;
      const [claim] = story.claims;
      expect([
        claim.experimental.size,
        claim.experimental.events,
        claim.estimate,
        claim.outcome === 'passes' ? 1 : 0,
        story.decision.enrolled,
        look.verdict ? look.patients : null,
        look.verdict,
        story.decision.day,
        story.decision.success ? 1 : 0,
      ]).toEqual(
        [
          'experimental.evaluable',
          'experimental.woundComplication.events',
          'woundComplication.estimate',
          'woundComplication.passes',
          'enrolled',
          'stoppedAt',
          'verdict',
          'days',
          'success',
        ].map(cell),
      );
    }
  });
});

describe('a story hangs together', () => {
  const hyport = createTrial(readShipped('hyport-sts').scenario);
  const stories = Array.from({ length: 60 }, (_, replicate) =>
    replayTrial(hyport, { truth: 'rate45', world: 0, replicate }),
  );

  it('counts at a look are those of its patients, known by its day', () => {
    for (const { looks, patients } of stories) {
      for (const { patients: size, events, day, enrolled } of looks) {
        const counted = patients.slice(0, size).map(({ outcomes }) => outcomes.woundComplication!);
        expect(counted.filter(({ analysed }) => analysed)).toHaveLength(events);
        expect(Math.max(...counted.map(({ knownDay }) => knownDay!))).toBe(day);
        expect(patients.filter(({ enrolledDay }) => enrolledDay! <= day!)).toHaveLength(enrolled);
      }
    }
  });

  it('the trial goes on below the counts that stop it, and stops at them', () => {
    const all = stories.flatMap(({ looks }) => looks);
    expect(all.some(({ verdict }) => verdict === 'harm')).toBe(true);
    for (const { events, stopsAt, verdict } of all) {
      const stop = stopsAt.find(({ from, to }) => from <= events && events <= to);
      expect(stop?.verdict ?? null).toBe(verdict);
    }
    // P(rate > 35 % | 6 of 10, Beta(0.7, 1.3)) = 0.9383 and | 7 of 10 = 0.9842
    expect(stories[0].looks[0].stopsAt).toEqual([{ verdict: 'harm', from: 7, to: 10 }]);
  });

  it.each(['perProtocol', 'intentionToTreat'])(
    'unevaluable patients are left out, or failures: %s',
    (analysisSet) => {
      const text = singleArmText({ unevaluable: 0.3, analysisSet });
      const trial = createTrial(readScenario(text, 'x').scenario);
      for (let replicate = 0; replicate < 20; replicate++) {
        const { patients, claims } = replayTrial(trial, { truth: 'asPlanned', world: 0, replicate });
        const analysed = patients.map(({ outcomes }) => outcomes.localControl!.analysed);
        expect(claims[0].experimental).toEqual({
          events: analysed.filter((event) => event).length,
          size: analysed.filter((event) => event !== null).length,
        });
      }
    },
  );

  it('a pause is in the days of those enrolled after it', () => {
    const text = singleArmText({ accrual: '{ perMonth: 30.4375, pausesAtLooks: true, pattern: even }' });
    const trial = createTrial(readScenario(text, 'x').scenario);
    const replicate = findReplicates(trial, { truth: 'asPlanned', world: 0 }, ['success'], 100).success!;
    const { patients, looks, decision } = replayTrial(trial, { truth: 'asPlanned', world: 0, replicate });
    // One patient a day; the look at the ninth waits a year for its outcome
    expect(patients.slice(7, 11).map(({ enrolledDay }) => enrolledDay)).toEqual([8, 9, 375.25, 376.25]);
    expect(looks).toMatchObject([{ day: 374.25, enrolled: 9, verdict: null }]);
    expect(decision.day).toBeCloseTo(24 + 2 * 365.25, 9);
  });

  it('names the looks that too few evaluable patients left out', () => {
    const text = singleArmText({ unevaluable: 0.6 });
    const trial = createTrial(readScenario(text, 'x').scenario);
    const unheld = Array.from({ length: 40 }, (_, replicate) =>
      replayTrial(trial, { truth: 'asPlanned', world: 0, replicate }),
    ).filter(({ looks }) => looks.length === 0);
    expect(unheld.length).toBeGreaterThan(3);
    for (const { looksNotReached } of unheld) expect(looksNotReached).toEqual([9]);
  });

  it('patients come in the order of their randomisation', () => {
    const trial = createTrial(readShipped('pace-b-centres').scenario);
    const known = trial.truth(0);
    const columns = createColumns(trial, known.truth.endpoints.length, 1);
    createReplicateSimulator(trial, known, []).simulate(0, 3, columns, 0);
    const { patients } = replayTrial(trial, { truth: 'asPlanned', world: 0, replicate: 3 });
    const sizes = trial.arms.map(({ name }) => patients.filter(({ arm }) => arm === name).length);
    expect(sizes).toEqual(Array.from(columns.sizes!));
    const order = Array.from(enrolmentOrder(sizes), (arm) => trial.arms[arm].name);
    expect(patients.map(({ arm }) => arm)).not.toEqual(order);
  });

  it('arms grow in proportion, to their sizes', () => {
    expect([...enrolmentOrder([2, 4])]).toEqual([1, 0, 1, 1, 0, 1]);
    const order = Array.from(enrolmentOrder([75, 30, 45]));
    expect([0, 1, 2].map((arm) => order.filter((a) => a === arm).length)).toEqual([75, 30, 45]);
  });

  it('the same twice, and plain data', () => {
    const again = replayTrial(hyport, { truth: 'rate45', world: 0, replicate: 7 });
    expect(JSON.parse(JSON.stringify(again))).toEqual(stories[7]);
  });
});

describe('which replicate', () => {
  const trial = createTrial(readScenario(exampleText, 'x').scenario);
  const planned = { truth: 'asPlanned', world: 0 };

  it('the first of each kind, and no earlier one', () => {
    const found = findReplicates(trial, planned, ['success', 'failure'], 200);
    const outcomes = Array.from(
      { length: Math.max(found.success!, found.failure!) + 1 },
      (_, replicate) => replayTrial(trial, { ...planned, replicate }).decision.success,
    );
    expect(outcomes.indexOf(true)).toBe(found.success);
    expect(outcomes.indexOf(false)).toBe(found.failure);
  });

  it('none where there is none among so many', () => {
    expect(findReplicates(trial, planned, ['stopped'], 50)).toEqual({});
  });

  it('a world is the truth as planned with what it drew', () => {
    const { values, world } = replayTrial(trial, { truth: 'asPlanned', world: 3, replicate: 0 });
    expect(world).toBe(3);
    expect(Object.entries(values)).toEqual(trial.drawWorld(3));
  });

  it('refuses what there is not', () => {
    expect(() => replayTrial(trial, { truth: 'nature', world: 0, replicate: 0 })).toThrow(
      /invalid truth: nature/,
    );
    const other = { truth: trial.truthNames[1], world: 2, replicate: 0 };
    expect(() => replayTrial(trial, other)).toThrow('invalid world: 2 (worlds are draws about asPlanned)');
  });
});
