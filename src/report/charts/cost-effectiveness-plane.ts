import spec from '../../../reports/cost-effectiveness-plane.vl.json' with { type: 'json' };
import type { RunResult } from '../../engine/result.ts';
import type { Quadrant } from '../../trial/burden/cost-effectiveness.ts';
import { badEventWords, money } from '../burden-words.ts';
import { chartArms } from '../chart-arms.ts';
import { grouped, short, withError } from '../numbers.ts';
import type { ChartDefinition } from './definition.ts';

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

export const costEffectivenessPlane: ChartDefinition = {
  summary: 'The drawn worlds in the plane of bad events averted and cost.',
  reference: 'Black 1990, Med Decis Making 10:212',
  spec,
  content(result: RunResult) {
    const { burden } = result;
    if (!burden?.worlds) return undefined;
    const { currency, endpoint, truths, worlds } = burden;
    const labels = chartArms(result).map(({ label }) => label);
    const [, several] = badEventWords(endpoint);
    const planned = truths[0].comparisons.map(({ cost, avertedPer100 }, i) => ({
      arm: labels[i + 1],
      averted: short(avertedPer100),
      cost: short(cost),
    }));
    const drawn = worlds.comparisons.flatMap(({ first }, i) =>
      first.cost.map((cost, w) => ({
        arm: labels[i + 1],
        averted: short(first.avertedPer100[w]),
        cost: short(cost),
      })),
    );
    const all = [...drawn, ...planned];
    const [xLow, xHigh] = range(all.map(({ averted }) => averted));
    const [yLow, yHigh] = range(all.map(({ cost }) => cost));
    const last = worlds.comparisons[worlds.comparisons.length - 1];
    const [most] = Object.entries(last.quadrants).sort(([, a], [, b]) => b.estimate - a.estimate);
    const mayCost = result.scenario.resolved.burden!.willingnessToPay.at(-1)!;
    const tests = labels.slice(1);
    return {
      title: `In ${withError(most[1])} of worlds ${labels[labels.length - 1]} ${does(several)[most[0] as Quadrant]}`,
      description: `Difference in cost and ${several} averted in 100 patients, against ${labels[0]}, in the first ${grouped(last.first.cost.length)} worlds drawn from the stated uncertainty; the large mark is as planned. Below the dashed line a test arm is worth it if averting one may cost ${money(currency, mayCost)}. Prices are assumptions.`,
      data: {
        worlds: drawn,
        planned,
        zero: [{ averted: 0, cost: 0 }],
        threshold: [xLow, xHigh].map((averted) => ({ averted, cost: short((mayCost * averted) / 100) })),
        corners: [
          { label: 'dearer, worse', isRight: false, isTop: true },
          { label: 'dearer, better', isRight: true, isTop: true },
          { label: 'cheaper, worse', isRight: false, isTop: false },
          { label: 'cheaper, better', isRight: true, isTop: false },
        ],
      },
      params: {
        xLow,
        xHigh,
        yLow,
        yHigh,
        xTitle: `${several} averted in 100 patients`,
        yTitle: `difference in cost (${currency})`,
        legendArms: tests,
        legendNames: tests.map((label) => `${label} against ${labels[0]}`),
      },
    };
  },
};
