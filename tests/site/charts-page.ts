import { aimCharts } from '../../src/report/aim-charts/index.ts';
import { charts } from '../../src/report/charts/index.ts';
import type { Figure } from '../../src/report/draw-figures.ts';
import { escalationCharts } from '../../src/report/escalation-charts/index.ts';
import { exampleCharts } from '../../src/report/example-charts/index.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { shippedNames, shippedResult } from '../fixtures/shipped-results.ts';
import { asItStands, plainMarkdown } from './plain-markdown.ts';

/** Scenarios that are looked at before the others: a chart is taken from the first whose report shows it. */
const FIRST = [
  'quick-start',
  'scopes-ii',
  'burden-5x6',
  'hyport-adjuvant',
  'chhip-three-arms',
  'alpha-beta-precision',
  'five-fraction-ladder',
];

const LIMIT = { replicates: 2000, worlds: 500 };

const sections: readonly (readonly [
  title: string,
  registry: Readonly<Record<string, { summary: string }>>,
])[] = [
  ['Of a trial', charts],
  ['Of α/β as the aim', aimCharts],
  ['Of dose escalation', escalationCharts],
  ['Of one simulated trial', exampleCharts],
];

/** A page, and the pictures that stand beside it by their file names. */
export interface PageWithPictures {
  readonly text: string;
  readonly pictures: Readonly<Record<string, string>>;
}

/** A chart, and the scenario that it is taken from. */
interface Found {
  readonly scenario: string;
  readonly figure: Figure;
}

/** Every chart of these names, by name. @throws Error if a chart is in no report of a shipped scenario */
async function findCharts(names: readonly string[]): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>();
  for (const scenario of new Set([...FIRST, ...shippedNames])) {
    if (names.every((name) => found.has(name))) return found;
    const { figures } = await renderReport(await shippedResult(scenario, LIMIT));
    for (const figure of figures) {
      const chart = figure.name.replace(/-\d+$/, '');
      if (!found.has(chart)) found.set(chart, { scenario, figure });
    }
  }
  const missing = names.filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`no shipped scenario shows ${missing.join(', ')}`);
  return found;
}

/** Every chart of a run’s report: what it shows, and how to read it. @throws Error if a chart is in no report of a shipped scenario */
export async function chartsPage(): Promise<PageWithPictures> {
  const found = await findCharts(sections.flatMap(([, registry]) => Object.keys(registry)));
  const pictures: Record<string, string> = {};
  const entry = ([chart, { summary }]: [string, { summary: string }]): string => {
    const { scenario, figure } = found.get(chart)!;
    pictures[`${chart}.svg`] = figure.svg;
    return [
      `### ${chart}`,
      plainMarkdown(summary),
      `![${plainMarkdown(figure.title)}](./charts/${chart}.svg)`,
      `${plainMarkdown(figure.description)} From [${scenario}](scenarios.md#${scenario}).`,
    ].join('\n\n');
  };
  const text = sections.map(([title, registry]) =>
    [`## ${title}`, ...Object.entries(registry).map(entry)].join('\n\n'),
  );
  return {
    text: `# Charts, and how to read them\n\nEvery chart that the report of a run may show, from shipped scenarios run with up to ${LIMIT.replicates} trials. Its title is its answer; the text below it is its caption in the report. Each is written as SVG, and as Vega-Lite to be changed in an editor.\n\n${asItStands(text.join('\n\n'))}`,
    pictures,
  };
}
