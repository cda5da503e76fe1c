import spec from '../../../reports/effect-by-dose.vl.json' with { type: 'json' };
import type { EstimateResult } from '../../engine/estimate-result.ts';
import type { ArmEffect } from '../../evidence/alpha-beta-estimate.ts';
import { normalReach } from '../../numeric/normal-reach.ts';
import type { Row } from '../charts/definition.ts';
import { capitalised } from '../endpoint-words.ts';
import { fiellerWords, levelWords, measureWords, plain } from '../estimate-words.ts';
import { axisParams, short } from '../numbers.ts';
import type { EstimateChart } from './definition.ts';

const STEPS = 100;
/** Room beyond the arms, as a share of the axis. */
const MARGIN = 0.16;
/** Ratios that an axis may name, from few to many. */
const RATIO_TICKS: readonly (readonly number[])[] = [
  [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20],
  [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10],
  [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1, 1.2, 1.5, 2, 2.5, 3, 4],
  [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3],
];
const MOST_TICKS = 6;

/** The scale on which effects are drawn: ln of the ratio, or the rate in percent. */
interface Scale {
  readonly of: (effect: number) => number;
  readonly ticks: (low: number, high: number) => number[];
}

function ratioTicks(low: number, high: number): number[] {
  const shown = RATIO_TICKS.map((list) => list.map(Math.log).filter((v) => v >= low && v <= high));
  return shown.findLast((list) => list.length <= MOST_TICKS) ?? shown[0];
}

function percentTicks(low: number, high: number): number[] {
  const step = [1, 2, 5, 10, 20].find((size) => (high - low) / size <= MOST_TICKS)!;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => (first + i) * step);
}

function scaleOf({ arms: [{ rate }] }: EstimateResult): Scale {
  return rate === null
    ? { of: (effect) => effect, ticks: ratioTicks }
    : { of: (effect) => 100 * (rate + effect), ticks: percentTicks };
}

type Range = readonly [low: number, high: number];

/** The fitted effect of a total dose in so many equal fractions. */
function fittedEffect({ coefficients, arms: [control] }: EstimateResult, doseGy: number, n: number): number {
  // g1(D − D0) + g2(D²/n − Σd0²)
  const { perGy, perGy2 } = coefficients;
  return (
    perGy.estimate * (doseGy - control.totalDoseGy) +
    perGy2.estimate * ((doseGy * doseGy) / n - control.doseSquaredGy2)
  );
}

const roleOf = (arm: ArmEffect, result: EstimateResult): string =>
  arm.fractions === result.arms[0].fractions ? 'control' : 'experimental';

/** The arms that differ in their number of fractions: one curve each. */
const curveArms = ({ arms }: EstimateResult): ArmEffect[] =>
  arms.filter((arm, i) => arms.findIndex(({ fractions }) => fractions === arm.fractions) === i);

function curveRows(result: EstimateResult, x: Range, y: Range, scale: Scale): Row[] {
  return curveArms(result).flatMap((arm) =>
    Array.from({ length: STEPS + 1 }, (_, i) => {
      const doseGy = x[0] + (i / STEPS) * (x[1] - x[0]);
      return { doseGy, effect: scale.of(fittedEffect(result, doseGy, arm.fractions)) };
    })
      .filter(({ effect }) => effect >= y[0] && effect <= y[1])
      .map(({ doseGy, effect }) => ({
        role: roleOf(arm, result),
        fractions: arm.fractions,
        doseGy: short(doseGy),
        effect: short(effect),
      })),
  );
}

/** The arms, named at that end of their intervals that lies away from the control. */
function armRows(result: EstimateResult, z: number, scale: Scale): Row[] {
  return result.arms.map((arm) => {
    const [low, high] = [-1, 1].map((side) => short(scale.of(arm.effect + side * z * arm.standardError)));
    const isTop = arm.effect >= 0;
    return {
      role: roleOf(arm, result),
      doseGy: short(arm.totalDoseGy),
      effect: short(scale.of(arm.effect)),
      low,
      high,
      label: arm.schedule,
      labelAt: isTop ? high : low,
      isTop,
    };
  });
}

function titleOf(result: EstimateResult): string {
  const { event, verdict, wrongSign, isoeffective, arms, alphaBetaGy } = result;
  if (verdict.status === 'noEstimate') {
    const seen = event === 'harm' ? 'less harm' : 'more failure';
    return wrongSign.slopePerGyEqd2.isWrong
      ? `More dose goes with ${seen}, the wrong way round: the ratio of ${plain(alphaBetaGy.estimate)} Gy is no α/β`
      : `The effects of dose and fraction size contradict each other: the ratio of ${plain(alphaBetaGy.estimate)} Gy is no α/β`;
  }
  const [first] = isoeffective;
  const seen = event === 'harm' ? 'more harm' : 'less failure';
  return `More dose goes with ${seen}; ${plain(first.totalDoseGy.estimate, 1)} Gy in ${first.fractions} fractions would equal ${arms[0].schedule}`;
}

export const effectByDose: EstimateChart = {
  summary:
    'The arms’ published effects against total dose, with the fitted curve of each number of fractions.',
  reference: 'Fowler 1989, Br J Radiol 62:679',
  spec,
  content(result: EstimateResult) {
    const { level, arms, measure, isoeffective, alphaBetaGy } = result;
    const z = normalReach(level);
    const scale = scaleOf(result);
    const points = armRows(result, z, scale);
    const doses = arms.map(({ totalDoseGy }) => totalDoseGy);
    const padded = (values: readonly number[]): [number, number] => {
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const room = MARGIN * (high - low);
      return [low - room, high + room];
    };
    const x = padded([...doses, ...isoeffective.map(({ totalDoseGy }) => totalDoseGy.estimate)]);
    const y = padded(points.flatMap(({ low, high }) => [Number(low), Number(high)]));
    const axis = measure === 'rate' ? 'rate (%)' : `${measureWords(result)} against ${arms[0].schedule}`;
    const circles = isoeffective.length > 0 ? ' Circles mark the total dose that equals the control.' : '';
    const fit =
      result.coefficients.goodnessOfFit === null
        ? ' The curves meet every arm: there is nothing left to test the model with.'
        : '';
    return {
      title: titleOf(result),
      description: `Marks are the published effects with their ${levelWords(level)} intervals; a curve is the fitted effect of total dose in the number of fractions of the arms on it.${fit}${circles} Ratios that are not refused: ${fiellerWords(alphaBetaGy.fieller)} (Fieller, ${levelWords(level)}).`,
      data: {
        curves: curveRows(result, x, y, scale),
        arms: points,
        control: [{ effect: short(scale.of(0)) }],
        isoeffective: isoeffective.map(({ totalDoseGy, fractions }, level) => ({
          doseGy: short(totalDoseGy.estimate),
          effect: short(scale.of(0)),
          label: `${plain(totalDoseGy.estimate, 1)} Gy in ${fractions}`,
          level,
        })),
      },
      params: {
        ...axisParams('x', x),
        ...axisParams('y', y),
        ticks: scale.ticks(...y),
        measure,
        effectTitle: capitalised(axis),
      },
    };
  },
};
