import spec from '../../../reports/power-by-alpha-beta.vl.json' with { type: 'json' };
import type { RunResult } from '../../engine/result.ts';
import { axisParams, gray, percent, short } from '../numbers.ts';
import { type PowerAtAlphaBeta, powerAtAlphaBeta } from '../power-at-alpha-beta.ts';
import { bareGray, shortfallWords } from '../shortfall-words.ts';
import { USUAL_POWER } from '../usual-power.ts';
import type { ChartDefinition, Row } from './definition.ts';

const USUAL = `${percent(USUAL_POWER, 0)} %`;

/** Where power is what is usual, along the curve. */
function titleOf({ curve, planned, crossingsGy }: PowerAtAlphaBeta): string {
  const asPlanned = `as planned, at ${gray(planned.medianGy)}, it is ${percent(planned.power)} %`;
  const [first, last] = [curve[0], curve[curve.length - 1]];
  const startsAbove = first.power >= USUAL_POWER;
  return crossingsGy.length === 0
    ? `Power is ${startsAbove ? `${USUAL} or more` : `less than ${USUAL}`} at every α/β from ${bareGray(first.medianGy)} to ${gray(last.medianGy)}; ${asPlanned}`
    : `Power falls below ${USUAL} where α/β is ${shortfallWords(startsAbove, crossingsGy)}; ${asPlanned}`;
}

/** The uncertainty’s middle 90 %, as far as the axis shows it. */
function bandRows({ uncertainGy }: PowerAtAlphaBeta, [low, high]: readonly [number, number]): Row[] {
  if (!uncertainGy) return [];
  const [from, to] = [Math.max(low, uncertainGy[0]), Math.min(high, uncertainGy[1])];
  return from < to ? [{ low: short(from), high: short(to) }] : [];
}

/** Power above which a label has no room over its point, and parts of the axis at either end that are too short for one. */
const HIGH_POWER = 0.92;
const EDGE = 0.3;

/** The planned point, its label on the side of the curve that is free: above where it leads down, below where it comes from. */
function plannedRow({ curve, planned }: PowerAtAlphaBeta, [low, high]: readonly [number, number]): Row {
  const along = Math.log(planned.medianGy / low) / Math.log(high / low);
  const isRising = curve[curve.length - 1].power > curve[0].power;
  const isBelow = planned.power > HIGH_POWER;
  const isFreeOnLeft = isRising !== isBelow;
  return {
    medianGy: short(planned.medianGy),
    power: short(100 * planned.power),
    label: `planned ${percent(planned.power)} %`,
    isBelow,
    isLeft: isFreeOnLeft ? along > EDGE : along > 1 - EDGE,
  };
}

export const powerByAlphaBeta: ChartDefinition = {
  summary:
    'Exact power against the assumed median α/β of local control, with the planned value and its uncertainty.',
  reference: 'exact power of the design; rates by quadrature over the population',
  spec,
  content(result: RunResult) {
    const found = powerAtAlphaBeta(result);
    if (!found) return undefined;
    const { curve, uncertainGy } = found;
    const range: [number, number] = [curve[0].medianGy, curve[curve.length - 1].medianGy];
    const band = uncertainGy
      ? ` The band holds 90 % of what the stated uncertainty leaves open, ${gray(uncertainGy[0])} to ${gray(uncertainGy[1])}.`
      : '';
    return {
      title: titleOf(found),
      description: `Exact power of the design as planned if the median α/β of local control were another, on a logarithmic axis; all else stays as planned, and anchors are solved anew where the scenario says so.${band} The dashed line is ${USUAL}, the point the value as planned.`,
      data: {
        curve: curve.map(({ medianGy, power }) => ({ medianGy: short(medianGy), power: short(100 * power) })),
        planned: [plannedRow(found, range)],
        usual: [{ power: 100 * USUAL_POWER }],
        band: bandRows(found, range),
      },
      params: axisParams('x', range),
    };
  },
};
