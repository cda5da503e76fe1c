import type { ArmSimulator } from '../outcomes/arm-simulator.ts';
import { endpointIndex, type KnownTruth, type MarginShifts, type Trial } from '../scenario/trial.ts';
import type { Allocation } from '../trial/allocation.ts';
import { type CountClaim, type EventCounts, isTimeClaim } from '../trial/claims/definition.ts';
import { experimentalArm } from '../trial/experimental-arm.ts';
import type { Stop } from '../trial/walk-looks.ts';
import type { AnalysedCounts } from './analysed-counts.ts';
import type { ReplicateColumns } from './batch-result.ts';
import type { ClaimCourses } from './claim-courses.ts';
import type { CourseSimulator } from './simulate-course.ts';
import { countByStratum, countWhere } from './stratum-counts.ts';
import type { TrialEnd } from './trial-end.ts';

/** What a decision on the replicate simulated last looks at. */
interface Simulated {
  readonly simulators: readonly ArmSimulator[];
  readonly allocation: Allocation;
  readonly course: CourseSimulator | undefined;
  readonly claimCourses: ClaimCourses | undefined;
  readonly counts: AnalysedCounts;
  readonly shifts: MarginShifts;
}

/** Whether a claim passes on its counts: of each stratum where it decides by them, else of all whom it looks at. */
function passesOn(claim: CountClaim, counts: readonly EventCounts[]): boolean {
  return claim.passesByStratum ? claim.passesByStratum(counts) : claim.passes(...counts[0]);
}

/**
 * The counts of a claim in a row whose events are counted, as it takes them: the experimental arm's first `count`
 * patients beside the control's; with `atMargin`, by whether they have the event there.
 */
type ClaimCounts = (
  row: number,
  columns: ReplicateColumns,
  count: number,
  atMargin?: Uint8Array,
) => EventCounts[];

/** By claim, how its counts are made from the replicate simulated last. */
function createClaimCounts(
  { design }: Trial,
  { truth, strata }: KnownTruth,
  { simulators, allocation, counts }: Simulated,
): ClaimCounts[] {
  const arms = simulators.length;
  const endpoints = truth.endpoints.length;
  const all = simulators.map(({ outcomes }) => outcomes);
  return design.claims.map((claim): ClaimCounts => {
    const e = endpointIndex(truth, claim);
    const tested = experimentalArm(claim, arms);
    const own = strata.get(claim);
    const drawn = all[tested].events[e];
    if (!isTimeClaim(claim) && claim.passesByStratum)
      return (_row, _columns, _count, flags = drawn) =>
        countByStratum(allocation, all, all[0].events[e], flags, counts.rule(e));
    if (own) {
      const column = simulators[tested].columns[own.name];
      return (_row, _columns, count, flags = drawn) => [
        countWhere(column, own.value, all[tested], flags, count, counts.rule(e)),
      ];
    }
    const counted = (
      position: number,
      { events, evaluable }: ReplicateColumns,
      row: number,
      count: number,
    ) => {
      const at = row * arms + position;
      return [events[at * endpoints + e], counts.size(evaluable[at], count)] as const;
    };
    return (row, columns, count, atMargin) => {
      const control = tested > 0 ? counted(0, columns, row, allocation.sizes[0]) : ([0, 0] as const);
      if (!atMargin) return [[...control, ...counted(tested, columns, row, count)]];
      const size = counts.size(counts.evaluable(all[tested], count), count);
      return [[...control, counts.events(atMargin, all[tested], count, e), size]];
    };
  });
}

/** Writes what an analysis of times found into the cell of a replicate and claim. */
function recordFinding({ times }: ReplicateColumns, at: number, { finding }: TrialEnd): void {
  if (!times || !finding) return;
  times.statistic[at] = finding.statistic;
  times.estimate[at] = finding.estimate;
  times.standardError[at] = finding.standardError;
  times.failures[at] = finding.failures;
}

/**
 * A function that decides the claims of the replicate simulated last, and writes them into a row: each as drawn, and with
 * its endpoint at the margin. Claims that have a course have ended as `ends` says.
 */
export function createClaimDecisions(
  trial: Trial,
  known: KnownTruth,
  simulated: Simulated,
): (
  row: number,
  columns: ReplicateColumns,
  stop: Stop | undefined,
  ends: readonly (TrialEnd | undefined)[],
) => void {
  const { claims, isHierarchical } = trial.design;
  const { simulators, allocation, course, claimCourses, shifts } = simulated;
  const claimCounts = createClaimCounts(trial, known, simulated);
  const indices = claims.map((claim) => endpointIndex(known.truth, claim));
  const tested = claims.map((claim) => experimentalArm(claim, simulators.length));
  const passes = (k: number, counts: readonly EventCounts[], stop: Stop | undefined): boolean =>
    stop ? stop.verdict === 'efficacy' : passesOn(claims[k] as CountClaim, counts);
  const analysed = (arm: number, stop: Stop | undefined, end: TrialEnd | undefined): number =>
    end?.sizes?.[arm] ?? stop?.patient ?? allocation.sizes[arm];
  return (row, columns, stop, ends) => {
    let isOpen = true;
    claims.forEach((claim, k) => {
      const at = row * claims.length + k;
      const e = indices[k];
      const end = ends[k];
      const arm = tested[k];
      const { outcomes } = simulators[arm];
      const drawn = claimCounts[k](row, columns, analysed(arm, stop, end));
      const isShown = end ? end.passes : passes(k, drawn, stop);
      if (end) recordFinding(columns, at, end);
      if (claim.stratum && columns.stratum)
        [, , columns.stratum.events[at], columns.stratum.sizes[at]] = drawn[0];
      columns.passes[at] = isShown && isOpen ? 1 : 0;
      if (isHierarchical) isOpen &&= isShown;
      if (shifts[arm]?.[e] === undefined) return;
      const stopAtMargin = course?.stopAtMargin(outcomes, claim);
      const endAtMargin = claimCourses?.courses[k]?.end(true);
      const atMargin = claimCounts[k](
        row,
        columns,
        analysed(arm, stopAtMargin, endAtMargin),
        outcomes.marginEvents[e],
      );
      columns.marginEvents[at] = atMargin.reduce((total, [, , events]) => total + events, 0);
      const isShownAtMargin = endAtMargin ? endAtMargin.passes : passes(k, atMargin, stopAtMargin);
      columns.passesAtMargin[at] = isShownAtMargin ? 1 : 0;
    });
  };
}
