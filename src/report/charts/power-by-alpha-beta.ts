import spec from '../../../reports/power-by-alpha-beta.vl.json' with { type: 'json' };
import type { RunResult } from '../../engine/result.ts';
import { axisParams, gray, percent, short } from '../numbers.ts';
import { type PowerAtAlphaBeta, powerAtAlphaBeta } from '../power-at-alpha-beta.ts';
import { USUAL_POWER } from '../usual-power.ts';
import type { ChartDefinition, Row } from './definition.ts';

const USUAL = `${percent(USUAL_POWER, 0)} %`;

/** Where power is what is usual, along the curve. */
function titleOf({ curve, planned, crossingsGy }: PowerAtAlphaBeta): string {
  const asPlanned = `as planned, at ${gray(planned.medianGy)}, it is ${percent(planned.power)} %`;
  const [first, last] = [curve[0], curve[curve.length - 1]];
  const range = `α/β from ${gray(first.medianGy).replace(' Gy', '')} to ${gray(last.medianGy)}`;
  const startsAbove = first.power >= USUAL_POWER;
  const [one, two] = crossingsGy;
  if (one === undefined)
    return `Power is ${startsAbove ? `${USUAL} or more` : `less than ${USUAL}`} at every ${range}; ${asPlanned}`;
  if (two === undefined)
    return startsAbove
      ? `Power falls below ${USUAL} where α/β is above ${gray(one)}; ${asPlanned}`
      : `Power falls below ${USUAL} where α/β is below ${gray(one)}; ${asPlanned}`;
  const between = `${gray(one).replace(' Gy', '')} and ${gray(two)}`;
  return startsAbove
    ? `Power falls below ${USUAL} where α/β is between ${between}; ${asPlanned}`
    : `Power is ${USUAL} or more only where α/β is between ${between}; ${asPlanned}`;
}

/** The uncertainty’s middle 90 %, as far as the axis shows it. */
function bandRows({ uncertainGy }: PowerAtAlphaBeta, [low, high]: readonly [number, number]): Row[] {
  if (!uncertainGy) return [];
  return [{ low: short(Math.max(low, uncertainGy[0])), high: short(Math.min(high, uncertainGy[1])) }];
}

export const powerByAlphaBeta: ChartDefinition = {
  summary:
    'Exact power against the assumed median α/β of local control, with the planned value and its uncertainty.',
  reference: 'exact power of the design; rates by quadrature over the population',
  spec,
  content(result: RunResult) {
    const found = powerAtAlphaBeta(result);
    if (!found) return undefined;
    const { curve, planned, uncertainGy } = found;
    const medians = [...curve.map(({ medianGy }) => medianGy), planned.medianGy];
    const range: [number, number] = [Math.min(...medians), Math.max(...medians)];
    const inside = planned.medianGy / range[0];
    // The side of the curve that is free
    const isRising = curve[curve.length - 1].power > curve[0].power;
    const band = uncertainGy
      ? ` The band holds 90 % of what the stated uncertainty leaves open, ${gray(uncertainGy[0])} to ${gray(uncertainGy[1])}.`
      : '';
    return {
      title: titleOf(found),
      description: `Exact power of the design as planned if the median α/β of local control were another, on a logarithmic axis; all else stays as planned, and anchors are solved anew where the scenario says so.${band} The dashed line is ${USUAL}, the point the value as planned.`,
      data: {
        curve: curve.map(({ medianGy, power }) => ({ medianGy: short(medianGy), power: short(100 * power) })),
        planned: [
          {
            medianGy: short(planned.medianGy),
            power: short(100 * planned.power),
            label: `planned ${percent(planned.power)} %`,
            isRight: isRising || Math.log(inside) > 0.7 * Math.log(range[1] / range[0]),
          },
        ],
        usual: [{ power: 100 * USUAL_POWER }],
        band: bandRows(found, range),
      },
      params: axisParams('x', range),
    };
  },
};
