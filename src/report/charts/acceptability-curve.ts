import spec from '../../../reports/acceptability-curve.vl.json' with { type: 'json' };
import type { RunResult } from '../../engine/result.ts';
import { badEventWords, money } from '../burden-words.ts';
import { chartArms } from '../chart-arms.ts';
import { short, withError } from '../numbers.ts';
import type { ChartDefinition } from './definition.ts';

export const acceptabilityCurve: ChartDefinition = {
  summary: 'Probability that a test arm is worth it, by what averting a bad event may cost.',
  reference: 'van Hout, Al, Gordon & Rutten 1994, Health Econ 3:309',
  spec,
  content(result: RunResult) {
    const { burden } = result;
    const comparisons = burden?.worlds?.comparisons ?? [];
    const most = comparisons[0]?.netBenefit.at(-1)?.willingnessToPay ?? 0;
    if (!burden || most === 0) return undefined;
    const { currency, endpoint } = burden;
    const labels = chartArms(result).map(({ label }) => label);
    const [one] = badEventWords(endpoint);
    const last = comparisons[comparisons.length - 1].netBenefit.at(-1)!;
    return {
      title: `${labels[labels.length - 1]} is worth it with probability ${withError(last.value.positive)} if averting one ${one} may cost ${money(currency, most)}`,
      description: `Share of the drawn worlds in which what averting each ${one} is worth exceeds what it costs, against ${labels[0]}; dots are the values stated, their bars one Monte Carlo standard error to each side. Prices are assumptions.`,
      data: {
        curve: comparisons.flatMap(({ acceptability }, i) =>
          acceptability.map(({ willingnessToPay, value }) => ({
            arm: labels[i + 1],
            willingness: short(willingnessToPay),
            probability: short(100 * value),
          })),
        ),
        stated: comparisons.flatMap(({ netBenefit }, i) =>
          netBenefit.map(({ willingnessToPay, value: { positive } }) => ({
            arm: labels[i + 1],
            willingness: short(willingnessToPay),
            probability: short(100 * positive.estimate),
            low: short(100 * Math.max(0, positive.estimate - positive.mcse)),
            high: short(100 * Math.min(1, positive.estimate + positive.mcse)),
          })),
        ),
        even: [{ probability: 50 }],
      },
      params: { xHigh: short(most), xTitle: `what averting one ${one} may cost (${currency})` },
    };
  },
};
