import spec from '../../../reports/estimated-effect.vl.json' with { type: 'json' };
import type { ClaimSummary, RunResult } from '../../engine/result.ts';
import type { TimeScale } from '../../trial/time-tests/definition.ts';
import { effectAxis, effectNoun, isRatioScale, limitEffect, onAxis, showEffect } from '../effect-scale.ts';
import { liveDesign } from '../live-design.ts';
import { grouped, percent, short, withError } from '../numbers.ts';
import type { ChartDefinition, Row } from './definition.ts';

const PASSING = 'passes';
const FAILING = 'fails';

/** Share of the estimates on either side that is counted in the last bar there, so that few do not stretch the axis. */
const TAIL = 0.001;

type TimedClaim = ClaimSummary & { readonly scale: TimeScale };

/** The first bar, from the low end, beyond which lies no more than the tail. */
function firstInside(counts: readonly number[]): number {
  const most = TAIL * counts.reduce((a, b) => a + b, 0);
  let before = 0;
  return counts.findIndex((count) => {
    before += count;
    return before > most;
  });
}

/** Counts with those beyond the tails put into the last bars inside, and whether there are any. */
function gathered(counts: readonly number[]): { counts: number[]; isGathered: boolean } {
  const first = firstInside(counts);
  const last = counts.length - 1 - firstInside(counts.toReversed());
  const sum = (part: readonly number[]): number => part.reduce((a, b) => a + b, 0);
  const [below, above] = [sum(counts.slice(0, first)), sum(counts.slice(last + 1))];
  const inside = counts.map((count, i) => (i < first || i > last ? 0 : count));
  inside[first] += below;
  inside[last] += above;
  return { counts: inside, isGathered: below + above > 0 };
}

/** Bars of the estimates; dark are as many of the best as there are trials that pass. */
function binRows({ estimates, passing, scale }: TimedClaim, replicates: number): Row[] {
  const { width, from } = estimates;
  const { counts } = gathered(estimates.counts);
  const total = counts.reduce((a, b) => a + b, 0);
  const wanted = passing * replicates;
  const better = (i: number): number =>
    (isRatioScale(scale) ? counts.slice(0, i) : counts.slice(i + 1)).reduce((a, b) => a + b, 0);
  const rows = counts.map((count, i) => ({
    from: onAxis(scale, (from + i - 0.5) * width),
    to: onAxis(scale, (from + i + 0.5) * width),
    share: short((100 * count) / total),
    side: better(i) + count / 2 < wanted ? PASSING : FAILING,
  }));
  return rows.filter(({ share }) => share > 0);
}

/** Margin, its label towards the middle of the axis, and no difference, below it and away from the margin. */
function lineRows(claim: TimedClaim, middle: number): Row[] {
  const { scale } = claim;
  const limit = limitEffect(claim);
  const at = onAxis(scale, limit);
  const none = { kind: 'none', effect: 0, label: 'no difference', isLeft: limit === 0 ? middle < 0 : at > 0 };
  if (limit === 0) return [none];
  return [
    { kind: 'limit', effect: at, label: `margin ${showEffect(scale, limit)}`, isLeft: at > middle },
    none,
  ];
}

/** `a hazard ratio below the margin of 1.63`: what a trial that passes shows. */
function shownWords(claim: TimedClaim): string {
  const { scale } = claim;
  const limit = limitEffect(claim);
  const side = isRatioScale(scale) ? 'below' : 'above';
  const border =
    limit === 0 ? (isRatioScale(scale) ? '1' : '0') : `the margin of ${showEffect(scale, limit)}`;
  return `a ${effectNoun(scale)} ${side} ${border}`;
}

function descriptionOf(result: RunResult, claim: TimedClaim): string {
  const { replicates, truths } = result;
  const [control, experimental] = result.arms.map(({ name }) => name);
  const missing = truths[0].times!.estimate.missing.estimate;
  const without = missing > 0 ? ` ${percent(missing)} % of trials have no estimate.` : '';
  const sequential = liveDesign(result).sequential
    ? ' A trial that was stopped early stands with the estimate of its last look, where the bound was another.'
    : '';
  const ends = gathered(claim.estimates.counts).isGathered
    ? ' The last bar on either side holds the estimates beyond it too, a thousandth of all at most.'
    : '';
  const needed = limitEffect(claim) === 0 ? 'be better than no difference' : 'clear the margin';
  const better = isRatioScale(claim.scale) ? 'left' : 'right';
  return `The ${effectNoun(claim.scale)}, ${experimental} against ${control}, that each of ${grouped(replicates)} simulated trials as planned estimates; better lies to the ${better}. Dark bars are as many of the best estimates as there are trials that pass: to pass, an estimate must ${needed} by more than chance, and what chance is hangs on the number of failures.${ends}${sequential}${without}`;
}

export const estimatedEffect: ChartDefinition = {
  summary: 'What the simulated trials estimate of a claim on times, beside its margin.',
  reference: 'replicates of world 0 as planned',
  spec,
  content(result: RunResult) {
    const claim = result.claims.find((c): c is TimedClaim => c.scale !== undefined);
    if (!claim || claim.estimates.counts.length === 0) return undefined;
    const { power } = result.truths[0].operatingCharacteristics.byEndpoint[claim.endpoint]!;
    const bins = binRows(claim, result.replicates);
    const borders = [0, onAxis(claim.scale, limitEffect(claim))];
    const values = [...bins.flatMap(({ from, to }) => [Number(from), Number(to)]), ...borders];
    const axis = effectAxis(claim.scale, values);
    return {
      title: `As planned, ${withError(power)} of trials show ${shownWords(claim)}`,
      description: descriptionOf(result, claim),
      data: { bins, lines: lineRows(claim, (axis.xLow + axis.xHigh) / 2) },
      params: axis,
    };
  },
};
