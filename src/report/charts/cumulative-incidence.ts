import spec from '../../../reports/cumulative-incidence.vl.json' with { type: 'json' };
import type { RunResult, TimeCurves } from '../../engine/result.ts';
import { yearsWords } from '../../trial/years-words.ts';
import { evenTicks } from '../axis-ticks.ts';
import { type ChartArm, chartArms, legendParams } from '../chart-arms.ts';
import { competingNamed, failuresNamed, timeClaimOf } from '../failure-words.ts';
import { percent, short } from '../numbers.ts';
import type { ChartDefinition, Row } from './definition.ts';

type ArmCurve = TimeCurves['arms'][number];

/** Curves that are shown over fewer years than this have their axis in months. */
const LEAST_YEARS = 2;
const MONTHS_A_YEAR = 12;
/** Most times on the axis, under which patients at risk are told: numbers of three digits on a phone. */
const TICKS = 7;
/** Room above the highest curve, and the least that the axis reaches, in percent. */
const HEADROOM = 1.08;
const LEAST_TOP = 1;
/** Pixels below the plot of the first line about patients at risk, and between lines. */
const RISK_LINES = { first: 58, apart: 15, arms: 35 };
/** Differences of probability that the title shows as none. */
const EQUAL = 0.0005;

/** The value of a curve at a time between the years of its grid. */
function valueAt(years: readonly number[], curve: readonly number[], time: number): number {
  const next = years.findIndex((year) => year >= time);
  if (next < 0) return curve[curve.length - 1];
  if (next === 0) return curve[0];
  const share = (time - years[next - 1]) / (years[next] - years[next - 1]);
  return curve[next - 1] + share * (curve[next] - curve[next - 1]);
}

/** The curve that is believed: the population’s, else the trials’. */
const believed = ({ failure, failureExact }: ArmCurve): readonly number[] => failureExact ?? failure;

const hasCompeting = ({ arms }: TimeCurves): boolean =>
  arms.some(({ competing }) => competing.some((x) => x > 0));

function curveRows(curves: TimeCurves, arms: readonly ChartArm[], unit: number): Row[] {
  const isCompeting = hasCompeting(curves);
  return curves.arms.flatMap(({ failure, failureExact, netFailure, competing }, arm) => {
    const series: [name: string, values: readonly number[] | null][] = [
      ['population', failureExact],
      ['competing', isCompeting ? competing : null],
      ['naive', isCompeting ? netFailure : null],
      ['trials', failure],
    ];
    return series.flatMap(([name, values]) =>
      (values ?? []).map((value, i) => ({
        role: arms[arm].role,
        series: name,
        time: short(unit * curves.years[i]),
        share: short(100 * value),
      })),
    );
  });
}

function riskRows(
  curves: TimeCurves,
  arms: readonly ChartArm[],
  ticks: readonly number[],
  unit: number,
): Row[] {
  return curves.arms.flatMap(({ atRisk }, arm) => {
    const { role, label } = arms[arm];
    const down = RISK_LINES.first + arm * RISK_LINES.arms;
    return [
      { kind: 'heading', role, label: `patients at risk, ${label}`, time: 0, down },
      ...ticks.map((time) => ({
        kind: 'number',
        role,
        label: String(Math.round(valueAt(curves.years, atRisk, time / unit))),
        time,
        down: down + RISK_LINES.apart,
      })),
    ];
  });
}

/** `7.0`, or `7.0 and 8.1` where the arms differ. */
function bothArms(values: readonly number[]): string {
  return [...new Set(values.map((value) => percent(value)))].join(' and ');
}

function titleOf(curves: TimeCurves, arms: readonly ChartArm[], time: number): string {
  const at = (curve: readonly number[]): number => valueAt(curves.years, curve, time);
  const failed = curves.arms.map((arm) => at(believed(arm)));
  const by = arms.map(({ label }, arm) => `${percent(failed[arm])} % of ${label} patients`);
  const lead = `At ${yearsWords(time)} ${by.join(' and ')} have failed`;
  const naive = curves.arms.map(({ netFailure }) => at(netFailure));
  const differs = curves.arms.some(({ failure }, arm) => naive[arm] - at(failure) > EQUAL);
  return hasCompeting(curves) && differs
    ? `${lead}; 1\u00a0−\u00a0Kaplan–Meier would say ${bothArms(naive)} %`
    : lead;
}

function descriptionOf(result: RunResult, curves: TimeCurves): string {
  const claim = timeClaimOf(result)!;
  const isExact = curves.arms.some(({ failureExact }) => failureExact !== null);
  const population = isExact ? ' The broad pale lines are the population, followed for ever.' : '';
  const competing = hasCompeting(curves)
    ? ` Dotted, ${competingNamed(claim) || 'other events'} before failure; dashed, 1\u00a0−\u00a0Kaplan–Meier, which takes them for censorings and so says too much.`
    : '';
  return `Cumulative incidence of ${failuresNamed(claim)} by arm as planned, from surgery on: the mean over the first ${curves.trials} trials at their last analysis (Aalen–Johansen).${population}${competing} Below, the mean number of patients at risk.`;
}

export const cumulativeIncidence: ChartDefinition = {
  summary:
    'Cumulative incidence of failure by arm, with patients at risk, competing events and 1 − Kaplan–Meier.',
  reference: 'Aalen & Johansen 1978, Scand J Stat 5:141; Gooley 1999, Stat Med 18:695',
  spec,
  content(result: RunResult) {
    const curves = result.truths[0].times?.curves;
    if (!curves || curves.trials === 0) return undefined;
    const arms = chartArms(result);
    const most = curves.years[curves.years.length - 1];
    const unit = most < LEAST_YEARS ? MONTHS_A_YEAR : 1;
    const ticks = evenTicks(0, unit * most, TICKS);
    const rows = curveRows(curves, arms, unit);
    const { time } = timeClaimOf(result)!;
    return {
      title: titleOf(curves, arms, time),
      description: descriptionOf(result, curves),
      data: {
        curves: rows,
        atRisk: riskRows(curves, arms, ticks, unit),
        time: [{ time: short(unit * time) }],
      },
      params: {
        ...legendParams(arms),
        seriesShown: ['trials', 'population', 'naive', 'competing'].filter((name) =>
          rows.some(({ series }) => series === name),
        ),
        trialsName: 'failure, trials',
        populationName: 'failure, population',
        naiveName: '1 − Kaplan–Meier',
        competingName: 'competing',
        xHigh: short(unit * most),
        yHigh: short(Math.max(LEAST_TOP, HEADROOM * Math.max(...rows.map(({ share }) => Number(share))))),
        ticks,
        timeTitle: unit === 1 ? 'years from surgery' : 'months from surgery',
      },
    };
  },
};
