import spec from '../../../reports/alpha-beta-deviance.vl.json' with { type: 'json' };
import type { EstimateResult } from '../../engine/estimate-result.ts';
import { normalReach } from '../../numeric/normal-reach.ts';
import { contains, ratioDeviance } from '../../trial/alpha-beta/ratio-sets.ts';
import type { Row } from '../charts/definition.ts';
import { momentsOf } from '../estimate-moments.ts';
import { fiellerWords, intervalWords, levelWords, plain } from '../estimate-words.ts';
import { axisParams, short } from '../numbers.ts';
import type { EstimateChart } from './definition.ts';

const STEPS = 300;
const FIELLER = 'Fieller set';
const DELTA = 'delta interval';
/** α/β in Gy up to which an axis is stretched for the ends of the sets. */
const FARTHEST_GY = 60;

/** From 0, or below where the ratio lies there, to well past every finite end that is not far off. */
function axisRange({ alphaBetaGy: { estimate, delta, fieller } }: EstimateResult): [number, number] {
  const ends = [estimate, delta.high, fieller.low, fieller.high].filter(
    (value) => value !== null && Number.isFinite(value) && Math.abs(value) <= FARTHEST_GY,
  ) as number[];
  const high = Math.max(10, Math.ceil(1.3 * Math.max(...ends)));
  const low = Math.min(0, Math.floor(1.3 * Math.min(0, estimate >= -FARTHEST_GY ? estimate : 0)));
  return [low, high];
}

function curveRows(result: EstimateResult, [low, high]: readonly [number, number]): Row[] {
  const moments = momentsOf(result);
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const alphaBetaGy = low + (i / STEPS) * (high - low);
    return { alphaBetaGy: short(alphaBetaGy), deviance: short(ratioDeviance(moments, alphaBetaGy)) };
  });
}

/** The parts of both sets that lie on the axis, with their words on the longest part. */
function setRows(result: EstimateResult, [low, high]: readonly [number, number]): Row[] {
  const { delta, fieller } = result.alphaBetaGy;
  const parts: [string, string, [number, number][]][] = [
    [DELTA, intervalWords(delta), [[delta.low, delta.high]]],
    [
      FIELLER,
      fiellerWords(fieller),
      fieller.kind === 'wholeLine'
        ? [[-Infinity, Infinity]]
        : fieller.kind === 'complement'
          ? [
              [-Infinity, fieller.low!],
              [fieller.high!, Infinity],
            ]
          : [[fieller.low ?? -Infinity, fieller.high ?? Infinity]],
    ],
  ];
  return parts.flatMap(([set, words, intervals]) => {
    const shown = intervals
      .map(([from, to]) => ({ from: Math.max(low, from), to: Math.min(high, to) }))
      .filter(({ from, to }) => from < to);
    return shown.map(({ from, to }, i) => ({
      set,
      from: short(from),
      to: short(to),
      isOpen: to === high,
      words: i === 0 ? words : '',
      textAt: short(from > (low + high) / 2 ? to : from),
      isRight: from > (low + high) / 2,
    }));
  });
}

function titleOf({ alphaBetaGy: { estimate, fieller }, level, verdict }: EstimateResult): string {
  const at = levelWords(level);
  if (verdict.status === 'noEstimate') {
    const refused = fieller.kind === 'wholeLine' ? 'no value of the ratio is refused' : 'the ratio is no α/β';
    return `Wrong signs: at the ${at} level ${refused}, and ${plain(estimate)} Gy estimates nothing`;
  }
  if (verdict.status === 'determined')
    return `The data bound α/β on both sides: ${fiellerWords(fieller)} at the ${at} level`;
  if (fieller.kind === 'interval')
    return `The data bound α/β from above only: ${fiellerWords(fieller)} at the ${at} level`;
  if (fieller.kind === 'complement' && contains(fieller, 0) && fieller.low! > 0) {
    return `α/β has no upper bound: at the ${at} level only ${plain(fieller.low)} to ${plain(fieller.high)} Gy are refused`;
  }
  return `α/β has no upper bound at the ${at} level`;
}

export const alphaBetaDeviance: EstimateChart = {
  summary: 'Deviance of every α/β, with the set that the data do not refuse and the delta interval.',
  reference: 'Fieller 1954, J R Stat Soc B 16:175',
  spec,
  content(result: EstimateResult) {
    const { alphaBetaGy, level } = result;
    if (!Number.isFinite(alphaBetaGy.estimate)) return undefined;
    const z = normalReach(level);
    const range = axisRange(result);
    const { estimate } = alphaBetaGy;
    const isShown = estimate >= range[0] && estimate <= range[1];
    const name = result.verdict.status === 'noEstimate' ? 'ratio' : 'estimate';
    return {
      title: titleOf(result),
      description: `How badly each α/β fits the published effects, in units of chi-squared: values under the dashed line are not refused at the ${levelWords(level)} level (Fieller). The delta interval, which publications give, is drawn below for comparison; it is right only where the curve is a narrow parabola.`,
      data: {
        curve: curveRows(result, range),
        limit: [{ deviance: short(z * z), label: `refused above, at the ${levelWords(level)} level` }],
        estimate: isShown
          ? [{ alphaBetaGy: short(estimate), deviance: 0, label: `${name} ${plain(estimate)} Gy` }]
          : [],
        sets: setRows(result, range),
      },
      params: { ...axisParams('x', range), yHigh: short(3 * z * z) },
    };
  },
};
