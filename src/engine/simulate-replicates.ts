import { addCluster, oneCluster } from '../numeric/clustered-proportion.ts';
import { type ArmOutcomes, type ArmSimulator, createArmSimulator } from '../outcomes/arm-simulator.ts';
import type { MarginShift } from '../outcomes/margin-shift.ts';
import { inexactCounts } from '../scenario/inexact-counts.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import type { Allocation } from '../trial/allocation.ts';
import type { Claim, EventCounts } from '../trial/claims/definition.ts';
import { createAllocation } from '../trial/create-allocation.ts';
import { type Design, requiredClaims } from '../trial/design.ts';
import type { Stop } from '../trial/walk-looks.ts';
import type { ReplicateColumns } from './batch-result.ts';
import { emptyMoments, type PatientMoments } from './patient-moments.ts';
import { createCourseColumns, createCourseSimulator, hasCourse } from './simulate-course.ts';
import { type AnalysisRule, countByStratum, countWhere } from './stratum-counts.ts';

/** Simulates trials under one truth into columns. */
export interface ReplicateSimulator {
  /** Simulates one replicate into row `row` of the columns. */
  simulate(world: number, replicate: number, columns: ReplicateColumns, row: number): void;
  /** Outcomes of the patients of the last replicate, by arm; the next one writes over them. */
  readonly outcomes: readonly ArmOutcomes[];
  /** How the patients of the last replicate were allocated. */
  readonly allocation: Allocation;
  /** Events of all patients so far, by arm and endpoint. */
  readonly patientEvents: readonly (readonly number[])[];
  /** Counts of competing events of all patients so far, by arm; empty where nothing competes. */
  readonly competing: readonly (readonly number[])[];
  /** There where the counts of a replicate are not binomial. */
  readonly moments?: PatientMoments;
}

/** Empty columns for so many replicates. */
export function createColumns(trial: Trial, endpoints: number, rows: number): ReplicateColumns {
  const { design, arms } = trial;
  const claims = design.claims.length;
  return {
    rows,
    evaluable: new Uint32Array(rows * arms.length),
    ...(design.randomisation && { sizes: new Uint32Array(rows * arms.length) }),
    events: new Uint32Array(rows * arms.length * endpoints),
    marginEvents: new Uint32Array(rows * claims),
    ...(design.claims.some(({ stratum }) => stratum) && {
      stratum: { sizes: new Uint32Array(rows * claims), events: new Uint32Array(rows * claims) },
    }),
    passes: new Uint8Array(rows * claims),
    passesAtMargin: new Uint8Array(rows * claims),
    ...(hasCourse(trial) && { course: createCourseColumns(rows) }),
  };
}

/** A simulator of trials under a known truth; `shifts` by endpoint put each claim's endpoint at its margin. */
export function createReplicateSimulator(
  trial: Trial,
  known: KnownTruth,
  shifts: readonly (MarginShift | undefined)[],
): ReplicateSimulator {
  const { design, arms, key } = trial;
  const { truth, strata } = known;
  const last = arms.length - 1;
  const claimEndpoints = design.claims.map((claim) => endpointIndex(truth, claim));
  const allocation = createAllocation(design, truth);
  const simulators = arms.map(
    (_, position): ArmSimulator =>
      createArmSimulator(
        truth,
        position,
        allocation.capacities[position],
        design.unevaluable,
        position === last ? shifts : [],
        allocation.sources,
        [...strata.values()].map(({ name }) => name),
      ),
  );
  const isGood = truth.endpoints.map(({ definition }) => definition.eventIsGood);
  const patientEvents = arms.map(() => truth.endpoints.map(() => 0));
  const competing = simulators.map(({ outcomes }) => outcomes.competing.map(() => 0));
  const course = hasCourse(trial) ? createCourseSimulator(trial, known) : undefined;
  const someUnevaluable = design.unevaluable > 0;
  const analysed = (events: Uint8Array, outcomes: ArmOutcomes, count: number, e: number): number =>
    countAnalysed(
      events,
      outcomes.evaluable,
      count,
      someUnevaluable,
      design.countsUnevaluableAsFailures,
      isGood[e],
    );
  const ruleOf = (e: number): AnalysisRule => ({
    unevaluableFail: design.countsUnevaluableAsFailures,
    eventIsGood: isGood[e],
  });
  const byStratum = (e: number, experimentalEvents: Uint8Array): EventCounts[] =>
    countByStratum(
      allocation,
      simulators.map(({ outcomes }) => outcomes),
      simulators[0].outcomes.events[e],
      experimentalEvents,
      ruleOf(e),
    );
  const moments =
    inexactCounts(trial, truth).length > 0
      ? emptyMoments(arms.length, isGood.length, competing[0].length)
      : undefined;
  const evaluableOf = (outcomes: ArmOutcomes, count: number): number =>
    someUnevaluable ? sum(outcomes.evaluable, count) : count;
  const simulate = (world: number, replicate: number, columns: ReplicateColumns, row: number): void => {
    allocation.allocate(key, world, replicate);
    for (const [position, simulator] of simulators.entries())
      simulator.simulate(key, world, replicate, allocation.sizes[position]);
    const stop = course?.stop(simulators[last].outcomes);
    course?.record(world, replicate, stop, simulators[last].outcomes, columns.course!, row);
    simulators.forEach(({ outcomes }, position) => {
      const size = allocation.sizes[position];
      if (columns.sizes) columns.sizes[row * arms.length + position] = size;
      // Only a single arm has looks: where they stop it, its analysis ends
      const count = stop?.patient ?? size;
      columns.evaluable[row * arms.length + position] = evaluableOf(outcomes, count);
      truth.endpoints.forEach((_, e) => {
        const at = (row * arms.length + position) * truth.endpoints.length + e;
        columns.events[at] = analysed(outcomes.events[e], outcomes, count, e);
        const ofAll = someUnevaluable || stop ? sum(outcomes.events[e], size) : columns.events[at];
        patientEvents[position][e] += ofAll;
        if (moments) addCluster(moments.events[position][e], oneCluster(ofAll, size));
      });
      outcomes.competing.forEach((events, k) => {
        competing[position][k] += events;
        if (moments) addCluster(moments.competing[position][k], oneCluster(events, size));
      });
    });
    decide(row, columns, stop);
  };
  const sizeOf = (evaluable: number, count: number): number =>
    design.countsUnevaluableAsFailures ? count : evaluable;
  const decide = (row: number, columns: ReplicateColumns, stop: Stop | undefined): void => {
    const { outcomes, columns: ofPatients } = simulators[last];
    const eventsOf = (position: number, e: number): number =>
      columns.events[(row * arms.length + position) * truth.endpoints.length + e];
    const evaluableAt = (position: number): number => columns.evaluable[row * arms.length + position];
    const controlSize = last > 0 ? sizeOf(evaluableAt(0), allocation.sizes[0]) : 0;
    let isOpen = true;
    design.claims.forEach((claim, k) => {
      const at = row * design.claims.length + k;
      const e = claimEndpoints[k];
      const controlEvents = last > 0 ? eventsOf(0, e) : 0;
      const own = strata.get(claim);
      const countsOf = (flags: Uint8Array, events: number, size: number): EventCounts[] => {
        if (claim.passesByStratum) return byStratum(e, flags);
        if (!own) return [[controlEvents, controlSize, events, size]];
        const { name, value } = own;
        return [countWhere(ofPatients[name], value, outcomes, flags, allocation.sizes[last], ruleOf(e))];
      };
      const size = sizeOf(evaluableAt(last), allocation.sizes[last]);
      const drawn = countsOf(outcomes.events[e], eventsOf(last, e), size);
      const passes = stop ? stop.verdict === 'efficacy' : passesOn(claim, drawn);
      if (own && columns.stratum) [, , columns.stratum.events[at], columns.stratum.sizes[at]] = drawn[0];
      columns.passes[at] = passes && isOpen ? 1 : 0;
      if (design.isHierarchical) isOpen &&= passes;
      if (shifts[e] === undefined) return;
      const stopAtMargin = course?.stopAtMargin(outcomes, claim);
      const count = stopAtMargin?.patient ?? allocation.sizes[last];
      const flags = outcomes.marginEvents[e];
      const atMargin = countsOf(
        flags,
        analysed(flags, outcomes, count, e),
        sizeOf(evaluableOf(outcomes, count), count),
      );
      columns.marginEvents[at] = atMargin.reduce((total, [, , events]) => total + events, 0);
      const passesAtMargin = stopAtMargin ? stopAtMargin.verdict === 'efficacy' : passesOn(claim, atMargin);
      columns.passesAtMargin[at] = passesAtMargin ? 1 : 0;
    });
  };
  const outcomes = simulators.map((simulator) => simulator.outcomes);
  return { simulate, outcomes, allocation, patientEvents, competing, ...(moments && { moments }) };
}

/** Whether a claim passes on its counts: of each stratum where it decides by them, else of all whom it looks at. */
function passesOn(claim: Claim, counts: readonly EventCounts[]): boolean {
  return claim.passesByStratum ? claim.passesByStratum(counts) : claim.passes(...counts[0]);
}

function sum(flags: Uint8Array, count: number): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += flags[i];
  return total;
}

/** Events that the analysis counts: of evaluable patients, or of all with unevaluable ones as failures. */
function countAnalysed(
  events: Uint8Array,
  evaluable: Uint8Array,
  count: number,
  someUnevaluable: boolean,
  asFailures: boolean,
  eventIsGood: boolean,
): number {
  if (!someUnevaluable) return sum(events, count);
  const unevaluableCounts = asFailures && !eventIsGood ? 1 : 0;
  let total = 0;
  for (let i = 0; i < count; i++) total += evaluable[i] === 1 ? events[i] : unevaluableCounts;
  return total;
}

/** Whether the trial of a row succeeds: the claims that success requires pass. */
export function succeeds(columns: ReplicateColumns, row: number, design: Design): boolean {
  const claims = design.claims.length;
  for (let k = 0; k < requiredClaims(design); k++) if (columns.passes[row * claims + k] === 0) return false;
  return true;
}
