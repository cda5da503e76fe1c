import type { ArmSimulator } from '../outcomes/arm-simulator.ts';
import type { MarginShift } from '../outcomes/margin-shift.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import type { Allocation } from '../trial/allocation.ts';
import type { Claim, EventCounts } from '../trial/claims/definition.ts';
import type { Stop } from '../trial/walk-looks.ts';
import type { AnalysedCounts } from './analysed-counts.ts';
import type { ReplicateColumns } from './batch-result.ts';
import type { CourseSimulator } from './simulate-course.ts';
import { countByStratum, countWhere } from './stratum-counts.ts';

/** What a decision on the replicate simulated last looks at. */
interface Simulated {
  readonly simulators: readonly ArmSimulator[];
  readonly allocation: Allocation;
  readonly course: CourseSimulator | undefined;
  readonly counts: AnalysedCounts;
  /** By endpoint, what puts it at its margin. */
  readonly shifts: readonly (MarginShift | undefined)[];
}

/** Whether a claim passes on its counts: of each stratum where it decides by them, else of all whom it looks at. */
function passesOn(claim: Claim, counts: readonly EventCounts[]): boolean {
  return claim.passesByStratum ? claim.passesByStratum(counts) : claim.passes(...counts[0]);
}

/** The counts of the experimental arm's patients with these events, beside the control's, as the claim takes them. */
type ClaimCounts = (experimentalEvents: Uint8Array, count: number) => EventCounts[];

/** By claim, how its counts are made from the replicate simulated last. */
function createClaimCounts(
  { design }: Trial,
  { truth, strata }: KnownTruth,
  { simulators, allocation, counts }: Simulated,
): ClaimCounts[] {
  const last = simulators.length - 1;
  const all = simulators.map(({ outcomes }) => outcomes);
  const ofArm = (position: number, flags: Uint8Array, count: number, e: number): [number, number] => [
    counts.events(flags, all[position], count, e),
    counts.size(counts.evaluable(all[position], count), count),
  ];
  return design.claims.map((claim): ClaimCounts => {
    const e = endpointIndex(truth, claim);
    const own = strata.get(claim);
    if (claim.passesByStratum)
      return (flags) => countByStratum(allocation, all, all[0].events[e], flags, counts.rule(e));
    if (own) {
      const column = simulators[last].columns[own.name];
      return (flags, count) => [countWhere(column, own.value, all[last], flags, count, counts.rule(e))];
    }
    const control = (): [number, number] =>
      last > 0 ? ofArm(0, all[0].events[e], allocation.sizes[0], e) : [0, 0];
    return (flags, count) => [[...control(), ...ofArm(last, flags, count, e)]];
  });
}

/**
 * A function that decides the claims of the replicate simulated last, and writes them into a row: each as drawn, and with
 * its endpoint at the margin.
 */
export function createClaimDecisions(
  trial: Trial,
  known: KnownTruth,
  simulated: Simulated,
): (row: number, columns: ReplicateColumns, stop: Stop | undefined) => void {
  const { claims, isHierarchical } = trial.design;
  const { simulators, allocation, course, shifts } = simulated;
  const last = simulators.length - 1;
  const { outcomes } = simulators[last];
  const claimCounts = createClaimCounts(trial, known, simulated);
  const indices = claims.map((claim) => endpointIndex(known.truth, claim));
  const shows = (k: number, flags: Uint8Array, stop: Stop | undefined): [EventCounts[], boolean] => {
    const drawn = claimCounts[k](flags, stop?.patient ?? allocation.sizes[last]);
    return [drawn, stop ? stop.verdict === 'efficacy' : passesOn(claims[k], drawn)];
  };
  return (row, columns, stop) => {
    let isOpen = true;
    claims.forEach((claim, k) => {
      const at = row * claims.length + k;
      const e = indices[k];
      const [drawn, passes] = shows(k, outcomes.events[e], stop);
      if (claim.stratum && columns.stratum)
        [, , columns.stratum.events[at], columns.stratum.sizes[at]] = drawn[0];
      columns.passes[at] = passes && isOpen ? 1 : 0;
      if (isHierarchical) isOpen &&= passes;
      if (shifts[e] === undefined) return;
      const flags = outcomes.marginEvents[e];
      const [atMargin, passesAtMargin] = shows(k, flags, course?.stopAtMargin(outcomes, claim));
      columns.marginEvents[at] = atMargin.reduce((total, [, , events]) => total + events, 0);
      columns.passesAtMargin[at] = passesAtMargin ? 1 : 0;
    });
  };
}
