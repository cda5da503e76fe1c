import spec from '../../../reports/eqd2-by-alpha-beta.vl.json' with { type: 'json' };
import type { RunResult } from '../../engine/result.ts';
import { crossingAlphaBetaGy, type DoseSums, eqd2 } from '../../radiobiology/linear-quadratic.ts';
import { armKeys, armParams, type ChartArm, chartArms, MOST_DRAWN, sumsOf } from '../chart-arms.ts';
import { type CohortAlphaBeta, cohortAlphaBeta } from '../cohort-alpha-beta.ts';
import { axisParams, gray, short } from '../numbers.ts';
import type { ChartDefinition, Row } from './definition.ts';

/** An arm with a schedule. */
interface DosedArm extends ChartArm {
  readonly sums: DoseSums;
}

const AXIS = { low: 1, high: 20, lowest: 0.5, highest: 60 };
const STEPS = 80;
/** α/β that is spoken of where the cohort has none. */
const LATE_GY = 3;
/** Differences in Gy that the text shows as none. */
const EQUAL_GY = 0.05;
/** Room above the curves, as a share of their range. */
const HEADROOM = 0.12;

/** The α/β shown: 1 to 20 Gy, widened for the cohort and for a crossing that is not far off. */
function axisRange(cohort: CohortAlphaBeta | undefined, crossings: readonly number[]): [number, number] {
  const wanted = [cohort?.low, cohort?.median, cohort?.high, ...crossings].filter(
    (value) => value !== undefined && value >= AXIS.lowest && value <= AXIS.highest,
  ) as number[];
  return [Math.min(AXIS.low, ...wanted), Math.max(AXIS.high, ...wanted)];
}

function curve({ sums }: DosedArm, role: string, [low, high]: readonly [number, number]): Row[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const alphaBetaGy = low * Math.exp((i / STEPS) * Math.log(high / low));
    return { role, alphaBetaGy: short(alphaBetaGy), eqd2Gy: short(eqd2(sums, alphaBetaGy)) };
  });
}

/** What the arms are worth at the cohort's median. */
function atMedian([a, b]: readonly DosedArm[], cohort: CohortAlphaBeta | undefined): string {
  if (!cohort) return '';
  const difference = eqd2(b.sums, cohort.median) - eqd2(a.sums, cohort.median);
  const where = `at the cohort’s α/β of ${gray(cohort.median)}`;
  if (Math.abs(difference) < EQUAL_GY) return `; ${where}, they differ by less than 0.1 Gy`;
  return `; ${where}, ${(difference > 0 ? b : a).label} gives ${gray(Math.abs(difference))} more`;
}

/** What each of several arms is worth, at the cohort's median or at the α/β of late-reacting tissue. */
function titleOfSeveral(arms: readonly DosedArm[], cohort: CohortAlphaBeta | undefined): string {
  const alphaBetaGy = cohort?.median ?? LATE_GY;
  const [control, ...others] = arms.map(
    ({ label, sums }) => `${label} is worth ${gray(eqd2(sums, alphaBetaGy))}`,
  );
  const where = cohort ? `the cohort’s α/β of ${gray(alphaBetaGy)}` : `an α/β of ${gray(alphaBetaGy)}`;
  return `At ${where}, ${others.join(', ')}; ${control}`;
}

function titleOf(arms: readonly DosedArm[], cohort: CohortAlphaBeta | undefined): string {
  const [a, b] = arms;
  if (arms.length > 2) return titleOfSeveral(arms, cohort);
  if (!b) {
    const at = (alphaBetaGy: number): string => gray(eqd2(a.sums, alphaBetaGy));
    const median = cohort ? `, ${at(cohort.median)} at the cohort’s α/β of ${gray(cohort.median)}` : '';
    return `${a.label} is worth ${at(AXIS.low)} in 2 Gy fractions at α/β 1 Gy${median} and ${at(AXIS.high)} at 20 Gy`;
  }
  const crossing = crossingAlphaBetaGy(a.sums, b.sums);
  if (crossing !== undefined) {
    const below = b.sums.doseSquaredGy2 > a.sums.doseSquaredGy2 ? b : a;
    return `Both arms are equal at α/β ${gray(crossing)}; below it ${below.label} is the stronger${atMedian(arms, cohort)}`;
  }
  const difference = eqd2(b.sums, 1) - eqd2(a.sums, 1);
  if (difference === 0) return 'Both arms give the same EQD2 at every α/β';
  return `${(difference > 0 ? b : a).label} is the stronger at every α/β${atMedian(arms, cohort)}`;
}

function cohortRows(cohort: CohortAlphaBeta | undefined, [low, high]: readonly [number, number]): Row[] {
  if (!cohort || cohort.median < low || cohort.median > high) return [];
  return [
    {
      median: short(cohort.median),
      low: short(Math.max(low, cohort.low ?? cohort.median)),
      high: short(Math.min(high, cohort.high ?? cohort.median)),
      label: `${cohort.low === undefined ? 'cohort' : 'median'} ${gray(cohort.median)}`,
      isRight: Math.log(cohort.median / low) > 0.6 * Math.log(high / low),
    },
  ];
}

/** The α/β at which each arm but the control equals it, where there is one. */
const crossingsOf = ([control, ...others]: readonly DosedArm[]): { arm: DosedArm; at: number }[] =>
  others.flatMap((arm) => {
    const at = crossingAlphaBetaGy(control.sums, arm.sums);
    return at === undefined ? [] : [{ arm, at }];
  });

function crossingRows(arms: readonly DosedArm[], [low, high]: readonly [number, number]): Row[] {
  return crossingsOf(arms)
    .filter(({ at }) => at >= low && at <= high)
    .map(({ at }) => ({
      alphaBetaGy: short(at),
      eqd2Gy: short(eqd2(arms[0].sums, at)),
      // Of several arms the points lie near each other: the caption tells them
      label: arms.length > 2 ? '' : `equal at ${gray(at)}`,
      isRight: Math.log(at / low) > 0.75 * Math.log(high / low),
    }));
}

/** Values, and one beyond them, so that the label of a crossing at the top does not meet the legend. */
function withHeadroom(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return [low, high + HEADROOM * (high - low)];
}

export const eqd2ByAlphaBeta: ChartDefinition = {
  summary: 'EQD2 of the arms against α/β, with the α/β at which they are equal and that of the cohort.',
  reference: 'Fowler 1989, Br J Radiol 62:679',
  spec,
  showsInput: true,
  severalArms: true,
  content(result: RunResult) {
    const arms = chartArms(result).flatMap((arm): DosedArm[] => {
      const sums = sumsOf(result, arm.name);
      return sums ? [{ ...arm, sums }] : [];
    });
    if (arms.length === 0 || arms.length > MOST_DRAWN) return undefined;
    const cohort = cohortAlphaBeta(result);
    const range = axisRange(
      cohort,
      crossingsOf(arms).map(({ at }) => at),
    );
    const keys = armKeys(arms);
    const curves = arms.flatMap((arm, i) => curve(arm, keys[i], range));
    const equal = crossingsOf(arms).map(({ arm, at }) => `${arm.name} at ${gray(at)}`);
    const points =
      arms.length > 2 && equal.length > 0
        ? ` Points are where an arm equals ${arms[0].name}: ${equal.join(', ')}.`
        : '';
    const shade =
      cohort?.low === undefined
        ? ''
        : ' The dotted line is the cohort’s median, the band its middle 80 % of patients, as planned.';
    return {
      title: titleOf(arms, cohort),
      description: `Equivalent dose in 2 Gy fractions of each schedule by the linear-quadratic model, against α/β on a logarithmic axis: full repair between fractions, no repopulation.${points}${shade}`,
      data: {
        curves,
        cohort: cohortRows(cohort, range),
        crossing: crossingRows(arms, range),
      },
      params: {
        ...armParams(arms),
        ...axisParams('x', range),
        ...axisParams('y', withHeadroom(curves.map(({ eqd2Gy }) => Number(eqd2Gy)))),
      },
    };
  },
};
