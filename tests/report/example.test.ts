import { describe, expect, it } from 'vitest';
import { findReplicates, type ReplicateKind } from '../../src/engine/find-replicates.ts';
import { replayTrial } from '../../src/engine/replay-trial.ts';
import type { TrialStory } from '../../src/engine/trial-story.ts';
import { drawFigures } from '../../src/report/draw-figures.ts';
import { exampleCharts } from '../../src/report/example-charts/index.ts';
import { exampleSteps } from '../../src/report/example-steps.ts';
import { exampleText } from '../../src/report/example-text.ts';
import { headline, rangeWords } from '../../src/report/example-words.ts';
import { spacedLabels } from '../../src/report/spaced-labels.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { readShipped, statedRates } from '../fixtures/scenario-text.ts';
import { singleArmText } from '../fixtures/single-arm-text.ts';

const tell = (
  trial: ReturnType<typeof createTrial>,
  kind: ReplicateKind,
  truth = 'asPlanned',
): TrialStory => {
  const { [kind]: replicate } = findReplicates(trial, { truth, world: 0 }, [kind], 300);
  return replayTrial(trial, { truth, world: 0, replicate: replicate! });
};
const live = (text: string) => createTrial(readScenario(text, 'x').scenario);
const hyport = createTrial(readShipped('hyport-sts').scenario);
const claim = '{ endpoint: localControl, atYears: 2, margin: 0.1, oneSidedAlpha: 0.05, test: wald }';
const twoArms = statedRates({ control: 0.9, experimental: 0.9 }, claim, 80);

const stories: Record<string, TrialStory> = {
  stopped: tell(hyport, 'stopped', 'rate45'),
  completed: tell(hyport, 'success'),
  simon: tell(live(singleArmText()), 'stopped'),
  efficacy: tell(live(singleArmText().replace('[0] }', '[0], successesAtLeast: [3] }')), 'success'),
  pauses: tell(
    live(singleArmText({ accrual: '{ perMonth: 2, pausesAtLooks: true }', unevaluable: 0.2 })),
    'success',
  ),
  counts: tell(live(twoArms), 'failure'),
  accrual: tell(
    live(twoArms.replace('perArm: 80', 'perArm: 80\n  unevaluable: 0.1\n  accrual: { perMonth: 5 }')),
    'success',
  ),
};
const textOf = (story: TrialStory): string => exampleText(story).join('\n').replace(/\s+/g, ' ');

describe('a trial in words', () => {
  it.each(Object.keys(stories))('%s: within 100 columns, without a hole', (name) => {
    const lines = exampleText(stories[name]);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
  });

  it('says what stopped it, beside what would have', () => {
    const { stopped } = stories;
    const last = stopped.looks.at(-1)!;
    const { from } = last.stopsAt[0];
    expect(textOf(stopped)).toContain(
      `${last.events} of ${last.patients} with wound complications; ${from} or more stop it for harm: it stops.`,
    );
    expect(textOf(stopped)).toContain(`stopped for harm at look ${last.number}; the trial fails.`);
    expect(headline(stopped)).toContain(`${stopped.decision.enrolled} of 120 patients are enrolled`);
  });

  it('says what each claim needed', () => {
    const [{ experimental, passingEvents }] = stories.counts.claims;
    const { from, to } = passingEvents![0];
    expect(to).toBe(80);
    expect(experimental.events).toBeLessThan(from);
    expect(textOf(stories.counts)).toContain(`experimental needs ${from} or more of 80: it fails.`);
    expect(textOf(stories.simon)).toContain('0 of 9 with local control; 0 stops it for futility: it stops.');
    expect(textOf(stories.efficacy)).toContain('stopped for efficacy at look 1; the trial succeeds.');
  });

  it.each([
    [{ from: 7, to: 10 }, '7 or more'],
    [{ from: 0, to: 3 }, '3 or fewer'],
    [{ from: 0, to: 0 }, '0'],
    [{ from: 2, to: 5 }, '2 to 5'],
    [{ from: 0, to: 10 }, 'any number'],
  ])('%j of 10 is %s', (range, words) => {
    expect(rangeWords(range, 10)).toBe(words);
  });

  it('tells sixteen of many looks, and how many more there were', () => {
    const story = tell(
      live(
        singleArmText().replace(
          'looks: [9], successesAtMost: [0]',
          `looks: { every: 1 }, failuresAtLeast: [${Array.from({ length: 24 }, (_, i) => (i < 23 ? 25 : 24))}]`,
        ),
      ),
      'success',
    );
    expect(textOf(story)).toContain('Look 8: ');
    expect(textOf(story)).toContain('- 8 more looks, at each of which it goes on. - Look 17: ');
    expect(textOf(story)).toContain('no number stops it');
  });
});

describe('a trial drawn', () => {
  it.each([
    ['stopped', 'example-trial'],
    ['completed', 'example-trial'],
    ['simon', 'example-trial'],
    ['efficacy', 'example-trial'],
    ['pauses', 'example-trial'],
    ['counts', 'example-counts'],
    ['accrual', 'example-trial,example-counts'],
  ])('%s as %s, without a warning and without a hole', async (name, charts) => {
    const figures = await drawFigures(exampleCharts, stories[name], '-7');
    expect(figures.map((figure) => figure.name).join()).toBe(charts.replace(/(\w)(?=,|$)/g, '$1-7'));
    for (const { svg, inline } of figures)
      for (const drawn of [svg, inline.wide, inline.narrow])
        expect(drawn).not.toMatch(/NaN|undefined|Infinity|\[object|>null</);
  });

  it('labels the looks beside their rules, and the decision', () => {
    const { panels } = exampleCharts['example-trial'].content(stories.stopped)!.data;
    const last = stories.stopped.looks.at(-1)!;
    expect(panels.filter(({ kind }) => kind === 'look')).toHaveLength(stories.stopped.looks.length - 1);
    expect(panels.find(({ kind }) => kind === 'decision')!.wide).toBe(
      `stopped for harm: ${last.events} of ${last.patients}`,
    );
    expect(panels.filter(({ kind }) => kind === 'bound')).toHaveLength(stories.stopped.looks.length);
  });

  it.each(['stopped', 'completed', 'pauses', 'simon', 'accrual'])(
    '%s: lines end at the counts of the decision',
    (name) => {
      const story = stories[name];
      const [{ endpoint, experimental, control }] = story.claims;
      const { enrolled, known, events } = exampleSteps(story, endpoint);
      expect(events).toHaveLength(experimental.events + (control?.events ?? 0));
      if (story.accrual === null) return;
      expect(known).toHaveLength(experimental.size + (control?.size ?? 0));
      expect(enrolled).toHaveLength(story.decision.enrolled);
    },
  );

  it('leaves out labels that would touch', () => {
    expect(spacedLabels([1, 1.5, 3, 4.2, 9.5], 1, 10)).toEqual([true, false, true, true, false]);
  });
});
