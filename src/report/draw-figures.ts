import type { ChartDefinition } from './charts/definition.ts';
import { type ChartLayout, fillChart } from './fill-chart.ts';
import { type ChartLabel, renderChart } from './render-chart.ts';

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

const ALONE: ChartLayout = { plotWidth: 600, isNarrow: false, hasTitle: true };
const WIDE: ChartLayout = { plotWidth: 600, isNarrow: false, hasTitle: false };
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
    const draw = (layout: ChartLayout, id: string): Promise<string> => {
      const label: ChartLabel = { id, title, description };
      return renderChart(fillChart(definition, content, layout), label);
    };
    figures.push({
      name,
      title,
      description,
      svg: await draw(ALONE, name),
      // A copy: Vega marks the rows that it draws
      spec: structuredClone(fillChart(definition, content, ALONE)),
      inline: { wide: await draw(WIDE, `${name}-wide`), narrow: await draw(NARROW, `${name}-narrow`) },
    });
  }
  return figures;
}
