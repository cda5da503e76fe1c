import spec from '../../../reports/cost-by-alpha-beta.vl.json' with { type: 'json' };
import type { CalibrationResult } from '../../evidence/calibration-result.ts';
import { POWER, patientsPerArm, type TrialistCost, TWO_SIDED_ALPHA } from '../../evidence/trialist-cost.ts';
import { scheduleWords } from '../calibration-words.ts';
import type { Row } from '../charts/definition.ts';
import { controlByAlphaBeta } from '../control-by-alpha-beta.ts';
import { axisParams, gray, grouped, short, signed } from '../numbers.ts';
import type { CalibrationChart } from './definition.ts';

/** Patients beyond which no trial is thinkable: where the axis ends. */
const MOST_PATIENTS = 100_000;

/** A value of α/β with the difference of control in percentage points and the trial that shows it. */
interface Point {
  readonly alphaBetaGy: number;
  readonly points: number;
  readonly perArm: number | null;
}

const pointOf = (alphaBetaGy: number, first: number, second: number): Point => ({
  alphaBetaGy,
  points: 100 * (second - first),
  perArm: patientsPerArm(first, second) ?? null,
});

/** The curve over the grid of the profile and the stated values, each once, in order. */
function curveOf(result: CalibrationResult, { costs }: CalibrationResult['comparison']): Point[] {
  const stated = costs.map(({ alphaBetaGy, longRunControl: [a, b] }) => pointOf(alphaBetaGy, a, b));
  const others = controlByAlphaBeta(result)
    .filter(({ alphaBetaGy }) => !stated.some((point) => point.alphaBetaGy === alphaBetaGy))
    .map(({ alphaBetaGy, longRunControl: [a, b] }) => pointOf(alphaBetaGy, a, b));
  return [...stated, ...others].sort((a, b) => a.alphaBetaGy - b.alphaBetaGy);
}

/** α/β at which the difference changes sign: a point of the curve where it is 0, or between two points. */
function turnOf(curve: readonly Point[]): number | undefined {
  const unequal = curve.filter(({ points }) => points !== 0);
  const at = unequal.findIndex(({ points }, i) => i > 0 && points * unequal[i - 1].points < 0);
  if (at < 0) return undefined;
  const [a, b] = [unequal[at - 1], unequal[at]];
  const equal = curve.find(
    ({ alphaBetaGy: x, points }) => points === 0 && x > a.alphaBetaGy && x < b.alphaBetaGy,
  );
  if (equal) return equal.alphaBetaGy;
  return a.alphaBetaGy + ((b.alphaBetaGy - a.alphaBetaGy) * a.points) / (a.points - b.points);
}

/** The fewest and the most patients an arm that any of the values asks for. */
function armsInWords(costs: readonly TrialistCost[]): string {
  const needed = costs.flatMap(({ perArm }) => (perArm === null ? [] : [perArm]));
  if (needed.length === 0) return 'no number of patients shows it';
  const [least, most] = [Math.min(...needed), Math.max(...needed)];
  const range = least === most ? grouped(least) : `${grouped(least)} to ${grouped(most)}`;
  return `a trial needs ${needed.length < costs.length ? `at least ${grouped(least)}` : range} patients an arm`;
}

function titleOf(costs: readonly TrialistCost[], second: string, turn: number | undefined): string {
  const ordered = [...costs].sort((a, b) => a.alphaBetaGy - b.alphaBetaGy);
  const [low, high] = [ordered[0], ordered.at(-1)!];
  const between = (words: (cost: TrialistCost) => string): string =>
    low === high ? words(low) : `${words(low)} to ${words(high)}`;
  const gained = between(({ difference }) => signed(100 * difference));
  const at = between(({ alphaBetaGy }) => String(alphaBetaGy));
  const sign = turn === undefined ? '' : `, its sign turns near ${gray(turn)}`;
  return `At α/β ${at} Gy, ${second} differs by ${gained} points in control${sign}; ${armsInWords(costs)}`;
}

/** Points of the curve by the side of the sign, so that no line crosses the pole between. */
const curveRows = (curve: readonly Point[]): Row[] =>
  curve.map(({ alphaBetaGy, points, perArm }) => ({
    alphaBetaGy,
    points: short(points),
    perArm,
    side: Math.sign(points),
  }));

function statedRows(costs: readonly TrialistCost[], [low, high]: readonly [number, number]): Row[] {
  return costs.map(({ alphaBetaGy, difference, perArm }) => ({
    alphaBetaGy,
    points: short(100 * difference),
    perArm: perArm !== null && perArm <= MOST_PATIENTS ? perArm : null,
    pointsLabel: signed(100 * difference),
    perArmLabel: perArm === null ? '' : grouped(perArm),
    isRight: Math.log(alphaBetaGy / low) > 0.5 * Math.log(high / low),
  }));
}

/** From the power of ten below the least to that above the most, no further than the axis ends. */
function patientRange(curve: readonly Point[]): { nLow: number; nHigh: number } {
  const shown = curve.flatMap(({ perArm }) => (perArm === null ? [] : [Math.min(perArm, MOST_PATIENTS)]));
  const tenth = (n: number, round: (x: number) => number): number => Number(`1e${round(Math.log10(n))}`);
  const [least, most] = shown.length > 0 ? [Math.min(...shown), Math.max(...shown)] : [1, 1];
  return {
    nLow: tenth(least, Math.floor),
    nHigh: Math.min(MOST_PATIENTS, Math.max(10, tenth(1.3 * most, Math.ceil))),
  };
}

export const costByAlphaBeta: CalibrationChart = {
  summary: 'What not knowing α/β costs: difference of control between two schedules, and patients an arm.',
  reference: 'Chow, Shao & Wang 2008, Sample Size Calculations in Clinical Research, 2nd ed., §4.2',
  spec,
  content({ result }) {
    const { comparison } = result;
    if (comparison.costs.length === 0) return undefined;
    const curve = curveOf(result, comparison);
    const [first, second] = comparison.schedules.map(scheduleWords);
    const range: [number, number] = [curve[0].alphaBetaGy, curve.at(-1)!.alphaBetaGy];
    const heights = [0, ...curve.map(({ points }) => points)];
    const room = 0.15 * (Math.max(...heights) - Math.min(...heights) || 1);
    return {
      title: titleOf(comparison.costs, second, turnOf(curve)),
      description: `Above, long-run local control of ${second} less that of ${first} in percentage points, the model fitted anew at each α/β; below, patients an arm that show the difference (two-sided ${100 * TWO_SIDED_ALPHA} %, power ${100 * POWER} %). Marks are the values asked for, lines join the values of the grid. These are consequences of the fitted model at each α/β, without the uncertainty of its other parameters.`,
      data: { zero: [{ points: 0 }], curve: curveRows(curve), stated: statedRows(comparison.costs, range) },
      params: {
        ...axisParams('x', range),
        ...axisParams('y', [Math.min(...heights) - room, Math.max(...heights) + room]),
        ...patientRange(curve),
        differenceTitle: 'difference (points)',
      },
    };
  },
};
