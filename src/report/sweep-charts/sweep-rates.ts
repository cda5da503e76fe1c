import spec from '../../../reports/sweep-rates.vl.json' with { type: 'json' };
import { endpoints } from '../../outcomes/endpoints/index.ts';
import type { SweepResult } from '../../study/sweep/sweep-result.ts';
import { crossingWords } from '../../study/sweep/tipping-words.ts';
import type { Row } from '../charts/definition.ts';
import { capitalised } from '../endpoint-words.ts';
import { axisParams, percent, short } from '../numbers.ts';
import { isOfSeries, placeOn, type SweptAxis, type SweptSeries, swept, sweptAxis } from '../sweep-series.ts';
import { bestOf, INTERVAL_WORDS, PERCENT, pointRow, roomFor } from '../sweep-shown-tip.ts';
import type { SweepChart } from './definition.ts';

/** Rates are drawn in percent. */
const RATE = { scale: 100, range: PERCENT };
const ROLES = ['control', 'experimental'] as const;

/** The arms by their role; a single arm is the experimental one. */
function rolesOf({ arms }: SweepResult): { readonly role: string; readonly arm: string }[] {
  return arms.map(({ name }, a) => ({ role: ROLES[arms.length === 1 ? 1 : a], arm: name }));
}

/** Rates of an endpoint along a series. */
function ratesAlong(result: SweepResult, { points }: SweptSeries) {
  const [{ endpoint }] = result.claims;
  return rolesOf(result).flatMap(({ role, arm }) =>
    points.flatMap(({ x, swept }) => {
      const row = swept.row('rate', `${arm} ${endpoint}`);
      return row ? [{ role, x, row }] : [];
    }),
  );
}

/** Intervals of the axis in which the claim is true. */
function trueRows(result: SweepResult, axis: SweptAxis, series: SweptSeries): Row[] {
  const [{ endpoint }] = result.claims;
  const point = result.tippingPoints
    .filter(isOfSeries(axis, series))
    .find(({ criterion }) => criterion.kind === 'claim' && criterion.endpoint === endpoint);
  return (point?.holds ?? []).map(
    ([from, to]): Row => ({
      from: short(placeOn(axis, from ?? axis.range[0])),
      to: short(placeOn(axis, to ?? axis.range[1])),
      label: 'claim true',
    }),
  );
}

/** Where the arms' rates are equal. */
function equalRows(result: SweepResult, axis: SweptAxis, series: SweptSeries): Row[] {
  const [{ endpoint }] = result.claims;
  const [low, high] = axis.range.map((end) => placeOn(axis, end));
  return result.tippingPoints
    .filter(isOfSeries(axis, series))
    .filter(({ criterion }) => criterion.kind === 'rates' && criterion.endpoint === endpoint)
    .flatMap(({ crossings }) => crossings)
    .map((crossing): Row => {
      const x = placeOn(axis, crossing.at);
      return {
        x: short(x),
        label: `equal at ${crossingWords(crossing)}`,
        isRight: x - low > 0.7 * (high - low),
      };
    });
}

function titleOf(result: SweepResult, axis: SweptAxis, series: SweptSeries): string {
  const own = result.tippingPoints.filter(isOfSeries(axis, series));
  const [{ endpoint }] = result.claims;
  const told = own.find(
    ({ criterion, crossings }) =>
      criterion.kind !== 'quantity' && criterion.endpoint === endpoint && crossings.length > 0,
  );
  if (told) return told.sentence.replace(/\.$/, '');
  const rows = ratesAlong(result, series).filter(({ role }) => role === 'experimental');
  const values = rows.map(({ row }) => bestOf(row));
  const [least, most] = [Math.min(...values), Math.max(...values)].map((rate) => percent(rate));
  const name = capitalised(endpoints[endpoint].label);
  return least === most
    ? `${name} in the experimental arm stays at ${least} %`
    : `${name} in the experimental arm runs from ${least} to ${most} %`;
}

export const sweepRates: SweepChart = {
  summary:
    'Rates of the arms along a varied number, with where the claim is true and where the arms are equal.',
  reference: 'Okabe & Ito 2008, Color Universal Design (colours)',
  spec,
  content(result) {
    const axis = sweptAxis(result);
    if (!axis || result.arms.length > ROLES.length) return undefined;
    const [series] = axis.series;
    const found = ratesAlong(result, series);
    if (found.length === 0) return undefined;
    const label = endpoints[result.claims[0].endpoint].label;
    const points = found.map(
      ({ role, x, row }): Row => ({ role, mark: role, x: short(placeOn(axis, x)), ...pointRow(row, RATE) }),
    );
    const heights = points.flatMap(({ low, high }) => [Number(low), Number(high)]);
    const roles = rolesOf(result);
    const first = axis.series.length > 1 ? ` The first series alone: ${series.name}.` : '';
    return {
      title: titleOf(result, axis, series),
      description: `${capitalised(label)} by arm along ${axis.label}. Marks are simulated rates, ${INTERVAL_WORDS}; lines join exact values where there are any, else the simulated ones. Green is where the claim is true; a dotted line is where both arms are equal.${first}`,
      data: {
        true: trueRows(result, axis, series),
        points,
        curve: found.map(
          ({ role, x, row }): Row => ({ role, x: short(placeOn(axis, x)), y: short(100 * bestOf(row)) }),
        ),
        equal: equalRows(result, axis, series),
      },
      params: {
        ...swept(axis),
        ...axisParams('y', roomFor(heights, PERCENT)),
        yTitle: `${label} (%)`,
        roles: roles.map(({ role }) => role),
        names: roles.map(({ arm }) => arm),
        legendColumns: 2,
      },
    };
  },
};
