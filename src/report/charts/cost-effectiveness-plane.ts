import spec from '../../../reports/cost-effectiveness-plane.vl.json' with { type: 'json' };
import type { BurdenResult } from '../../engine/burden/burden-result.ts';
import type { RunResult } from '../../engine/result.ts';
import type { Quadrant } from '../../trial/burden/cost-effectiveness.ts';
import { badEventWords, money } from '../burden-words.ts';
import { chartArms } from '../chart-arms.ts';
import { grouped, short, withError } from '../numbers.ts';
import type { ChartDefinition, Row } from './definition.ts';

/** What an arm does in the worlds of a quadrant. */
const does = (several: string): Readonly<Record<Quadrant, string>> => ({
  dominant: `is no dearer and brings no more ${several}`,
  dominated: `is no cheaper and averts no ${several}`,
  costlierWithFewer: `costs more and averts ${several}`,
  cheaperWithMore: `saves money and brings more ${several}`,
  equal: 'makes no difference',
});

/** Room beside the outermost marks, as a share of their range. */
const MARGIN = 0.1;

/** An axis that holds all values, and 0. */
function range(values: readonly number[]): [low: number, high: number] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = MARGIN * (high - low) || 1;
  return [short(low - room), short(high + room)];
}

/** What the corners of the plane mean. */
const CORNERS: readonly Row[] = [
  { label: 'dearer, worse', isRight: false, isTop: true },
  { label: 'dearer, better', isRight: true, isTop: true },
  { label: 'cheaper, worse', isRight: false, isTop: false },
  { label: 'cheaper, better', isRight: true, isTop: false },
];

/** A mark of the plane. */
const markOf = (arm: string, averted: number, cost: number) => ({
  arm,
  averted: short(averted),
  cost: short(cost),
});

/** The first worlds of every test arm. */
function worldMarks({ worlds }: BurdenResult, tests: readonly string[]) {
  return worlds!.comparisons.flatMap(({ first }, i) =>
    first.cost.map((cost, w) => markOf(tests[i], first.avertedPer100[w], cost)),
  );
}

/** The quadrant that holds most worlds, in a sentence. */
function titleOf({ worlds, endpoint }: BurdenResult, label: string): string {
  const { quadrants } = worlds!.comparisons[worlds!.comparisons.length - 1];
  const [[most, share]] = Object.entries(quadrants).sort(([, a], [, b]) => b.estimate - a.estimate);
  const [, several] = badEventWords(endpoint);
  return `In ${withError(share)} of worlds ${label} ${does(several)[most as Quadrant]}`;
}

export const costEffectivenessPlane: ChartDefinition = {
  summary: 'The drawn worlds in the plane of bad events averted and cost.',
  reference: 'Black 1990, Med Decis Making 10:212',
  spec,
  content(result: RunResult) {
    const { burden } = result;
    if (!burden?.worlds) return undefined;
    const { currency, endpoint, truths, worlds } = burden;
    const [control, ...tests] = chartArms(result).map(({ label }) => label);
    const [, several] = badEventWords(endpoint);
    const planned = truths[0].comparisons.map((c, i) => markOf(tests[i], c.avertedPer100, c.cost));
    const drawn = worldMarks(burden, tests);
    const [xLow, xHigh] = range([...drawn, ...planned].map(({ averted }) => averted));
    const [yLow, yHigh] = range([...drawn, ...planned].map(({ cost }) => cost));
    const mayCost = result.scenario.resolved.burden!.willingnessToPay.at(-1)!;
    const shown = grouped(worlds.comparisons[0].first.cost.length);
    return {
      title: titleOf(burden, tests[tests.length - 1]),
      description: `Difference in cost and ${several} averted in 100 patients, against ${control}, in the first ${shown} worlds drawn from the stated uncertainty; the large mark is as planned. Below the dashed line a test arm is worth it if averting one may cost ${money(currency, mayCost)}. Prices are assumptions.`,
      data: {
        worlds: drawn,
        planned,
        zero: [{ averted: 0, cost: 0 }],
        threshold: [xLow, xHigh].map((averted) => ({ averted, cost: short((mayCost * averted) / 100) })),
        corners: CORNERS,
      },
      params: {
        ...{ xLow, xHigh, yLow, yHigh },
        xTitle: `${several} averted in 100 patients`,
        yTitle: `difference in cost (${currency})`,
        legendArms: tests,
        legendNames: tests.map((label) => `${label} against ${control}`),
      },
    };
  },
};
