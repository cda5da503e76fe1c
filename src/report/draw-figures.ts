import type { ChartDefinition } from './charts/definition.ts';
import { type ChartLayout, fillChart } from './fill-chart.ts';
import { type ChartLabel, compileChart, drawChart, renderChart, withoutTitle } from './render-chart.ts';

/** One rendered chart. */
export interface Figure {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** With its title in it, to stand alone. */
  readonly svg: string;
  /** The Vega-Lite specification with the data in it: as JSON it opens in the Vega editor. */
  readonly spec: object;
  /** Without a title, for a page that gives it one: for screens and paper, and for phones. */
  readonly inline: { readonly wide: string; readonly narrow: string };
}

/** For screens and paper it is the same but for the title. */
const ALONE: ChartLayout = { plotWidth: 600, isNarrow: false, hasTitle: true };
const NARROW: ChartLayout = { plotWidth: 275, isNarrow: true, hasTitle: false };

/**
 * Every chart of a registry for which the result has something, in the registry's order.
 *
 * @param suffix ends the figures' names where a document shows the same charts of several results
 */
export async function drawFigures<Result>(
  charts: Readonly<Record<string, ChartDefinition<Result>>>,
  result: Result,
  suffix = '',
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [chart, definition] of Object.entries(charts)) {
    const name = `${chart}${suffix}`;
    const content = definition.content(result);
    if (!content) continue;
    const { title, description } = content;
    const label = (id: string): ChartLabel => ({ id, title, description });
    const spec = fillChart(definition, content, ALONE);
    const alone = compileChart(spec, name);
    const narrow = fillChart(definition, content, NARROW);
    figures.push({
      name,
      title,
      description,
      // A copy, made before anything is drawn: Vega marks the rows that it draws
      spec: structuredClone(spec),
      svg: await drawChart(alone, label(name)),
      inline: {
        wide: await drawChart(withoutTitle(alone), label(`${name}-wide`)),
        narrow: await renderChart(narrow, label(`${name}-narrow`)),
      },
    });
  }
  return figures;
}
