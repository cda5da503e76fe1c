import { describe, expect, it } from 'vitest';
import { findReplicates, type ReplicateKind } from '../../src/engine/find-replicates.ts';
import { replayTrial } from '../../src/engine/replay-trial.ts';
import type { TrialStory } from '../../src/engine/trial-story.ts';
import { drawFigures } from '../../src/report/draw-figures.ts';
import { exampleCharts } from '../../src/report/example-charts/index.ts';
import { exampleText } from '../../src/report/example-text.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial, type Trial } from '../../src/scenario/trial.ts';
import { differenceScore } from '../../src/trial/difference-score.ts';
import { timedStories } from '../fixtures/timed-stories.ts';

const DAYS_A_YEAR = 365.25;
const place = { truth: 'asPlanned', world: 0 };
const trials: Readonly<Record<string, Trial>> = Object.fromEntries(
  Object.entries(timedStories).map(([name, text]) => [name, createTrial(readScenario(text, 'x').scenario)]),
);
const names = Object.keys(trials);
const replay = (name: string, replicate: number): TrialStory =>
  replayTrial(trials[name], { ...place, replicate });
const tell = (name: string, kind: ReplicateKind): TrialStory =>
  replay(name, findReplicates(trials[name], place, [kind], 200)[kind]!);
const textOf = (story: TrialStory): string => exampleText(story).join('\n').replace(/\s+/g, ' ');
const several = (name: string): TrialStory[] => Array.from({ length: 12 }, (_, i) => replay(name, i));

describe('a trial with looks of two arms, or claims on times, in words', () => {
  it.each(names)('%s: within 100 columns, without a hole, in plain data', (name) => {
    for (const story of several(name).slice(0, 4)) {
      const lines = exampleText(story);
      expect(lines.filter((line) => line.length > 100)).toEqual([]);
      expect(lines.join('\n')).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
      expect(JSON.parse(JSON.stringify(story))).toEqual(story);
    }
  });

  it('tells each look with its score, its bounds and the ratio of hazards', () => {
    const story = tell('looksAtTimes', 'stopped');
    const { analyses } = story.claims[0];
    const text = textOf(story);
    for (const { number, statistic, efficacyBound, estimate } of analyses)
      expect(text).toMatch(
        new RegExp(
          `Look ${number} \\(month .*z = ${statistic!.toFixed(2).replace('-', '−')}, efficacy from ${efficacyBound!.toFixed(2)}, futility below .*hazard ratio ${Number(estimate!.toPrecision(3))} \\(90 % interval`,
        ),
      );
    // Half of 60 failures at a one-sided 5 %: Lan–DeMets O’Brien–Fleming
    expect(analyses[0].efficacyBound).toBeCloseTo(2.538, 3);
    expect(text).toContain(`is stopped for ${story.decision.stop!.verdict} in month`);
    expect(text).toContain('6 a month, the pace rising over 12 months.');
    expect(text).toContain(`look ${story.decision.stop!.look} decides: it`);
  });

  it('tells the last analysis with what it needed, who was lost and who died first', () => {
    const text = textOf(tell('competing', 'failure'));
    expect(text).toMatch(
      /\d+ local failures, \d+ metastases counted as failure; \d+ died first; \d+ were lost/,
    );
    expect(text).toMatch(/difference of control [+−]?\d+\.\d percentage points \(95 % interval/);
    expect(text).toContain('needs 1.96: it fails.');
  });

  it('names a look that never came, and data that say nothing', () => {
    expect(textOf(replay('looksPassedOver', 0))).toContain(
      'The last analysis comes before the look at 75 failures.',
    );
    const text = textOf(replay('withoutFailure', 0));
    expect(text).toContain('nobody has failed');
    expect(text).toContain('no hazard ratio can be estimated');
    expect(text).toContain('it fails.');
  });

  it('tells looks at counts, and who came beyond them', () => {
    const text = textOf(tell('looksAtCounts', 'stopped'));
    expect(text).toContain('10 a month, once all 12 centres are open, 1 more each month.');
    expect(text).toMatch(/Look 1 \(month .*: \d+ patients, local control: control \d+ of \d+ .*difference/);
    expect(text).toMatch(/\d+ more patients are enrolled than the \d+ that the look counts\./);
  });
});

describe('the story of such a trial hangs together', () => {
  it.each(names)('%s: verdicts are those of scores and bounds', (name) => {
    for (const { claims, decision } of several(name)) {
      const [{ analyses, outcome }] = claims;
      for (const { statistic, efficacyBound, futilityBound, isLast, verdict } of analyses) {
        if (statistic === null) continue;
        // A score found by halving lies within 16 · 2⁻³⁰ below the one at which the test rejects
        const shown = efficacyBound !== null && statistic >= efficacyBound - 1e-7;
        const given = !shown && futilityBound !== null && statistic < futilityBound - 1e-7;
        expect(verdict).toBe(shown ? 'efficacy' : given && !isLast ? 'futility' : null);
      }
      expect(outcome).toBe(analyses.at(-1)!.verdict === 'efficacy' ? 'passes' : 'fails');
      expect(decision.stop === null).toBe(analyses.at(-1)!.isLast);
    }
  });

  it('the score of counts is that of their test', () => {
    for (const { claims } of several('looksAtCounts'))
      for (const { control, experimental, statistic } of claims[0].analyses) {
        const counts = {
          controlSuccesses: control.events,
          controlSize: control.size,
          experimentalSuccesses: experimental.events,
          experimentalSize: experimental.size,
        };
        expect(statistic).toBeCloseTo(differenceScore(counts, 0.1), 7);
      }
  });

  it.each(['times', 'looksAtTimes', 'competing'])('%s: patients add up to the analysis', (name) => {
    for (const { patients, claims, decision } of several(name)) {
      const { control, experimental, day } = claims[0].analyses.at(-1)!;
      for (const [arm, counted] of [
        ['control', control],
        ['experimental', experimental],
      ] as const) {
        const seen = patients.filter((p) => p.arm === arm).flatMap(({ observation }) => observation ?? []);
        const count = (key: 'counts' | 'end', value: string) =>
          seen.filter((one) => one[key] === value).length;
        expect(counted).toEqual({
          events: count('counts', 'failure'),
          size: seen.length,
          competing: count('counts', 'competing'),
          lost: count('end', 'lost'),
        });
      }
      for (const { observation, enrolledDay, evaluable, outcomes } of patients) {
        expect(outcomes.localControl!.analysed).toBeNull();
        if (!observation) continue;
        expect(evaluable).toBe(true);
        expect(observation.day).toBeLessThanOrEqual(day! + 1e-6);
        expect(observation.day).toBeGreaterThanOrEqual(enrolledDay!);
        if (observation.end === 'analysis') expect(observation.day).toBeCloseTo(day!, 6);
        if (observation.end === 'followUp') expect(observation.years).toBe(3);
      }
      expect(day).toBe(decision.day);
    }
  });

  it('a failure in the truth of a patient is one to the analysis if it is seen', () => {
    for (const { patients } of several('times'))
      for (const { observation, outcomes } of patients)
        if (observation!.end === 'failure' && observation!.years <= 3)
          expect(outcomes.localControl!.event).toBe(false);
        else if (observation!.years > 3) expect(outcomes.localControl!.event).toBe(true);
  });

  it('failures come on the day of the look that waits for them', () => {
    for (const { claims } of several('looksAtTimes'))
      for (const { number, isLast, control, experimental, day } of claims[0].analyses) {
        if (!isLast) expect(control.events + experimental.events).toBe([30, 45][number - 1]);
        expect(day).toBeLessThanOrEqual(9 * DAYS_A_YEAR);
      }
  });

  it.each(['looksAtTimes', 'looksAtCounts', 'looksAtOnce'])('%s: one of each kind is found', (name) => {
    const found = findReplicates(trials[name], place, ['success', 'failure', 'stopped'], 200);
    expect(replay(name, found.success!).decision.success).toBe(true);
    expect(replay(name, found.failure!).decision.success).toBe(false);
    expect(replay(name, found.stopped!).decision.stop).not.toBeNull();
  });
});

describe('such a trial drawn', () => {
  it.each(names)('%s as example-trial alone, without a hole', async (name) => {
    const story = replay(name, 0);
    const figures = await drawFigures(exampleCharts, story);
    expect(figures.map((figure) => figure.name)).toEqual(['example-trial']);
    for (const { svg, inline } of figures)
      for (const drawn of [svg, inline.wide, inline.narrow])
        expect(drawn).not.toMatch(/NaN|undefined|Infinity|\[object|>null</);
  });

  it('failures of each arm end at those of the analysis, looks stand at their months', () => {
    const story = tell('looksAtTimes', 'success');
    const [{ analyses }] = story.claims;
    const { panels } = exampleCharts['example-trial'].content(story)!.data;
    for (const [series, { events }] of [
      ['failure in control', analyses.at(-1)!.control],
      ['failure in experimental', analyses.at(-1)!.experimental],
    ] as const)
      expect(panels.filter((row) => row.series === series).at(-1)!.count).toBe(events);
    const passed = analyses.filter(({ isLast, verdict }) => !isLast && verdict === null);
    expect(panels.filter(({ kind }) => kind === 'look').map(({ x }) => x)).toEqual(
      passed.map(({ day }) => Number((day! / 30.4375).toPrecision(6))),
    );
  });
});
