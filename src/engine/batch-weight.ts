import type { Scenario } from '../scenario/scenario-schema.ts';
import { type Batch, patientsPerReplicate } from './plan.ts';

/** What a world costs, and a batch of exact work, in the patients that one could simulate instead. */
const PATIENTS_PER_WORLD = 5000;
const PATIENTS_PER_EXACT = 20_000;

/** About how much work each batch of a run is, in patients: a whole number > 0. */
export function batchWeights(batches: readonly Batch[], scenario: Scenario): number[] {
  const patients = patientsPerReplicate(scenario);
  return batches.map((batch) => {
    if (batch.kind === 'replicates') return (batch.to - batch.from) * patients;
    return batch.kind === 'worlds' ? (batch.to - batch.from) * PATIENTS_PER_WORLD : PATIENTS_PER_EXACT;
  });
}
