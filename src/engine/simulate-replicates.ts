import type { ArmOutcomes } from '../outcomes/arm-outcomes.ts';
import { type ArmSimulator, createArmSimulator } from '../outcomes/arm-simulator.ts';
import { inexactCounts } from '../scenario/inexact-counts.ts';
import { endpointIndex, type KnownTruth, type MarginShifts, type Trial } from '../scenario/trial.ts';
import type { Allocation } from '../trial/allocation.ts';
import { isTimeClaim } from '../trial/claims/definition.ts';
import { createAllocation } from '../trial/create-allocation.ts';
import { type Design, needsOnlyOne, requiredClaims } from '../trial/design.ts';
import { createAnalysedCounts, sumFlags } from './analysed-counts.ts';
import { createArmCourses } from './arm-courses.ts';
import type { ReplicateColumns } from './batch-result.ts';
import {
  type ClaimCourses,
  createClaimCourses,
  createTimeColumns,
  hasClaimCourses,
  hasTimes,
} from './claim-courses.ts';
import { CURVE_TRIALS, type CurveSums, createCurveSums, curveYears } from './curve-sums.ts';
import { createClaimDecisions } from './decide-claims.ts';
import { createAdoptionJudge } from './judge-adoption.ts';
import { createPatientTally, type PatientTally } from './patient-tally.ts';
import { createCourseColumns, createCourseSimulator, hasCourse } from './simulate-course.ts';
import type { TrialEnd } from './trial-end.ts';

/** Simulates trials under one truth into columns. */
export interface ReplicateSimulator extends Pick<PatientTally, 'patientEvents' | 'competing' | 'moments'> {
  /** Curves of the trials simulated that are among the first; undefined where times decide nothing. */
  readonly curves?: () => CurveSums;
  /** Simulates one replicate into row `row` of the columns. */
  simulate(world: number, replicate: number, columns: ReplicateColumns, row: number): void;
  /** Outcomes of the patients of the last replicate, by arm; the next one writes over them. */
  readonly outcomes: readonly ArmOutcomes[];
  /** How the patients of the last replicate were allocated. */
  readonly allocation: Allocation;
  /** How claims that calendar and looks have a part in are decided; undefined where there is none. */
  readonly claimCourses: ClaimCourses | undefined;
}

/** Empty columns for so many replicates, of a truth with so many endpoints. */
export type CreateColumns = (trial: Trial, endpoints: number, rows: number) => ReplicateColumns;

/** Creates columns in memory of their own. */
export const createColumns: CreateColumns = (trial, endpoints, rows) => {
  const { design, arms } = trial;
  const claims = design.claims.length;
  return {
    rows,
    evaluable: new Uint32Array(rows * arms.length),
    ...((design.randomisation || design.sequential?.patients || design.armLooks) && {
      sizes: new Uint32Array(rows * arms.length),
    }),
    events: new Uint32Array(rows * arms.length * endpoints),
    ...((design.unevaluable > 0 || hasCourse(trial) || hasClaimCourses(trial)) && {
      patients: {
        sizes: new Uint32Array(rows * arms.length),
        events: new Uint32Array(rows * arms.length * endpoints),
      },
    }),
    marginEvents: new Uint32Array(rows * claims),
    ...(design.claims.some(({ stratum }) => stratum) && {
      stratum: { sizes: new Uint32Array(rows * claims), events: new Uint32Array(rows * claims) },
    }),
    passes: new Uint8Array(rows * claims),
    passesAtMargin: new Uint8Array(rows * claims),
    ...(design.adoption && { adoption: new Uint8Array(rows * design.adoption.length) }),
    ...(hasTimes(trial) && { times: createTimeColumns(rows * claims) }),
    ...((hasCourse(trial) || hasClaimCourses(trial)) && { course: createCourseColumns(trial, rows) }),
  };
};

/** A simulator of trials under a known truth; `shifts` put each claim's endpoint at its margin, where they are given. */
export function createReplicateSimulator(
  trial: Trial,
  known: KnownTruth,
  shifts: MarginShifts,
): ReplicateSimulator {
  const { design, arms, key } = trial;
  const { truth, strata } = known;
  const last = arms.length - 1;
  const allocation = createAllocation(design, truth);
  const timedAtMargin = design.claims.filter(isTimeClaim).map((claim) => endpointIndex(truth, claim));
  const simulators = arms.map(
    (_, position): ArmSimulator =>
      createArmSimulator(
        truth,
        position,
        allocation.capacities[position],
        design.unevaluable,
        shifts[position] ?? [],
        {
          sources: allocation.sources,
          shown: [...strata.values()].map(({ name }) => name),
          timedAtMargin,
        },
      ),
  );
  const outcomes = simulators.map((simulator) => simulator.outcomes);
  const counts = createAnalysedCounts(design, truth);
  const claimCourses = hasClaimCourses(trial)
    ? (design.armLooks ? createArmCourses : createClaimCourses)(
        trial,
        known,
        { simulators, allocation },
        counts,
      )
    : undefined;
  const timed = design.claims.find(isTimeClaim);
  const curves = timed && createCurveSums(curveYears(design, timed), arms.length);
  const course = !claimCourses && hasCourse(trial) ? createCourseSimulator(trial, known) : undefined;
  const decided = { simulators, allocation, course, claimCourses, counts, shifts };
  const decide = createClaimDecisions(trial, known, decided);
  const judge = createAdoptionJudge(trial, truth);
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
    const ends = claimCourses?.drawn(world, replicate) ?? [];
    const data = world === 0 && replicate < CURVE_TRIALS ? claimCourses?.lastData() : undefined;
    if (data) curves?.add(data);
    claimCourses?.record(ends, columns.course!, row);
    outcomes.forEach((arm, position) => {
      const size = allocation.sizes[position];
      const at = row * arms.length + position;
      // Where a look stops a trial, its analysis ends
      const count = mostAnalysed(ends, position) ?? stop?.patient ?? size;
      if (columns.sizes) columns.sizes[at] = design.sequential || design.armLooks ? count : size;
      columns.evaluable[at] = counts.evaluable(arm, count);
      arm.events.forEach((flags, e) => {
        const analysed = counts.events(flags, arm, count, e);
        columns.events[at * endpoints + e] = analysed;
        ofAll[e] = isWhole && count === size ? analysed : sumFlags(flags, size);
      });
      if (columns.patients) {
        columns.patients.sizes[at] = size;
        columns.patients.events.set(ofAll, at * endpoints);
      }
      tally.add(position, ofAll, arm, size);
    });
    decide(row, columns, stop, ends);
    if (!judge) return;
    const [end] = ends;
    // A verdict of the last analysis is no stop
    const verdict = end?.stoppedAt === undefined ? stop?.verdict : end.verdict;
    const analysed = end?.sizes?.[last] ?? stop?.patient ?? allocation.sizes[last];
    judge(row, columns, counts.size(columns.evaluable[row * arms.length + last], analysed), verdict);
  };
  const { patientEvents, competing, moments } = tally;
  return {
    simulate,
    outcomes,
    allocation,
    claimCourses,
    patientEvents,
    competing,
    ...(moments && { moments }),
    ...(curves && { curves: curves.sums }),
  };
}

/** Patients of an arm that the analyses of claims look at, of those that look at most; undefined where looks do not say. */
function mostAnalysed(ends: readonly (TrialEnd | undefined)[], arm: number): number | undefined {
  let most: number | undefined;
  for (const end of ends) {
    const size = end?.sizes?.[arm];
    if (size !== undefined && (most === undefined || size > most)) most = size;
  }
  return most;
}

/** Whether the trial of a row succeeds: the claims that success requires pass. */
export function succeeds(columns: ReplicateColumns, row: number, design: Design): boolean {
  const claims = design.claims.length;
  // One claim that passes decides where one is enough, else one that does not
  const decisive = needsOnlyOne(design) ? 1 : 0;
  for (let k = 0; k < requiredClaims(design); k++)
    if (columns.passes[row * claims + k] === decisive) return decisive === 1;
  return decisive === 0;
}
