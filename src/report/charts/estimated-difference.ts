import spec from '../../../reports/estimated-difference.vl.json' with { type: 'json' };
import type { ClaimSummary, RunResult } from '../../engine/result.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { isTimeClaim } from '../../trial/claims/definition.ts';
import { chartArms } from '../chart-arms.ts';
import { claimThreshold } from '../claim-threshold.ts';
import { armPrefix } from '../comparison-words.ts';
import { capitalised, endpointWords } from '../endpoint-words.ts';
import { liveDesign } from '../live-design.ts';
import { axisParams, grouped, short, signed, withError } from '../numbers.ts';
import type { ChartDefinition, Row } from './definition.ts';

const PASSING = 'passes';
const FAILING = 'fails';

/** A claim that its counts decide, as the chart shows it. */
interface Shown {
  readonly claim: ClaimSummary;
  /** What its limit is called in a single arm. */
  readonly limitName: string;
  /** The estimate from which it passes. */
  readonly threshold: number | undefined;
}

/** The claims that counts have an estimate of: one that is shown by running to the end has none. */
function shownClaims(result: RunResult): Shown[] {
  return liveDesign(result).claims.flatMap((claim, k) => {
    const { isCompletion, limitName = 'null rate' } = claim;
    return isCompletion || isTimeClaim(claim)
      ? []
      : [{ claim: result.claims[k], limitName, threshold: claimThreshold(result, k) }];
  });
}

/** The heading of a claim's panel, with the side that is better. */
function panelOf(result: RunResult, { endpoint, arm }: ClaimSummary): string {
  const side = endpoints[endpoint].eventIsGood ? 'better to the right →' : '← better to the left';
  return `${armPrefix({ arm })}${capitalised(endpointWords(result, endpoint))}\n${side}`;
}

/** Where the claim's limit lies on the axis of the estimate. */
function limitOf({ endpoint, limit }: ClaimSummary, isSingle: boolean): number {
  return isSingle || !endpoints[endpoint].eventIsGood ? limit : -limit;
}

function binRows(result: RunResult, { claim, threshold }: Shown): Row[] {
  const { width, from, counts } = claim.estimates;
  const total = counts.reduce((a, b) => a + b, 0);
  const sign = endpoints[claim.endpoint].eventIsGood ? 1 : -1;
  // A bin around the end of what an estimate can be has the half that can be
  const least = result.arms.length === 1 ? 0 : -1;
  return counts.map((count, i) => {
    const centre = (from + i) * width;
    const isPassing = threshold === undefined ? claim.passing > 0.5 : sign * (centre - threshold) > 0;
    return {
      kind: 'bin',
      panel: panelOf(result, claim),
      from: short(100 * Math.max(least, centre - width / 2)),
      to: short(100 * Math.min(1, centre + width / 2)),
      share: short((100 * count) / total),
      side: isPassing ? PASSING : FAILING,
    };
  });
}

function lineRows(result: RunResult, { claim, limitName }: Shown): Row[] {
  const isSingle = result.arms.length === 1;
  const limit = 100 * limitOf(claim, isSingle);
  const isGood = endpoints[claim.endpoint].eventIsGood;
  const panel = panelOf(result, claim);
  const none = { panel, kind: 'none', value: 0, label: 'no difference', isLeft: !isGood };
  if (!isSingle && limit === 0) return [none];
  const bound = {
    panel,
    kind: 'limit',
    value: short(limit),
    label: isSingle
      ? `${limitName} ${Number(limit.toPrecision(4))} %`
      : `margin ${signed(limit, Number.isInteger(short(limit)) ? 0 : 1)}`,
    isLeft: isGood,
  };
  if (isSingle) return [bound];
  return [bound, none];
}

function titleOf(result: RunResult, shown: readonly Shown[]): string {
  const { byEndpoint, comparisons } = result.truths[0].operatingCharacteristics;
  const shares = shown.map(({ claim: { endpoint, arm } }) =>
    arm === undefined
      ? `${withError(byEndpoint[endpoint]!.power)} of trials on ${endpoints[endpoint].label}`
      : `${withError(comparisons!.byArm[arm].power)} of trials for ${arm}`,
  );
  return liveDesign(result).isHierarchical && shown.length > 1
    ? `As planned, the claims are shown in ${shares.join(', and after that in ')}`
    : `As planned, the estimate is good enough in ${shares.join(' and in ')}`;
}

/** What an estimate needs to pass. */
function passingWords(shown: readonly Shown[], isSingle: boolean): string {
  if (!isSingle)
    return 'To pass, the estimate must clear the margin by more than chance, not only lie on its right side';
  const names = [...new Set(shown.map(({ limitName }) => limitName))].join(' or ');
  const far = shown.every(({ claim }) => claim.test !== null)
    ? 'by more than chance'
    : 'by as much as its claim asks';
  return `To pass, the estimate must clear the ${names} ${far}`;
}

function descriptionOf(result: RunResult, shown: readonly Shown[]): string {
  const isSingle = result.arms.length === 1;
  const [, b] = chartArms(result);
  const { isHierarchical, stages, armLooks } = liveDesign(result);
  const what = isSingle
    ? 'The rate that each simulated trial estimates'
    : `The difference that each simulated trial estimates, ${result.claims[0].arm === undefined ? b.name : 'each arm'} − ${result.arms[0].name}`;
  const about = isSingle ? '' : ', for the control’s rate as planned: the edge is approximate';
  const later =
    isHierarchical && shown.length > 1
      ? ' A later claim counts only where those before it pass as well.'
      : '';
  const stopped =
    stages.length > 0
      ? ' A trial that was stopped early stands with the estimate of its last look, and in the shade that a full trial would have.'
      : '';
  const left = armLooks
    ? ' An arm that left at a look stands with its estimate there, against the control as it was then, and in the shade that its end would have.'
    : '';
  return `${what}, over ${grouped(result.replicates)} replicates as planned. ${passingWords(shown, isSingle)}: dark bars are estimates that pass${about}.${later}${stopped}${left}`;
}

export const estimatedDifference: ChartDefinition = {
  summary: 'What the simulated trials estimate, beside the margin or null rate of each claim.',
  reference: 'replicates of world 0 as planned',
  spec,
  severalArms: true,
  content(result: RunResult) {
    const claims = shownClaims(result);
    if (claims.length === 0) return undefined;
    const isSingle = result.arms.length === 1;
    const names = result.arms.map(({ name }) => name);
    const panels = claims.flatMap((shown, order) =>
      [...binRows(result, shown), ...lineRows(result, shown)].map((row): Row => ({ ...row, order })),
    );
    const shown = panels
      .flatMap(({ from, to, value }) => [from, to, value])
      .filter((x) => typeof x === 'number');
    return {
      title: titleOf(result, claims),
      description: descriptionOf(result, claims),
      data: {
        panels,
      },
      params: {
        ...axisParams('x', shown),
        estimateTitle: isSingle
          ? 'estimated rate (%)'
          : [
              `estimated difference, ${names.length > 2 ? 'arm' : names[1]} − ${names[0]}`,
              '(percentage points)',
            ],
      },
    };
  },
};
