import spec from '../../../reports/estimated-effect.vl.json' with { type: 'json' };
import type { ClaimSummary, RunResult } from '../../engine/result.ts';
import type { TimeScale } from '../../trial/time-tests/definition.ts';
import { effectAxis, effectNoun, isRatioScale, limitEffect, onAxis, showEffect } from '../effect-scale.ts';
import { liveDesign } from '../live-design.ts';
import { grouped, percent, short, withError } from '../numbers.ts';
import type { ChartDefinition, Row } from './definition.ts';

const PASSING = 'passes';
const FAILING = 'fails';

type TimedClaim = ClaimSummary & { readonly scale: TimeScale };

/** Bars of the estimates; dark are as many of the best as there are trials that pass. */
function binRows({ estimates, passing, scale }: TimedClaim, replicates: number): Row[] {
  const { width, from, counts } = estimates;
  const total = counts.reduce((a, b) => a + b, 0);
  const wanted = passing * replicates;
  const better = (i: number): number =>
    (isRatioScale(scale) ? counts.slice(0, i) : counts.slice(i + 1)).reduce((a, b) => a + b, 0);
  return counts.map((count, i) => ({
    from: onAxis(scale, (from + i - 0.5) * width),
    to: onAxis(scale, (from + i + 0.5) * width),
    share: short((100 * count) / total),
    side: better(i) + count / 2 < wanted ? PASSING : FAILING,
  }));
}

/** Margin and no difference, with labels towards the middle of the axis. */
function lineRows(claim: TimedClaim, middle: number): Row[] {
  const { scale } = claim;
  const limit = limitEffect(claim);
  const at = onAxis(scale, limit);
  const none = { kind: 'none', effect: 0, label: 'no difference', isLeft: middle < 0 };
  if (limit === 0) return [none];
  return [
    { kind: 'limit', effect: at, label: `margin ${showEffect(scale, limit)}`, isLeft: at > middle },
    none,
  ];
}

function descriptionOf(result: RunResult, claim: TimedClaim): string {
  const { replicates, truths } = result;
  const [control, experimental] = result.arms.map(({ name }) => name);
  const missing = truths[0].times!.estimate.missing.estimate;
  const without = missing > 0 ? ` ${percent(missing)} % of trials have no estimate.` : '';
  const sequential = liveDesign(result).sequential
    ? ' A trial that was stopped early stands with the estimate of its last look, where the bound was another.'
    : '';
  const needed = limitEffect(claim) === 0 ? 'be better than no difference' : 'clear the margin';
  const better = isRatioScale(claim.scale) ? 'left' : 'right';
  return `The ${effectNoun(claim.scale)}, ${experimental} against ${control}, that each of ${grouped(replicates)} simulated trials as planned estimates; better lies to the ${better}. Dark bars are as many of the best estimates as there are trials that pass: to pass, an estimate must ${needed} by more than chance, and what chance is hangs on the number of failures.${sequential}${without}`;
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
      title: `As planned, the estimated ${effectNoun(claim.scale)} is good enough in ${withError(power)} of trials`,
      description: descriptionOf(result, claim),
      data: { bins, lines: lineRows(claim, (axis.xLow + axis.xHigh) / 2) },
      params: axis,
    };
  },
};
