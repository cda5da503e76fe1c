import { chartConfig, TITLE_SIZE } from './chart-config.ts';
import type { ChartContent, ChartDefinition } from './charts/definition.ts';
import { wrapText } from './wrap-text.ts';

/** How a chart is laid out: the plot's width in pixels, and whether it carries its title. */
export interface ChartLayout {
  readonly plotWidth: number;
  /** Whether a legend's entries stand below each other. */
  readonly isNarrow: boolean;
  readonly hasTitle: boolean;
}

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every node of a specification, itself included. */
function* nodesOf(node: unknown): Generator<Node> {
  if (!isNode(node)) return;
  yield node;
  for (const child of Object.values(node)) yield* nodesOf(child);
}

/** Names of the data sets that a specification reads. */
export function dataNames(spec: object): Set<string> {
  const names = [...nodesOf(spec)].flatMap(({ data }) =>
    isNode(data) && typeof data.name === 'string' ? [data.name] : [],
  );
  return new Set(names);
}

/** A parameter of a specification: filled, or computed from others by an expression. */
interface Param {
  readonly name: string;
  readonly expr?: string;
}

const paramsOf = (spec: object): readonly Param[] => (spec as { params?: Param[] }).params ?? [];

/** Names of the parameters that a specification leaves to be filled. */
export function paramNames(spec: object): Set<string> {
  return new Set(paramsOf(spec).flatMap(({ name, expr }) => (expr === undefined ? [name] : [])));
}

function requireSame(what: string, wanted: ReadonlySet<string>, given: readonly string[]): void {
  const missing = [...wanted].filter((name) => !given.includes(name));
  const unknown = given.filter((name) => !wanted.has(name));
  if (missing.length + unknown.length === 0) return;
  throw new RangeError(
    `chart and specification disagree on ${what}: missing ${missing.join(', ') || 'none'}; unknown ${unknown.join(', ') || 'none'}`,
  );
}

/** Shares of a narrow chart’s width that a legend’s label may take, so that it stays within whatever the font. */
const LABEL_SHARE = 0.85;

/** The look of charts on a phone: legends run down rather than across, and long labels end in an ellipsis. */
const narrowConfig = (plotWidth: number) => ({
  ...chartConfig,
  legend: {
    ...chartConfig.legend,
    direction: 'vertical',
    rowPadding: 4,
    labelLimit: Math.round(LABEL_SHARE * plotWidth),
  },
});

const isView = (node: Node): boolean => typeof node.width === 'number' && ('mark' in node || 'layer' in node);

/**
 * A chart's specification with its data, parameters, title and look: it opens in the Vega editor as it stands.
 *
 * @throws RangeError if content and specification name different data or parameters
 */
export function fillChart(
  { spec }: Pick<ChartDefinition, 'spec'>,
  content: ChartContent,
  { plotWidth, isNarrow, hasTitle }: ChartLayout,
): object {
  requireSame('data', dataNames(spec), Object.keys(content.data));
  requireSame('parameters', paramNames(spec), Object.keys(content.params));
  const filled = structuredClone(spec) as Node;
  for (const node of nodesOf(filled)) if (isView(node)) node.width = plotWidth;
  const params = paramsOf(spec).map((param) =>
    param.expr === undefined ? { ...param, value: content.params[param.name] } : param,
  );
  return {
    ...filled,
    description: content.description,
    ...(hasTitle && { title: wrapText(content.title, plotWidth, TITLE_SIZE, true) }),
    params,
    datasets: content.data,
    config: isNarrow ? narrowConfig(plotWidth) : chartConfig,
  };
}
