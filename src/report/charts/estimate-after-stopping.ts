import spec from '../../../reports/estimate-after-stopping.vl.json' with { type: 'json' };
import type { EstimateAtEnd, RunResult, TimesResult } from '../../engine/result.ts';
import { verdicts } from '../../trial/rules/definition.ts';
import type { TimeScale } from '../../trial/time-tests/definition.ts';
import { effectAxis, effectNoun, isRatioScale, onAxis, showEffect } from '../effect-scale.ts';
import { liveDesign } from '../live-design.ts';
import { grouped, percent } from '../numbers.ts';
import { textWidth } from '../text-width.ts';
import type { ChartDefinition, Row } from './definition.ts';

/** Half width of the bars, in standard errors. */
const REACH = 1.96;
/** Share of the axis left free on either side. */
const SPACE = 0.06;
/** Size of the means, which stand in a column at the right end of the plot, and room between it and the axis. */
const VALUE_SIZE = 12;
const VALUE_GAP = 12;
/** Rows; of more looks, those at which fewest trials end are left out. */
const MOST_ENDS = 9;

/** Trials that ended in one way and have estimates. */
interface End extends EstimateAtEnd {
  readonly kind: string;
  readonly label: string;
  readonly mean: NonNullable<EstimateAtEnd['mean']>;
}

/** `4 trials`: a share of the replicates as their number. */
function trialsWords(share: number, replicates: number): string {
  const trials = Math.round(share * replicates);
  return `${grouped(trials)} ${trials === 1 ? 'trial' : 'trials'}`;
}

/** Puts a name to those that ended in one way: `for efficacy at look 1: 4 trials (0.8 %)`. */
const endOf =
  (replicates: number) =>
  (kind: string, label: string, { share, mean }: EstimateAtEnd): End[] => {
    const trials = `${trialsWords(share.estimate, replicates)} (${percent(share.estimate)} %)`;
    return mean ? [{ kind, label: `${label}: ${trials}`, share, mean }] : [];
  };

/** How trials ended: at each look by what stopped it, at the last analysis, and all of them. */
function endsOf({ estimate: { byEnd, mean } }: TimesResult, replicates: number): End[] {
  const ended = endOf(replicates);
  const stopped = byEnd
    .slice(0, -1)
    .flatMap(({ byVerdict }, k) =>
      verdicts.flatMap((verdict) =>
        byVerdict ? ended(verdict, `for ${verdict} at look ${k + 1}`, byVerdict[verdict]) : [],
      ),
    );
  const fewest = stopped.toSorted((a, b) => b.share.estimate - a.share.estimate).slice(MOST_ENDS);
  return [
    ...stopped.filter((end) => !fewest.includes(end)),
    ...ended('last', 'last analysis', byEnd[byEnd.length - 1]),
    ...(mean
      ? [{ kind: 'all', label: `all ${trialsWords(1, replicates)}`, share: { estimate: 1, mcse: 0 }, mean }]
      : []),
  ];
}

function endRows(ends: readonly End[], scale: TimeScale): Row[] {
  return ends.map(({ kind, label, mean: { estimate, mcse } }, order) => ({
    kind,
    order,
    label,
    effect: onAxis(scale, estimate),
    low: onAxis(scale, estimate - REACH * mcse),
    high: onAxis(scale, estimate + REACH * mcse),
    shown: showEffect(scale, estimate),
  }));
}

/** Mean over the trials stopped for one reason at any look. */
function meanOf(ends: readonly End[], kind: string): number | undefined {
  const these = ends.filter((end) => end.kind === kind);
  const share = these.reduce((sum, end) => sum + end.share.estimate, 0);
  return share === 0
    ? undefined
    : these.reduce((sum, end) => sum + end.share.estimate * end.mean.estimate, 0) / share;
}

function titleOf({ scale, effect, estimate: { mean } }: TimesResult, ends: readonly End[]): string {
  const truth = effect ?? mean!.estimate;
  const against = effect === null ? 'where the mean of all trials is' : 'where the truth is';
  const early = verdicts.find((verdict) => meanOf(ends, verdict) !== undefined)!;
  const noun = effectNoun(scale);
  const share = ends.reduce((sum, end) => sum + (end.kind === early ? end.share.estimate : 0), 0);
  return `The ${percent(share)} % of trials that stop early for ${early} show a ${noun} of ${showEffect(scale, meanOf(ends, early)!)} ${against} ${showEffect(scale, truth)}`;
}

function descriptionOf(result: RunResult, { scale, effect, estimate: { missing } }: TimesResult): string {
  const kind = isRatioScale(scale)
    ? `Geometric mean of the estimated ${effectNoun(scale)}`
    : `Mean estimated ${effectNoun(scale)}`;
  const left =
    missing.estimate > 0
      ? ` The ${percent(missing.estimate)} % of trials without an estimate are left out.`
      : '';
  const truth =
    effect === null ? '' : ' The dotted line is the truth, by the rates at the time of the claim.';
  const futile = liveDesign(result).sequential?.plan.futility
    ? ', those that stop for futility too bad a one'
    : '';
  return `${kind} by where the trial ended, stopped for a reason at a look or at the last analysis, as planned, with its 95 % Monte Carlo interval: naive estimates, which looks select.${truth}${left} Trials that stop early for efficacy have seen too good a result${futile}.`;
}

export const estimateAfterStopping: ChartDefinition = {
  summary: 'Mean estimate of a claim on times by where and why the trial ended, beside the truth.',
  reference: 'Whitehead 1986, Biometrika 73:573; Bassler 2010, JAMA 303:1180',
  spec,
  content(result: RunResult) {
    const { times } = result.truths[0];
    if (!times || times.estimate.byEnd.length < 2) return undefined;
    const ends = endsOf(times, result.replicates);
    if (!ends.some(({ kind }) => kind !== 'last' && kind !== 'all')) return undefined;
    const { scale, effect } = times;
    const truth = effect === null ? [] : [onAxis(scale, effect)];
    const rows = endRows(ends, scale);
    const values = [...rows.flatMap(({ low, high }) => [Number(low), Number(high)]), ...truth];
    const widest = Math.max(...rows.map(({ shown }) => textWidth(String(shown), VALUE_SIZE, true)));
    return {
      title: titleOf(times, ends),
      description: descriptionOf(result, times),
      data: {
        ends: rows,
        truth: truth.map((at) => ({ effect: at, label: `truth ${showEffect(scale, effect!)}` })),
      },
      params: { ...effectAxis(scale, values, SPACE), valuePixels: Math.ceil(widest) + VALUE_GAP },
    };
  },
};
