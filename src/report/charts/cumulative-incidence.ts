import spec from '../../../reports/cumulative-incidence.vl.json' with { type: 'json' };
import type { RunResult, TimeCurves } from '../../engine/result.ts';
import type { TimeClaim } from '../../trial/claims/definition.ts';
import { yearsWords } from '../../trial/years-words.ts';
import { evenTicks } from '../axis-ticks.ts';
import { armKeys, armParams, type ChartArm, chartArms, MOST_DRAWN } from '../chart-arms.ts';
import { competingNamed, failuresNamed, timeClaimOf } from '../failure-words.ts';
import { best, percent, short } from '../numbers.ts';
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

const hasCompeting = ({ arms }: TimeCurves): boolean =>
  arms.some(({ competing }) => competing.some((x) => x > 0));

function curveRows(curves: TimeCurves, arms: readonly ChartArm[], unit: number): Row[] {
  const isCompeting = hasCompeting(curves);
  const keys = armKeys(arms);
  const series: [name: string, of: (curve: ArmCurve) => readonly number[] | null][] = [
    ['population', ({ failureExact }) => failureExact],
    ['competing', ({ competing }) => (isCompeting ? competing : null)],
    ['naive', ({ netFailure }) => (isCompeting ? netFailure : null)],
    ['trials', ({ failure }) => failure],
  ];
  return series.flatMap(([name, of]) =>
    curves.arms.flatMap((curve, arm) =>
      (of(curve) ?? []).map((value, i) => ({
        role: keys[arm],
        series: name,
        time: short(unit * curves.years[i]),
        share: short(100 * value),
      })),
    ),
  );
}

function riskRows(
  curves: TimeCurves,
  arms: readonly ChartArm[],
  ticks: readonly number[],
  unit: number,
): Row[] {
  const keys = armKeys(arms);
  return curves.arms.flatMap(({ atRisk }, arm) => {
    const { label } = arms[arm];
    const role = keys[arm];
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

/** Failed by the time of the claim, by arm, as the tables have it, else in the trials that are drawn. */
function failedBy({ truths: [planned] }: RunResult, { time, events }: TimeClaim): number[] {
  const { curves, controlRates } = planned.times!;
  return curves.arms.map(({ failure, failureExact, competing }, arm) => {
    const table = events.countsAsFailure.length === 0 ? planned.arms[arm].competing : undefined;
    if (failureExact) return valueAt(curves.years, failureExact, time);
    if (!competing.some((x) => x > 0)) return 1 - controlRates[arm];
    if (!table) return valueAt(curves.years, failure, time);
    const isFirst = events.competing.includes('metastasis');
    return best(isFirst ? table.localFailureFirst : table.localFailureBeforeDeath);
  });
}

/** The same by 1 − Kaplan–Meier. */
function naiveBy({ truths: [planned] }: RunResult, { time, events }: TimeClaim): number[] {
  const { curves } = planned.times!;
  return curves.arms.map(({ netFailure }, arm) => {
    const table = events.countsAsFailure.length === 0 ? planned.arms[arm].competing : undefined;
    return table ? best(table.netLocalFailure) : valueAt(curves.years, netFailure, time);
  });
}

function titleOf(result: RunResult, arms: readonly ChartArm[], claim: TimeClaim): string {
  const failed = failedBy(result, claim);
  const naive = naiveBy(result, claim);
  const by = arms.map(({ label }, arm) => `${percent(failed[arm])} % of ${label} patients`);
  const lead = `At ${yearsWords(claim.time)} ${by.join(' and ')} have failed`;
  return hasCompeting(result.truths[0].times!.curves) && failed.some((x, arm) => naive[arm] - x > EQUAL)
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
  return `Cumulative incidence of ${failuresNamed(claim)} by arm as planned, from surgery on: the mean over the first ${curves.trials} trials at their last analysis (Aalen–Johansen); the control’s line is the thicker one. The upright line is the time of the claim.${population}${competing} Below, the mean number of patients at risk.`;
}

export const cumulativeIncidence: ChartDefinition = {
  summary:
    'Cumulative incidence of failure by arm, with patients at risk, competing events and 1 − Kaplan–Meier.',
  reference: 'Aalen & Johansen 1978, Scand J Stat 5:141; Gooley 1999, Stat Med 18:695',
  spec,
  severalArms: true,
  content(result: RunResult) {
    const curves = result.truths[0].times?.curves;
    const arms = chartArms(result);
    if (!curves || curves.trials === 0 || arms.length > MOST_DRAWN) return undefined;
    const most = curves.years[curves.years.length - 1];
    const unit = most < LEAST_YEARS ? MONTHS_A_YEAR : 1;
    const ticks = evenTicks(0, unit * most, TICKS);
    const rows = curveRows(curves, arms, unit);
    const claim = timeClaimOf(result)!;
    return {
      title: titleOf(result, arms, claim),
      description: descriptionOf(result, curves),
      data: {
        curves: rows,
        atRisk: riskRows(curves, arms, ticks, unit),
        time: [{ time: short(unit * claim.time), label: yearsWords(claim.time) }],
      },
      params: {
        ...armParams(arms),
        seriesShown: ['trials', 'population', 'naive', 'competing'].filter((name) =>
          rows.some(({ series }) => series === name),
        ),
        trialsName: 'failure, trials',
        populationName: 'failure, population',
        naiveName: '1 − Kaplan–Meier',
        competingName: competingNamed(claim) || 'other events',
        xHigh: short(unit * most),
        yHigh: short(Math.max(LEAST_TOP, HEADROOM * Math.max(...rows.map(({ share }) => Number(share))))),
        ticks,
        timeTitle: unit === 1 ? 'years from surgery' : 'months from surgery',
      },
    };
  },
};
