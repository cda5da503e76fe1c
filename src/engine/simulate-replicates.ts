import { type ArmOutcomes, type ArmSimulator, createArmSimulator } from '../outcomes/arm-simulator.ts';
import type { MarginShift } from '../outcomes/margin-shift.ts';
import { inexactCounts } from '../scenario/inexact-counts.ts';
import type { KnownTruth, Trial } from '../scenario/trial.ts';
import type { Allocation } from '../trial/allocation.ts';
import { createAllocation } from '../trial/create-allocation.ts';
import { type Design, requiredClaims } from '../trial/design.ts';
import { createAnalysedCounts, sumFlags } from './analysed-counts.ts';
import type { ReplicateColumns } from './batch-result.ts';
import { createClaimDecisions } from './decide-claims.ts';
import { createPatientTally, type PatientTally } from './patient-tally.ts';
import { createCourseColumns, createCourseSimulator, hasCourse } from './simulate-course.ts';

/** Simulates trials under one truth into columns. */
export interface ReplicateSimulator extends Pick<PatientTally, 'patientEvents' | 'competing' | 'moments'> {
  /** Simulates one replicate into row `row` of the columns. */
  simulate(world: number, replicate: number, columns: ReplicateColumns, row: number): void;
  /** Outcomes of the patients of the last replicate, by arm; the next one writes over them. */
  readonly outcomes: readonly ArmOutcomes[];
  /** How the patients of the last replicate were allocated. */
  readonly allocation: Allocation;
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
  const allocation = createAllocation(design, truth);
  const simulators = arms.map(
    (_, position): ArmSimulator =>
      createArmSimulator(
        truth,
        position,
        allocation.capacities[position],
        design.unevaluable,
        position === last ? shifts : [],
        { sources: allocation.sources, shown: [...strata.values()].map(({ name }) => name) },
      ),
  );
  const outcomes = simulators.map((simulator) => simulator.outcomes);
  const course = hasCourse(trial) ? createCourseSimulator(trial, known) : undefined;
  const counts = createAnalysedCounts(design, truth);
  const decide = createClaimDecisions(trial, known, { simulators, allocation, course, counts, shifts });
  const endpoints = truth.endpoints.length;
  const isClustered = inexactCounts(trial, truth).length > 0;
  const tally = createPatientTally(arms.length, endpoints, outcomes[0].competing.length, isClustered);
  // Where everyone is analysed, the events of all are those of the analysis
  const isWhole = design.unevaluable === 0;
  const ofAll = new Float64Array(endpoints);
  const simulate = (world: number, replicate: number, columns: ReplicateColumns, row: number): void => {
    allocation.allocate(key, world, replicate);
    for (const [position, simulator] of simulators.entries())
      simulator.simulate(key, world, replicate, allocation.sizes[position]);
    const stop = course?.stop(outcomes[last]);
    course?.record(world, replicate, stop, outcomes[last], columns.course!, row);
    outcomes.forEach((arm, position) => {
      const size = allocation.sizes[position];
      const at = row * arms.length + position;
      if (columns.sizes) columns.sizes[at] = size;
      // Only a single arm has looks: where they stop it, its analysis ends
      const count = stop?.patient ?? size;
      columns.evaluable[at] = counts.evaluable(arm, count);
      arm.events.forEach((flags, e) => {
        const analysed = counts.events(flags, arm, count, e);
        columns.events[at * endpoints + e] = analysed;
        ofAll[e] = isWhole && !stop ? analysed : sumFlags(flags, size);
      });
      tally.add(position, ofAll, arm, size);
    });
    decide(row, columns, stop);
  };
  const { patientEvents, competing, moments } = tally;
  return { simulate, outcomes, allocation, patientEvents, competing, ...(moments && { moments }) };
}

/** Whether the trial of a row succeeds: the claims that success requires pass. */
export function succeeds(columns: ReplicateColumns, row: number, design: Design): boolean {
  const claims = design.claims.length;
  for (let k = 0; k < requiredClaims(design); k++) if (columns.passes[row * claims + k] === 0) return false;
  return true;
}
