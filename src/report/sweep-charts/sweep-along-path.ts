import spec from '../../../reports/sweep-along-path.vl.json' with { type: 'json' };
import type { SweepResult } from '../../study/sweep/sweep-result.ts';
import type { Crossing } from '../../study/sweep/tipping-point.ts';
import { crossingWords } from '../../study/sweep/tipping-words.ts';
import type { Row } from '../charts/definition.ts';
import { capitalised } from '../endpoint-words.ts';
import { axisParams, short } from '../numbers.ts';
import { sweepHeadline } from '../sweep-headline.ts';
import { isOfSeries, placeOn, type SweptAxis, type SweptSeries, swept, sweptAxis } from '../sweep-series.ts';
import { bestOf, INTERVAL_WORDS, pointRow, roomFor, type ShownTip, shownTip } from '../sweep-shown-tip.ts';
import type { SweepChart } from './definition.ts';

/** Series that colours, dashes and marks tell apart. */
const MOST_SERIES = 6;
/** Crossings whose labels have room. */
const MOST_LABELS = 3;

const roleOf = (index: number): string => `s${index + 1}`;

function rowsOf(
  axis: SweptAxis,
  series: readonly SweptSeries[],
  tip: ShownTip,
): { points: Row[]; curve: Row[] } {
  const found = series.flatMap(({ points }, s) =>
    points.flatMap(({ x, swept }) => {
      const row = swept.row(tip.quantity, '');
      return row ? [{ role: roleOf(s), x: short(placeOn(axis, x)), row }] : [];
    }),
  );
  return {
    points: found.map(({ role, x, row }): Row => ({ role, mark: role, x, ...pointRow(row, tip) })),
    curve: found.map(({ role, x, row }): Row => ({ role, x, y: short(tip.scale * bestOf(row)) })),
  };
}

/** Where the quantity reaches its target along a series. */
const crossingsOf = (
  result: SweepResult,
  axis: SweptAxis,
  series: SweptSeries,
  { quantity }: ShownTip,
): Crossing[] =>
  result.tippingPoints
    .filter(isOfSeries(axis, series))
    .filter(({ criterion }) => criterion.kind === 'quantity' && criterion.quantity === quantity)
    .flatMap((point) => point.crossings);

/** The exact crossings of all series, so that a line of exact values leads through them. */
function exactTips(
  result: SweepResult,
  axis: SweptAxis,
  series: readonly SweptSeries[],
  tip: ShownTip,
): Row[] {
  return series.flatMap((one, s) =>
    crossingsOf(result, axis, one, tip)
      .filter(({ isExact }) => isExact)
      .map(({ at }): Row => ({ role: roleOf(s), x: short(placeOn(axis, at)), y: tip.target })),
  );
}

/** Where the quantity reaches its target in any of the series. */
function tipRows(result: SweepResult, axis: SweptAxis, series: readonly SweptSeries[], tip: ShownTip): Row[] {
  const crossings = series.flatMap((one) => crossingsOf(result, axis, one, tip));
  const hasLabels = crossings.length <= MOST_LABELS;
  const [low, high] = axis.range.map((end) => placeOn(axis, end));
  return crossings.map((crossing): Row => {
    const x = placeOn(axis, crossing.at);
    return {
      x: short(x),
      y: tip.target,
      label: hasLabels ? crossingWords(crossing) : '',
      isRight: x - low > 0.7 * (high - low),
    };
  });
}

function titleOf(
  result: SweepResult,
  axis: SweptAxis,
  series: readonly SweptSeries[],
  tip: ShownTip,
): string {
  if (series.length === 1) {
    const point = result.tippingPoints
      .filter(isOfSeries(axis, series[0]))
      .find(({ criterion }) => criterion.kind === 'quantity' && criterion.quantity === tip.quantity);
    if (point) return point.sentence.replace(/\.$/, '');
  }
  return sweepHeadline(result)!;
}

export const sweepAlongPath: SweepChart = {
  summary: 'A quantity of the design along a varied number, with its target and where it is reached.',
  reference: 'Okabe & Ito 2008, Color Universal Design (colours)',
  spec,
  content(result) {
    const axis = sweptAxis(result);
    if (!axis) return undefined;
    const tip = shownTip(result);
    const series = axis.series.slice(0, MOST_SERIES);
    const { points, curve } = rowsOf(axis, series, tip);
    if (points.length === 0) return undefined;
    const left = axis.series.length - series.length;
    const isSingle = series.length === 1;
    const more = left > 0 ? ` ${left} more series are in the tables.` : '';
    const heights = [tip.target, ...points.flatMap(({ low, high }) => [Number(low), Number(high)])];
    return {
      title: titleOf(result, axis, series, tip),
      description: `${capitalised(tip.label)} along ${axis.label}. Marks are simulated values, ${INTERVAL_WORDS}; lines join exact values where there are any, else the simulated ones. The dashed line is the target, ${tip.targetWords}; black diamonds are where it is reached.${more}`,
      data: {
        target: [{ y: tip.target, label: tip.targetWords }],
        points,
        curve: [...curve, ...exactTips(result, axis, series, tip)],
        tips: tipRows(result, axis, series, tip),
      },
      params: {
        ...swept(axis),
        ...axisParams('y', roomFor(heights, tip.range)),
        yTitle: tip.axis,
        roles: isSingle ? [] : series.map((_, s) => roleOf(s)),
        names: isSingle ? [] : series.map(({ name }) => name),
        legendColumns: series.some(({ name }) => name.length > 20) ? 2 : 3,
      },
    };
  },
};
