import spec from '../../../reports/control-against-wounds.vl.json' with { type: 'json' };
import type { RunResult, TruthResult } from '../../engine/result.ts';
import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { type Claim, isTimeClaim } from '../../trial/claims/definition.ts';
import { type ChartArm, chartArms, legendParams } from '../chart-arms.ts';
import { capitalised, endpointWords } from '../endpoint-words.ts';
import { labelMarks } from '../label-marks.ts';
import { liveDesign } from '../live-design.ts';
import { axisParams, best, percent, points, short } from '../numbers.ts';
import type { ChartDefinition, Row } from './definition.ts';

const rateIn = (truth: TruthResult, arm: string, endpoint: EndpointName): number =>
  best(truth.arms.find(({ name }) => name === arm)!.endpoints[endpoint]!.rate);

/** Differences that the text shows as none. */
const EQUAL = 0.0005;
/** Height of a truth’s name as a share of the axis. */
const LABEL_SHARE = 0.058;

function titleOf(truth: TruthResult, arms: readonly ChartArm[]): string {
  const of = (arm: ChartArm, endpoint: EndpointName): number => rateIn(truth, arm.name, endpoint);
  const [a, b] = arms;
  if (!b) {
    return `As planned, ${a.label} has ${percent(of(a, 'localControl'))} % local control and ${percent(of(a, 'woundComplication'))} % wound complications`;
  }
  const change = (endpoint: EndpointName, less: string): string | undefined => {
    const difference = of(b, endpoint) - of(a, endpoint);
    if (Math.abs(difference) < EQUAL) return undefined;
    return `${points(difference)} ${difference > 0 ? 'more' : less} ${endpoints[endpoint].label}`;
  };
  const control = change('localControl', 'less');
  const wounds = change('woundComplication', 'fewer');
  if (control && wounds) return `As planned, ${b.label} has ${control} and ${wounds} than ${a.label}`;
  if (control)
    return `As planned, ${b.label} has ${control} than ${a.label}, and as many wound complications`;
  if (wounds) return `As planned, ${b.label} has ${wounds} than ${a.label}, and as much local control`;
  return 'As planned, both arms have the same local control and the same wound complications';
}

/** The arms under each truth; where truths coincide, one mark bears all their names. */
function truthRows(truths: readonly TruthResult[], arms: readonly ChartArm[], isNamed: boolean): Row[] {
  const marks = new Map<string, { role: string; control: number; wounds: number; names: string[] }>();
  for (const truth of truths) {
    for (const { name, role } of arms) {
      const control = short(100 * rateIn(truth, name, 'localControl'));
      const wounds = short(100 * rateIn(truth, name, 'woundComplication'));
      const key = `${role} ${control} ${wounds}`;
      const mark = marks.get(key) ?? { role, control, wounds, names: [] };
      mark.names.push(truth.name);
      marks.set(key, mark);
    }
  }
  return [...marks.values()].map(({ names, ...mark }) => ({ ...mark, truth: isNamed ? namesOf(names) : '' }));
}

/** The first of some truths, and how many more share its mark. */
function namesOf([first, ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** The marks with the places of their names. */
function withLabels(rows: readonly Row[], values: readonly number[]): Row[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const marks = rows.map(({ wounds, control }) => ({ x: Number(wounds), y: Number(control) }));
  const places = labelMarks(marks, LABEL_SHARE * (high - low), [low, high]);
  return rows.map((row, i) => {
    const { x, y, isLeft } = places[i];
    return { ...row, labelX: short(x), labelY: short(y), isLeft };
  });
}

/** How far below its line a limit's label starts, in pixels; above it, or lower, where a truth's name stands in its way. */
const DROP = { usual: 4, pastName: 14, above: -17 };

/** The worst rates with the drop of their labels. */
function withDrops(limits: readonly Row[], truths: readonly Row[], values: readonly number[]): Row[] {
  const height = LABEL_SHARE * (Math.max(...values) - Math.min(...values));
  return limits.map((limit) => {
    const below = truths.map(({ labelY }) => (Number(limit.control) - Number(labelY)) / height);
    const isOn = below.some((gap) => Math.abs(gap) < 0.5);
    const isUnder = below.some((gap) => gap >= 0.5 && gap < 2);
    return { ...limit, drop: isOn ? DROP.pastName : isUnder ? DROP.above : DROP.usual };
  });
}

function worldRows({ worldsSummary }: RunResult, arms: readonly ChartArm[]): Row[] {
  return (worldsSummary?.first ?? []).flatMap(({ rates }) =>
    arms.map(({ name, role }) => ({
      role,
      control: short(100 * rates[name].localControl!),
      wounds: short(100 * rates[name].woundComplication!),
    })),
  );
}

/** Whether a claim is on the rate that the chart shows; with other events counted, or competing, it is on another. */
function comparesShownRate(claim: Claim): boolean {
  return !isTimeClaim(claim) || (claim.events.countsAsFailure.length === 0 && !claim.events.seesCompeting);
}

/** The worst rates that the claims would still accept, for the control's rates as planned. */
function limitRows(result: RunResult, [a, b]: readonly ChartArm[]): Row[] {
  const { truths } = result;
  const shown = liveDesign(result).claims.filter(
    ({ endpoint: { name } }) => name === 'localControl' || name === 'woundComplication',
  );
  return shown.filter(comparesShownRate).map((claim) => {
    const {
      endpoint: { name: endpoint },
      limit,
      limitName = 'null',
    } = claim;
    const isControl = endpoint === 'localControl';
    const reference = b ? rateIn(truths[0], a.name, endpoint) : undefined;
    const bound =
      reference === undefined
        ? limit
        : isTimeClaim(claim)
          ? claim.rateAtMargin(reference)
          : reference + (isControl ? -limit : limit);
    const label =
      reference === undefined
        ? `${limitName} ${percent(limit)} %`
        : `${bound === reference ? 'equal' : 'margin'} ${percent(bound)} %`;
    return {
      control: isControl ? short(100 * bound) : null,
      wounds: isControl ? null : short(100 * bound),
      label,
    };
  });
}

export const controlAgainstWounds: ChartDefinition = {
  summary: 'Local control against wound complications by arm, as planned and in the worlds.',
  reference: 'population rates of world 0 and of the first worlds',
  spec,
  content(result: RunResult) {
    const [planned] = result.truths;
    const reported = planned.arms[0].endpoints;
    if (!reported.localControl || !reported.woundComplication) return undefined;
    const arms = chartArms(result);
    const worlds = worldRows(result, arms);
    const count = worlds.length / arms.length;
    const isNamed = count === 0 && result.truths.length > 1;
    const control = worlds.filter(({ role }) => role === 'control');
    const isFixed =
      control.length > 0 &&
      control.every((row) => row.control === control[0].control && row.wounds === control[0].wounds);
    const anchored = isFixed
      ? ' The control’s rates are the same in every world, so its small marks coincide.'
      : '';
    const shown =
      count > 0
        ? `Large marks are the rates as planned, small ones the rates in the first ${count} worlds: where they lie is our uncertainty, not chance between patients.`
        : 'The marks are the rates under each truth.';
    const truths = truthRows(count > 0 ? [planned] : result.truths, arms, isNamed);
    const limits = limitRows(result, arms);
    const shownAt = (key: 'control' | 'wounds'): number[] =>
      [...worlds, ...truths, ...limits].flatMap((row) => (row[key] === null ? [] : [Number(row[key])]));
    const marks = withLabels(truths, shownAt('control'));
    return {
      title: titleOf(planned, arms),
      description: `${shown}${anchored} Up and to the left is better. Dashed lines are the worst rates that the claims accept${arms.length > 1 ? ' for the control’s rates as planned' : ''}.`,
      data: { worlds, truths: marks, limits: withDrops(limits, marks, shownAt('control')) },
      params: {
        ...legendParams(arms),
        ...axisParams('x', shownAt('wounds')),
        ...axisParams('y', shownAt('control')),
        controlTitle: `${capitalised(endpointWords(result, 'localControl'))} (%)`,
        woundsTitle: `${capitalised(endpointWords(result, 'woundComplication'))} (%)`,
      },
    };
  },
};
