import { type ArmOutcomes, type ArmSimulator, createArmSimulator } from '../outcomes/arm-simulator.ts';
import type { MarginShift } from '../outcomes/margin-shift.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import type { ReplicateColumns } from './batch-result.ts';

/** Simulates trials under one truth into columns. */
export interface ReplicateSimulator {
  /** Simulates one replicate into row `row` of the columns. */
  simulate(world: number, replicate: number, columns: ReplicateColumns, row: number): void;
  /** Events of all patients so far, by arm and endpoint. */
  readonly patientEvents: readonly (readonly number[])[];
  /** Counts of competing events of all patients so far, by arm; empty where nothing competes. */
  readonly competing: readonly (readonly number[])[];
}

/** Empty columns for so many replicates. */
export function createColumns({ design, arms }: Trial, endpoints: number, rows: number): ReplicateColumns {
  const claims = design.claims.length;
  return {
    rows,
    evaluable: new Uint32Array(rows * arms.length),
    events: new Uint32Array(rows * arms.length * endpoints),
    marginEvents: new Uint32Array(rows * claims),
    passes: new Uint8Array(rows * claims),
    passesAtMargin: new Uint8Array(rows * claims),
  };
}

/** A simulator of trials under a known truth; `shifts` by endpoint put each claim's endpoint at its margin. */
export function createReplicateSimulator(
  trial: Trial,
  { truth }: KnownTruth,
  shifts: readonly (MarginShift | undefined)[],
): ReplicateSimulator {
  const { design, arms, key } = trial;
  const last = arms.length - 1;
  const claimEndpoints = design.claims.map((claim) => endpointIndex(truth, claim));
  const simulators = arms.map(
    (_, position): ArmSimulator =>
      createArmSimulator(
        truth,
        position,
        design.sizes[position],
        design.unevaluable,
        position === last ? shifts : [],
      ),
  );
  const isGood = truth.endpoints.map(({ definition }) => definition.eventIsGood);
  const patientEvents = arms.map(() => truth.endpoints.map(() => 0));
  const competing = simulators.map(({ outcomes }) => outcomes.competing.map(() => 0));
  const analysed = (events: Uint8Array, outcomes: ArmOutcomes, size: number, e: number): number =>
    countAnalysed(
      events,
      outcomes.evaluable,
      size,
      design.unevaluable > 0,
      design.countsUnevaluableAsFailures,
      isGood[e],
    );
  const simulate = (world: number, replicate: number, columns: ReplicateColumns, row: number): void => {
    simulators.forEach(({ simulate: draw, outcomes }, position) => {
      const size = design.sizes[position];
      draw(key, world, replicate, size);
      columns.evaluable[row * arms.length + position] =
        design.unevaluable > 0 ? sum(outcomes.evaluable, size) : size;
      truth.endpoints.forEach((_, e) => {
        const at = (row * arms.length + position) * truth.endpoints.length + e;
        columns.events[at] = analysed(outcomes.events[e], outcomes, size, e);
        patientEvents[position][e] +=
          design.unevaluable > 0 ? sum(outcomes.events[e], size) : columns.events[at];
      });
      outcomes.competing.forEach((count, k) => {
        competing[position][k] += count;
      });
    });
    decide(row, columns);
  };
  const decide = (row: number, columns: ReplicateColumns): void => {
    const sizeOf = (position: number): number =>
      design.countsUnevaluableAsFailures
        ? design.sizes[position]
        : columns.evaluable[row * arms.length + position];
    const eventsOf = (position: number, e: number): number =>
      columns.events[(row * arms.length + position) * truth.endpoints.length + e];
    const controlSize = last > 0 ? sizeOf(0) : 0;
    design.claims.forEach((claim, k) => {
      const at = row * design.claims.length + k;
      const e = claimEndpoints[k];
      const controlEvents = last > 0 ? eventsOf(0, e) : 0;
      columns.passes[at] = claim.passes(controlEvents, controlSize, eventsOf(last, e), sizeOf(last)) ? 1 : 0;
      if (shifts[e] === undefined) return;
      const { outcomes } = simulators[last];
      columns.marginEvents[at] = analysed(outcomes.marginEvents[e], outcomes, design.sizes[last], e);
      columns.passesAtMargin[at] = claim.passes(
        controlEvents,
        controlSize,
        columns.marginEvents[at],
        sizeOf(last),
      )
        ? 1
        : 0;
    });
  };
  return { simulate, patientEvents, competing };
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

/** Whether every claim of a row passes. */
export function succeeds(columns: ReplicateColumns, row: number, claims: number): boolean {
  for (let k = 0; k < claims; k++) if (columns.passes[row * claims + k] === 0) return false;
  return true;
}
