import { type AnyResult, isAimResult, isClaimsResult } from '../engine/any-result.ts';
import { aimCharts } from '../report/aim-charts/index.ts';
import type { ChartDefinition } from '../report/charts/definition.ts';
import { chartsOf } from '../report/charts-of.ts';
import { comparisonCharts } from '../report/comparison-charts/index.ts';
import { escalationCharts } from '../report/escalation-charts/index.ts';
import { type ChartLayout, fillChart } from '../report/fill-chart.ts';
import type { NamedResult } from '../report/named-result.ts';
import { renderChart } from '../report/render-chart.ts';
import { renderReport } from '../report/render-report.ts';
import { type Comparison, compareSettings } from './compare-settings.ts';
import { lessonChart } from './lesson-chart.ts';
import type { Picture as LessonPicture } from './lessons/definition.ts';

/** A chart as a page shows it. */
export interface Picture {
  readonly name: string;
  /** The answer that it gives. */
  readonly title: string;
  readonly description: string;
  /** Without its title. */
  readonly svg: string;
  /** The Vega-Lite specification with its data. */
  readonly spec: object;
}

/** Draws for a page; knows no page. */
export interface Studio {
  /** Names of the charts that a result may have something for: those that move as simulation goes on, then those that show what was put in. */
  chartNames(result: AnyResult): string[];
  /** A chart of a report; undefined where the result has nothing for it. */
  draw(result: AnyResult, name: string, plotWidth: number): Promise<Picture | undefined>;
  /** The picture of a step of a lesson. */
  drawLesson(lesson: LessonPicture, plotWidth: number): Promise<Picture>;
  /** The report as one HTML file. */
  report(result: AnyResult): Promise<string>;
  /** Results side by side. */
  drawComparison(results: readonly NamedResult[], plotWidth: number): Promise<Picture[]>;
  compare(results: readonly NamedResult[]): Comparison;
}

/** Below it legends run down rather than across. */
const NARROW_PIXELS = 400;

async function picture<Result>(
  name: string,
  definition: ChartDefinition<Result>,
  result: Result,
  plotWidth: number,
): Promise<Picture | undefined> {
  const content = definition.content(result);
  if (!content) return undefined;
  const layout: ChartLayout = { plotWidth, isNarrow: plotWidth < NARROW_PIXELS, hasTitle: false };
  const spec = fillChart(definition, content, layout);
  const { title, description } = content;
  // A copy, made before anything is drawn: Vega marks the rows that it draws
  const plain = structuredClone(spec);
  const svg = await renderChart(spec, { id: name, title, description });
  return { name, title, description, svg, spec: plain };
}

type Registry = Readonly<Record<string, ChartDefinition<never>>>;

/** The charts that can show a result, in the order of its report. */
function registryFor(result: AnyResult): Registry {
  if (isClaimsResult(result)) return chartsOf(result);
  return isAimResult(result) ? aimCharts : escalationCharts;
}

/** The studio of a page. */
export const studio: Studio = {
  chartNames: (result) => {
    const charts = Object.entries(registryFor(result));
    const moving = charts.filter(([, { showsInput }]) => !showsInput);
    return [...moving, ...charts.filter(([, { showsInput }]) => showsInput)].map(([name]) => name);
  },
  draw: async (result, name, plotWidth) => {
    const definition = registryFor(result)[name];
    if (!definition) throw new RangeError(`no chart of this result: ${name}`);
    return picture(name, definition, result as never, plotWidth);
  },
  drawLesson: async (lesson, plotWidth) => {
    const drawn = await picture('lesson', lessonChart, lesson, plotWidth);
    if (!drawn) throw new RangeError('invalid picture: it has no points');
    return drawn;
  },
  report: async (result) => (await renderReport(result)).html,
  drawComparison: async (results, plotWidth) => {
    const pictures: Picture[] = [];
    for (const [name, definition] of Object.entries(comparisonCharts)) {
      const drawn = await picture(name, definition, results, plotWidth);
      if (drawn) pictures.push(drawn);
    }
    return pictures;
  },
  compare: compareSettings,
};
