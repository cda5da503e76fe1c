import type { Trial } from '../scenario/trial.ts';
import { apartFromExact } from './apart-from-exact.ts';
import { listAssumptions } from './assumptions.ts';
import { createBatchFold, type RunFold } from './batch-fold.ts';
import { createClaimsFold } from './claims-fold.ts';
import type { RunResult } from './result.ts';
import { resultHead } from './result-head.ts';
import { resultWarnings } from './result-warnings.ts';
import { timeResultWarnings } from './time-warnings.ts';
import { createTruthFold } from './truth-fold.ts';

/**
 * Folds the batches of a trial with claims into its result.
 *
 * @param warnings what reading the scenario was worth saying
 */
export function createResultFold(trial: Trial, warnings: readonly string[]): RunFold<RunResult> {
  const ofTruths = trial.truthNames.map((_, index) => createTruthFold(trial, index));
  const ofClaims = createClaimsFold(trial);
  const [planned, ...others] = ofTruths;
  const asPlanned: Pick<typeof planned, 'add'> = {
    add: (part) => {
      planned.add(part);
      ofClaims.add(part);
    },
  };
  const { add, rows, exact, worlds, assurance, patients } = createBatchFold(trial, [asPlanned, ...others]);
  return {
    add,
    rows,
    result: async () => {
      const truths = ofTruths.map((fold, index) => fold.result(exact[index]));
      return {
        ...(await resultHead(trial)),
        claims: ofClaims.result(exact[0]),
        truths,
        assurance: worlds ? worlds.assurance(assurance()) : null,
        worldsSummary: worlds ? worlds.summary() : null,
        patients: patients(),
        assumptions: listAssumptions(trial.scenario),
        warnings: [
          ...warnings,
          ...resultWarnings(trial, exact),
          ...timeResultWarnings(trial, truths),
          ...apartFromExact(truths, trial.scenario.simulation.replicates),
        ],
      };
    },
  };
}
