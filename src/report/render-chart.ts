import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { escapeMarkup, printable } from './markup.ts';
import { textWidth } from './text-width.ts';

/** What a chart is called by those who cannot see it. */
export interface ChartLabel {
  /** Unique in a document: the prefix of every id in the SVG. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Vega guesses the width of text where it has no canvas; the types leave this hook out. */
interface TextMetrics {
  width(item: { fontSize?: number; fontWeight?: string | number; text?: unknown }, text?: unknown): number;
}

/** Whether a weight is drawn with the bold face, where there is but that and the regular one. */
const isBold = (weight: string | number = 'normal'): boolean => weight === 'bold' || Number(weight) >= 600;

const { textMetrics } = vega as unknown as { textMetrics: TextMetrics };
textMetrics.width = (item, text = item.text) =>
  textWidth(String(text ?? ''), item.fontSize ?? 11, isBold(item.fontWeight));

/** A logger for which any warning is an error: a chart that Vega doubts is not shown. */
function strictLogger(chart: string): vega.LoggerInterface {
  const fail = (...messages: readonly unknown[]): never => {
    throw new Error(`chart ${chart}: ${messages.map(String).join(' ')}`);
  };
  const logger: vega.LoggerInterface = {
    level: () => logger as never,
    error: fail,
    warn: fail,
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}

let interpreter: object | undefined;

/**
 * Has the expressions of charts interpreted from now on, rather than run as code, which a page may forbid: charts are the
 * same to the byte.
 *
 * @param given vega-interpreter's; undefined has them run as code again
 */
export function interpretExpressions(given: object | undefined): void {
  interpreter = given;
}

/** A chart as Vega draws it: what compiling a Vega-Lite specification comes to. */
export type CompiledChart = Readonly<vega.Spec>;

/**
 * Compiles a filled Vega-Lite specification.
 *
 * @param chart its name, for what goes wrong
 * @throws Error if Vega-Lite warns of anything
 */
export function compileChart(spec: object, chart: string): CompiledChart {
  return compile(spec as TopLevelSpec, { logger: strictLogger(chart) }).spec;
}

/** The same chart for a page that gives it its title: compiling takes as long as drawing. */
export function withoutTitle({ title: _, ...chart }: CompiledChart): CompiledChart {
  return chart;
}

/**
 * Draws a compiled chart as SVG: the same bytes for the same input, whatever was drawn before.
 *
 * @throws Error if Vega warns of anything
 */
export async function drawChart(chart: CompiledChart, label: ChartLabel): Promise<string> {
  const view = new vega.View(vega.parse(chart, undefined, { ast: interpreter !== undefined }), {
    renderer: 'none',
    logger: strictLogger(label.id),
    ...(interpreter && { expr: interpreter }),
  });
  vega.resetSVGDefIds();
  const svg = await view.toSVG();
  view.finalize();
  return withLabel(withShortNumbers(withPrefixedIds(printable(svg), label.id)), label);
}

/** Compiles and draws a filled Vega-Lite specification. @throws Error if Vega-Lite or Vega warns of anything */
export function renderChart(spec: object, label: ChartLabel): Promise<string> {
  return drawChart(compileChart(spec, label.id), label);
}

/** Ids made unique in a document that holds several charts. */
function withPrefixedIds(svg: string, prefix: string): string {
  return svg.replace(/<[^>]+>/g, (tag) =>
    tag.replace(/\bid="([^"]+)"/g, `id="${prefix}-$1"`).replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`),
  );
}

/** Coordinates to a hundredth of a pixel: smaller, and the same wherever arithmetic differs in the last digit. */
function withShortNumbers(svg: string): string {
  return svg.replace(/ (?:d|transform)="[^"]*"/g, (attribute) =>
    attribute.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2)))),
  );
}

/** An SVG that says what it shows; its parts are silent, where Vega would have each be a nameless symbol. */
function withLabel(svg: string, { title, description }: ChartLabel): string {
  const label = escapeMarkup(`${title}. ${description}`);
  return svg
    .replace(/<g [^>]*>/g, (tag) => tag.replace(/ (?:role|aria-roledescription)="[^"]*"/g, ''))
    .replace(/^<svg /, `<svg role="img" aria-label="${label}" `);
}
