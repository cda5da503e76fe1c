import spec from '../../../reports/estimated-difference.vl.json' with { type: 'json' };
import type { ClaimSummary, RunResult } from '../../engine/result.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { chartArms } from '../chart-arms.ts';
import { claimThreshold } from '../claim-threshold.ts';
import { capitalised, endpointWords } from '../endpoint-words.ts';
import { axisParams, grouped, short, signed, withError } from '../numbers.ts';
import type { ChartDefinition, Row } from './definition.ts';

const PASSING = 'passes';
const FAILING = 'fails';

/** The heading of a claim's panel, with the side that is better. */
function panelOf(result: RunResult, { endpoint }: ClaimSummary): string {
  const side = endpoints[endpoint].eventIsGood ? 'better to the right →' : '← better to the left';
  return `${capitalised(endpointWords(result, endpoint))}\n${side}`;
}

/** Where the claim's limit lies on the axis of the estimate. */
function limitOf({ endpoint, limit }: ClaimSummary, isSingle: boolean): number {
  return isSingle || !endpoints[endpoint].eventIsGood ? limit : -limit;
}

function binRows(result: RunResult, claim: ClaimSummary, threshold: number | undefined): Row[] {
  const { width, from, counts } = claim.estimates;
  const total = counts.reduce((a, b) => a + b, 0);
  const sign = endpoints[claim.endpoint].eventIsGood ? 1 : -1;
  return counts.map((count, i) => {
    const centre = (from + i) * width;
    const isPassing = threshold === undefined ? claim.passing > 0.5 : sign * (centre - threshold) > 0;
    return {
      kind: 'bin',
      panel: panelOf(result, claim),
      from: short(100 * (centre - width / 2)),
      to: short(100 * (centre + width / 2)),
      share: short((100 * count) / total),
      side: isPassing ? PASSING : FAILING,
    };
  });
}

function lineRows(result: RunResult, claim: ClaimSummary): Row[] {
  const isSingle = result.arms.length === 1;
  const limit = 100 * limitOf(claim, isSingle);
  const isGood = endpoints[claim.endpoint].eventIsGood;
  const panel = panelOf(result, claim);
  const bound = {
    panel,
    kind: 'limit',
    value: short(limit),
    label: isSingle
      ? `null rate ${Number(limit.toPrecision(6))} %`
      : `margin ${signed(limit, Number.isInteger(short(limit)) ? 0 : 1)}`,
    isLeft: isGood,
  };
  if (isSingle) return [bound];
  return [bound, { panel, kind: 'none', value: 0, label: 'no difference', isLeft: !isGood }];
}

function titleOf(result: RunResult): string {
  const { byEndpoint } = result.truths[0].operatingCharacteristics;
  const shares = result.claims.map(
    ({ endpoint }) => `${withError(byEndpoint[endpoint]!.power)} of trials on ${endpoints[endpoint].label}`,
  );
  return `As planned, the estimate is good enough in ${shares.join(' and in ')}`;
}

function descriptionOf(result: RunResult): string {
  const isSingle = result.arms.length === 1;
  const [, b] = chartArms(result);
  const what = isSingle
    ? 'The rate that each simulated trial estimates'
    : `The difference that each simulated trial estimates, ${b.name} − ${result.arms[0].name}`;
  const bound = isSingle
    ? 'To pass, the estimate must clear the null rate by more than chance'
    : 'To pass, the estimate must clear the margin by more than chance, not only lie on its right side';
  const about = isSingle ? '' : ', for the control’s rate as planned: the edge is approximate';
  return `${what}, over ${grouped(result.replicates)} replicates as planned. ${bound}: dark bars are estimates that pass${about}.`;
}

export const estimatedDifference: ChartDefinition = {
  summary: 'What the simulated trials estimate, beside the margin or null rate of each claim.',
  reference: 'replicates of world 0 as planned',
  spec,
  content(result: RunResult) {
    const isSingle = result.arms.length === 1;
    const names = result.arms.map(({ name }) => name);
    const panels = result.claims.flatMap((claim, k) => [
      ...binRows(result, claim, claimThreshold(result, k)),
      ...lineRows(result, claim),
    ]);
    const shown = panels
      .flatMap(({ from, to, value }) => [from, to, value])
      .filter((x) => typeof x === 'number');
    return {
      title: titleOf(result),
      description: descriptionOf(result),
      data: {
        panels,
      },
      params: {
        ...axisParams('x', shown),
        estimateTitle: isSingle
          ? 'estimated rate (%)'
          : [`estimated difference, ${names[1]} − ${names[0]}`, '(percentage points)'],
      },
    };
  },
};
