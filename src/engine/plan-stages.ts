import type { Scenario } from '../scenario/scenario-schema.ts';
import { patientsPerReplicate, replicatesPerBatch, WORLDS_PER_BATCH } from './plan.ts';

/** Each stage has so many times the replicates of the one before: its Monte Carlo errors are half as large. */
const GROWTH = 4;

/** The first stage, which is to be there at once, has so small a part of a batch. */
const FIRST_PART = 16;

/**
 * The same run with few replicates and no worlds, then with ever more of both, the whole run last.
 *
 * Replicates and worlds do not depend on how many there are, so the batches of a stage are among those of the next: what
 * was simulated for one is not simulated again.
 */
export function planStages(scenario: Scenario): Scenario[] {
  const { replicates, worlds } = scenario.simulation;
  const stages: Scenario[] = [];
  const size = replicatesPerBatch(patientsPerReplicate(scenario));
  let some = Math.max(1, size / FIRST_PART);
  let few = 0;
  while (some < replicates || few < worlds!) {
    const simulation = {
      ...scenario.simulation,
      replicates: Math.min(some, replicates),
      worlds: Math.min(few, worlds!),
    };
    stages.push({ ...scenario, simulation });
    few = some < size ? 0 : GROWTH * Math.max(WORLDS_PER_BATCH, few);
    some = some < size ? size : some * GROWTH;
  }
  return [...stages, scenario];
}
