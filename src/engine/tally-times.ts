import { addToSums, emptySums, type MomentSums } from '../numeric/moment-sums.ts';
import { type Estimate, estimateMean, estimateProportion } from '../numeric/monte-carlo.ts';
import { type Verdict, verdicts } from '../trial/rules/definition.ts';
import type { ReplicatesResult } from './batch-result.ts';
import type { EstimateAtEnd, TimesResult } from './result.ts';

/** Trials that ended in one way, and their estimates. */
interface EndTally {
  trials: number;
  readonly estimate: MomentSums;
}

/** Sums over the replicates of one truth. */
export interface TimesTally {
  rows: number;
  withoutFailure: number;
  cutShort: number;
  missing: number;
  covered: number;
  readonly failures: MomentSums;
  readonly estimate: MomentSums;
  /** By the look at which the trial ended, the last one included, and by what stopped it there. */
  readonly byEnd: readonly (EndTally & { readonly byVerdict: Readonly<Record<Verdict, EndTally>> })[];
}

/** Which columns are summed, and against what. */
export interface TimesQuestion {
  /** Position of the claim, and number of claims. */
  readonly claim: number;
  readonly claims: number;
  /** Number of looks, the last one included. */
  readonly looks: number;
  /** Failures that the last analysis waits for; 0 where it does not. */
  readonly awaited: number;
  /** The true effect; null where there is none. */
  readonly effect: number | null;
  /** Half width of an interval in standard errors. */
  readonly reach: number;
}

/** Sums of no replicate, before those of the first part. */
export function emptyTally(
  { claim, looks, effect }: TimesQuestion,
  { columns }: ReplicatesResult,
): TimesTally {
  const end = (): EndTally => ({ trials: 0, estimate: emptySums(effect ?? 0) });
  return {
    rows: 0,
    withoutFailure: 0,
    cutShort: 0,
    missing: 0,
    covered: 0,
    failures: emptySums(columns.times!.failures[claim]),
    estimate: emptySums(effect ?? 0),
    byEnd: Array.from({ length: looks }, () => ({
      ...end(),
      byVerdict: { efficacy: end(), futility: end(), harm: end() },
    })),
  };
}

/** Adds what the analyses of a claim on times found in a part to the sums. */
export function tallyTimes(found: TimesTally, { columns }: ReplicatesResult, question: TimesQuestion): void {
  const { claim, claims, looks, effect, reach } = question;
  const { failures, estimate, standardError, statistic } = columns.times!;
  for (let row = 0; row < columns.rows; row++) {
    const at = row * claims + claim;
    const stage = columns.course?.stage[row] ?? 0;
    const end = found.byEnd[stage > 0 ? stage - 1 : looks - 1];
    const ends = stage > 0 ? [end, end.byVerdict[verdicts[columns.course!.verdict[row] - 1]]] : [end];
    found.rows++;
    for (const each of ends) each.trials++;
    addToSums(found.failures, failures[at]);
    if (Number.isNaN(statistic[at])) found.withoutFailure++;
    if (stage === 0 && failures[at] < question.awaited) found.cutShort++;
    if (!Number.isFinite(estimate[at])) {
      found.missing++;
      continue;
    }
    addToSums(found.estimate, estimate[at]);
    for (const each of ends) addToSums(each.estimate, estimate[at]);
    if (effect !== null && Math.abs(estimate[at] - effect) <= reach * standardError[at]) found.covered++;
  }
}

const meanOf = (sums: MomentSums): Estimate | null => (sums.count > 0 ? estimateMean(sums) : null);

/** Means, coverage and where trials ended, from the sums. */
export function summariseEstimates(
  { rows, missing, covered, estimate, byEnd }: TimesTally,
  { effect, looks }: TimesQuestion,
): TimesResult['estimate'] {
  const endOf = ({ trials, estimate: ofThese }: EndTally): EstimateAtEnd => ({
    share: estimateProportion(trials, rows),
    mean: meanOf(ofThese),
  });
  const verdictsOf = (byVerdict: Readonly<Record<Verdict, EndTally>>) =>
    Object.fromEntries(verdicts.map((verdict) => [verdict, endOf(byVerdict[verdict])])) as Record<
      Verdict,
      EstimateAtEnd
    >;
  return {
    mean: meanOf(estimate),
    coverage: effect !== null && estimate.count > 0 ? estimateProportion(covered, estimate.count) : null,
    missing: estimateProportion(missing, rows),
    byEnd: byEnd.map(({ byVerdict, ...all }, k) => ({
      ...endOf(all),
      ...(k < looks - 1 && { byVerdict: verdictsOf(byVerdict) }),
    })),
  };
}
