import { fillChart } from '../../../src/report/fill-chart.ts';
import { renderChart } from '../../../src/report/render-chart.ts';
import { type Efficiency, SHARDS_PER_CORE } from './efficiency.ts';
import spec from './efficiency.vl.json' with { type: 'json' };

const NAMES: Readonly<Record<number, string>> = { 1e12: '10¹² patients', 1e13: '10¹³ patients' };

/** Efficiency by shards a core, as SVG. */
export function drawEfficiency(found: readonly Efficiency[]): Promise<string> {
  const percent = (share: number): number => 100 * share;
  const curves = found.map(({ patients, assignment, shardsPerCore, efficiency, low, high }) => ({
    shards: shardsPerCore,
    efficiency: percent(efficiency),
    low: percent(low),
    high: percent(high),
    assignment: assignment === 'static' ? 'dealt out beforehand' : 'taken when free',
    study: NAMES[patients],
  }));
  const title = 'Shards that are taken when a core is free hide slow nodes; too many pay for starting';
  const description =
    'Share of 1,000 cores’ time that is work, by shards a core: medians and 90 % ranges of 20 simulated runs of two studies.';
  const content = { title, description, data: { curves }, params: { ticks: SHARDS_PER_CORE } };
  const filled = fillChart({ spec }, content, { plotWidth: 600, isNarrow: false, hasTitle: true });
  return renderChart(filled, { id: 'scale-efficiency', title, description });
}
