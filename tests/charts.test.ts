import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { replayTrial } from '../src/engine/replay-trial.ts';
import type { TrialStory } from '../src/engine/trial-story.ts';
import { lessonChart } from '../src/explorer/lesson-chart.ts';
import type { Picture } from '../src/explorer/lessons/definition.ts';
import { drawPng } from '../src/node/draw-png.ts';
import { aimCharts } from '../src/report/aim-charts/index.ts';
import { calibrationCharts } from '../src/report/calibration-charts/index.ts';
import type { ChartContent, ChartDefinition } from '../src/report/charts/definition.ts';
import { charts } from '../src/report/charts/index.ts';
import { comparisonCharts } from '../src/report/comparison-charts/index.ts';
import { escalationCharts } from '../src/report/escalation-charts/index.ts';
import { estimateCharts } from '../src/report/estimate-charts/index.ts';
import { exampleCharts } from '../src/report/example-charts/index.ts';
import { dataNames, fillChart, paramNames } from '../src/report/fill-chart.ts';
import { renderChart } from '../src/report/render-chart.ts';
import { sensitivityCharts } from '../src/report/sensitivity-charts/index.ts';
import { sizeCharts } from '../src/report/size-charts/index.ts';
import { sweepCharts } from '../src/report/sweep-charts/index.ts';
import { createTrial } from '../src/scenario/trial.ts';
import { BURDEN, BURDEN_WORLDS } from './engine/burden/burden-text.ts';
import { calibrationRecord } from './fixtures/calibration-record.ts';
import { chartTexts, textsAlone, textsMissing } from './fixtures/chart-texts.ts';
import { lettersMissing } from './fixtures/letters-missing.ts';
import { readPng } from './fixtures/read-png.ts';
import { runInline } from './fixtures/run-inline.ts';
import { readShipped } from './fixtures/scenario-text.ts';
import { sensitivityRecord } from './fixtures/sensitivity-record.ts';
import { effectsText, estimateOf } from './fixtures/shipped-effects.ts';
import { specSnapshot } from './fixtures/spec-snapshot.ts';
import { sweepInline } from './fixtures/sweep-inline.ts';
import { THREE_ARMS } from './fixtures/three-arms.ts';
import { makeAim } from './report/make-aim.ts';
import { makeEscalation } from './report/make-escalation.ts';
import { LOOKS, makeResult, TWO_ARMS } from './report/make-result.ts';
import { makeSizeResult, SIZED_TWO_ARMS } from './report/make-size-result.ts';
import { TIMED_LOOKS } from './report/times-texts.ts';

const LAYOUT = { plotWidth: 600, isNarrow: false, hasTitle: true };

/** A chart of any kind of report. */
type AnyChart = ChartDefinition<never>;

/** Makes a result the first time it is asked for. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The charts that need a trial with looks, several arms, or times of failure; the others need two arms. */
const OF_LOOKS = ['stopping-by-look'];
const OF_SEVERAL_ARMS = ['power-by-arm'];
const OF_TIMES = [
  'cumulative-incidence',
  'estimated-effect',
  'accrual-and-looks',
  'stopping-boundaries',
  'estimate-after-stopping',
];
/** The charts that need a scenario which states a burden. */
const OF_BURDEN = ['burden-by-arm', 'cost-effectiveness-plane', 'acceptability-curve'];
const chartsNamed = (fits: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(charts).filter(([name]) => fits(name)));
const storyOf = async (name: string): Promise<TrialStory> =>
  replayTrial(createTrial(readShipped(name).scenario), { truth: 'asPlanned', world: 0, replicate: 0 });
const swept = (...vary: string[]) =>
  once(() => sweepInline({ text: TWO_ARMS, vary, set: ['simulation.replicates=20', 'simulation.worlds=2'] }));
const { 'sweep-cells': cellsOfSweep, ...alongPath } = sweepCharts;
const { 'example-trial': exampleTrial, 'example-counts': exampleCounts, ...otherExamples } = exampleCharts;

const LESSON_PICTURE: Picture = {
  title: 'Two schedules are equal at 4 Gy',
  x: { label: 'α/β', unit: 'Gy' },
  y: { label: 'EQD2', unit: 'Gy' },
  series: [
    { name: '25 × 2 Gy', points: [1, 4, 10].map((gray) => [gray, 50] as const) },
    { name: '5 × 6 Gy', points: [1, 4, 10].map((gray) => [gray, (30 * (6 + gray)) / (2 + gray)] as const) },
  ],
  marks: [
    { axis: 'x', value: 4, label: 'equal' },
    { axis: 'x', value: 9.5, label: 'at the right' },
    { axis: 'y', value: 45, label: 'a level' },
  ],
};

/** Every kind of report: its charts, and a result that has something for each of them. */
const kinds: [charts: Record<string, AnyChart>, make: () => Promise<unknown>][] = [
  [
    chartsNamed((name) => ![...OF_LOOKS, ...OF_TIMES, ...OF_BURDEN, ...OF_SEVERAL_ARMS].includes(name)),
    () => makeResult(TWO_ARMS),
  ],
  [chartsNamed((name) => OF_LOOKS.includes(name)), () => makeResult(LOOKS)],
  [
    chartsNamed((name) => OF_SEVERAL_ARMS.includes(name)),
    once(async () => (await runInline(THREE_ARMS, 'simulation.replicates=300')).result),
  ],
  [chartsNamed((name) => OF_TIMES.includes(name)), once(() => makeResult(TIMED_LOOKS))],
  [chartsNamed((name) => OF_BURDEN.includes(name)), once(() => makeResult(BURDEN, BURDEN_WORLDS))],
  [estimateCharts, () => estimateOf(effectsText('fast'))],
  // A trial with looks has no picture of counts
  [{ 'example-trial': exampleTrial, ...otherExamples }, () => storyOf('hyport-sts')],
  [{ 'example-counts': exampleCounts }, () => storyOf('quick-start')],
  [alongPath, swept('truth.localControl.gamma50=1,2')],
  // Where no number varies there is nothing to run along
  [{ 'sweep-cells': cellsOfSweep }, swept('arms.experimental.schedule=5 x 6 Gy,5 x 5 Gy')],
  [calibrationCharts, once(() => calibrationRecord())],
  [sensitivityCharts, once(() => sensitivityRecord())],
  [aimCharts, once(() => makeAim())],
  [escalationCharts, once(() => makeEscalation({ 'simulation.replicates': 200 }))],
  [{ 'lesson-lines': lessonChart }, async () => LESSON_PICTURE],
  [
    comparisonCharts,
    once(async () => [
      { name: 'first', result: await makeResult(TWO_ARMS) },
      { name: 'second', result: await makeResult(TWO_ARMS, { 'design.perArm': 150 }) },
    ]),
  ],
  [sizeCharts, once(() => makeSizeResult(SIZED_TWO_ARMS))],
];
const all = kinds.flatMap(([registry, make]) =>
  Object.entries(registry).map(([name, definition]) => ({ name, definition, make })),
);

it('every specification in reports/ is a registered chart, and every chart has one', () => {
  const files = readdirSync(new URL('../reports', import.meta.url)).flatMap((file) =>
    file.endsWith('.vl.json') ? [file.replace('.vl.json', '')] : [],
  );
  expect(files.sort()).toEqual(all.map(({ name }) => name).sort());
});

describe.each(all)('chart $name', ({ name, definition, make }) => {
  let result: unknown;
  const contentOf = (): ChartContent => definition.content(result as never)!;
  beforeAll(async () => {
    result = await make();
  }, 60_000);

  it('has the fields of a definition', () => {
    expect(definition.summary).toMatch(/^[A-Zα].*\.$/);
    expect(definition.reference.length).toBeGreaterThan(5);
  });

  it('draws the specification of its name: Vega-Lite 6, named data only', () => {
    const file = JSON.parse(readFileSync(new URL(`../reports/${name}.vl.json`, import.meta.url), 'utf8'));
    expect(definition.spec).toEqual(file);
    expect(file.$schema).toBe('https://vega.github.io/schema/vega-lite/v6.json');
    expect(JSON.stringify(file)).not.toMatch(/"(?:values|url)":\s*(?:\[\s*\{|"http)/);
    expect(dataNames(file).size).toBeGreaterThan(0);
  });

  it('fills every data set and parameter, and no other', () => {
    const content = contentOf();
    expect(new Set(Object.keys(content.data))).toEqual(dataNames(definition.spec));
    expect(new Set(Object.keys(content.params))).toEqual(paramNames(definition.spec));
    const { [Object.keys(content.data)[0]]: _, ...fewer } = content.data;
    expect(() => fillChart(definition, { ...content, data: fewer }, LAYOUT)).toThrow(/disagree on data/);
    expect(() =>
      fillChart(definition, { ...content, params: { ...content.params, odd: 1 } }, LAYOUT),
    ).toThrow(/unknown odd/);
  });

  it('answers in a title and explains in a description', () => {
    const { title, description } = contentOf();
    expect(title).toMatch(/\d/);
    expect(title).not.toMatch(/\.$/);
    expect(description).toMatch(/\.$/);
  });

  it('leaves the result and the specification as they were', () => {
    const before = JSON.stringify([result, definition.spec]);
    fillChart(definition, contentOf(), LAYOUT);
    expect(JSON.stringify([result, definition.spec])).toBe(before);
  });

  it('is filled as when it was last looked at', async () => {
    const filled = fillChart(definition, contentOf(), LAYOUT);
    await expect(specSnapshot(filled)).toMatchFileSnapshot(`report/snapshots/${name}.vl.json`);
  });

  it('has its text in the picture, in letters that the font has', async () => {
    const { title, description } = contentOf();
    const svg = await renderChart(fillChart(definition, contentOf(), LAYOUT), {
      id: name,
      title,
      description,
    });
    const texts = chartTexts(svg);
    expect(texts.length).toBeGreaterThan(5);
    expect(lettersMissing(texts.map(({ said }) => said).join(''))).toEqual([]);
    expect(textsMissing(readPng(await drawPng(textsAlone(svg))), texts, 2)).toEqual([]);
  });
});
