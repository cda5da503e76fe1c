import type { ChartContent } from '../../src/report/charts/definition.ts';
import { fillChart } from '../../src/report/fill-chart.ts';
import { renderChart } from '../../src/report/render-chart.ts';
import { short } from './figures.ts';
import { boundText, fromFurthest } from './tables.ts';
import { isMet, type Target, timesTheBound } from './target.ts';
import spec from './targets.vl.json' with { type: 'json' };

const PLOT_WIDTH = 420;

function titleOf(targets: readonly Target[]): string {
  const met = targets.filter(isMet).length;
  const [furthest] = fromFurthest(targets);
  if (met === targets.length) return `Every target is met: all ${met} lie on or beyond their bounds`;
  const { workload, name, measured } = furthest;
  const times = short(timesTheBound(measured, furthest));
  return `${met} of ${targets.length} targets are met; furthest is ${workload}, ${name}, at ${times} of its bound`;
}

function contentOf(targets: readonly Target[]): ChartContent {
  const bars = targets.map((target, order) => {
    const { workload, name, measured, spread, unit } = target;
    const ends = (spread ?? [measured, measured]).map((value) => timesTheBound(value, target));
    return {
      order,
      label: `${workload}  ${name}`,
      text: `${[short(measured), unit].filter(Boolean).join(' ')}, bound ${boundText(target, unit)}`,
      times: timesTheBound(measured, target),
      low: Math.min(...ends),
      high: Math.max(...ends),
      verdict: isMet(target) ? 'met' : 'missed',
    };
  });
  return {
    title: titleOf(targets),
    description:
      'Each target as how many times better than its bound it was measured, with the least and most of the pairs of runs; left of the line it is missed.',
    data: { bars },
    params: {},
  };
}

/** A chart of which targets are met and by how much, as SVG, and its specification. */
export async function renderTargets(targets: readonly Target[]): Promise<{ svg: string; spec: object }> {
  const content = contentOf(targets);
  const filled = fillChart({ spec }, content, { plotWidth: PLOT_WIDTH, isNarrow: false, hasTitle: true });
  const { title, description } = content;
  return { svg: await renderChart(filled, { id: 'targets', title, description }), spec: filled };
}
