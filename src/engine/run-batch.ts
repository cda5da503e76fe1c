import { createPatientSampler } from '../cohort/patients.ts';
import { fillProbabilities } from '../outcomes/endpoint-probabilities.ts';
import { wholeSpan } from '../random/stream-group.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { createTrial, type MarginShifts, marginShifts, type Trial } from '../scenario/trial.ts';
import type { BatchResult, PatientsResult, ReplicatesResult } from './batch-result.ts';
import { estimateRows } from './estimate-rows.ts';
import { exactAssurance } from './exact-assurance.ts';
import { type OnPiece, unwatched } from './on-piece.ts';
import type { Batch } from './plan.ts';
import { runExact } from './run-exact.ts';
import { createLadderRecorder } from './run-ladders.ts';
import { runWorlds } from './run-worlds.ts';
import { type CreateColumns, createColumns, createReplicateSimulator } from './simulate-replicates.ts';

/** Patients that the report shows. */
const SHOWN_PATIENTS = 400;

/** Does one batch of a scenario; `onPiece` is told of each of its trials and worlds. */
export type RunBatch = (batch: Batch, onPiece?: OnPiece) => BatchResult;

/**
 * Brings a scenario to life once; the function it returns is pure: a batch always gives the same result.
 *
 * @param columnsOf creates the columns of a batch: new ones, unless the caller has done with a batch before the next
 */
export function createBatchRunner(scenario: Scenario, columnsOf: CreateColumns = createColumns): RunBatch {
  const trial = createTrial(scenario);
  const memory = new Map<number, MarginShifts>();
  return (batch, onPiece = unwatched) => {
    switch (batch.kind) {
      case 'exact':
        return runExact(trial, batch.truth);
      case 'worlds':
        return runWorlds(trial, batch.from, batch.to, { columnsOf, onPiece });
      case 'assurance':
        return exactAssurance(trial, onPiece);
      case 'patients':
        return samplePatients(trial);
      case 'replicates': {
        const shifts = memory.get(batch.truth) ?? marginShifts(trial, trial.truth(batch.truth));
        memory.set(batch.truth, shifts);
        return runReplicates(trial, batch, shifts, columnsOf, onPiece);
      }
    }
  };
}

type ReplicatesBatch = Extract<Batch, { kind: 'replicates' }>;

function runReplicates(
  trial: Trial,
  { truth, from, to }: ReplicatesBatch,
  shifts: MarginShifts,
  columnsOf: CreateColumns,
  onPiece: OnPiece,
): ReplicatesResult {
  const known = trial.truth(truth);
  const columns = columnsOf(trial, known.truth.endpoints.length, to - from);
  const simulator = createReplicateSimulator(trial, known, shifts);
  const ladders = trial.design.escalation && createLadderRecorder(trial, known, to - from);
  for (let replicate = from; replicate < to; replicate++) {
    onPiece(0, replicate);
    simulator.simulate(0, replicate, columns, replicate - from);
    ladders?.record(replicate, simulator.outcomes, replicate - from);
  }
  const { patientEvents, competing, moments, curves } = simulator;
  return {
    kind: 'replicates',
    columns,
    patientEvents,
    competing,
    ...(moments && { moments }),
    ...(curves && { curves: curves() }),
    ...(trial.design.aim && { estimation: estimateRows(trial, known, columns) }),
    ...(ladders && { escalation: ladders.columns }),
  };
}

/** The first patients of world 0, replicate 0, position 0, with the probability of control that each arm would give them. */
function samplePatients(trial: Trial): PatientsResult {
  const { truth } = trial.truth(0);
  const control = truth.endpoints.find(({ definition }) => definition.name === 'localControl');
  if (!control?.reads.includes('alphaBetaGy')) return { kind: 'patients' };
  const samples = truth.arms.map(({ cohort }) => {
    const sampler = createPatientSampler(cohort, control.reads, 0, SHOWN_PATIENTS);
    sampler.draw(trial.key, 0, 0, wholeSpan(SHOWN_PATIENTS));
    sampler.fill(SHOWN_PATIENTS);
    return sampler.columns;
  });
  return {
    kind: 'patients',
    alphaBetaGy: samples[0].alphaBetaGy,
    controlProbability: samples.map((columns, position) => {
      const out = new Float64Array(SHOWN_PATIENTS);
      fillProbabilities(control, position, columns, out, SHOWN_PATIENTS);
      return out;
    }),
  };
}
