import type { Trial } from '../scenario/trial.ts';
import { highestAcceptable } from '../trial/escalation/escalation-figures.ts';
import { listAssumptions } from './assumptions.ts';
import { createBatchFold, type RunFold } from './batch-fold.ts';
import { escalationAssumptions } from './escalation-assumptions.ts';
import type { EscalationResult, EscalationSummary, EscalationTruthResult } from './escalation-result.ts';
import { knownLevels } from './known-levels.ts';
import { createPlanFold } from './plan-fold.ts';
import { createRatesFold } from './rates-fold.ts';
import type { ReplicatesFold } from './replicates-fold.ts';
import { resultHead } from './result-head.ts';
import { resultWarnings } from './result-warnings.ts';
import { safetySentence } from './safety-sentence.ts';

/** One truth's rates, and what every plan does there: simulated, with the exact value beside where it exists. */
function createEscalationTruthFold(trial: Trial, truthIndex: number): ReplicatesFold<EscalationTruthResult> {
  const { plans, horizonMonths } = trial.design.escalation!;
  const known = trial.truth(truthIndex);
  const rates = createRatesFold(trial, truthIndex);
  const ofTruth = knownLevels(trial, known, horizonMonths);
  const folds = plans.map((plan) =>
    createPlanFold(trial, plan, knownLevels(trial, known, plan.windowMonths)),
  );
  return {
    add: (part) => {
      rates.add(part);
      folds.forEach((fold, plan) => {
        fold.add(part.escalation![plan], part.columns.rows);
      });
    },
    result: (exact) => {
      const found = folds.map((fold, plan) => fold.result(exact.isExact ? exact.escalation![plan] : null));
      return {
        name: trial.truthNames[truthIndex],
        arms: rates.result(exact),
        byHorizon: ofTruth.byHorizon,
        isExact: exact.isExact,
        rightLevel: highestAcceptable(ofTruth) + 1,
        operatingCharacteristics: { power: found[0].right },
        plans: found,
      };
    },
  };
}

function summarise({ design }: Trial): EscalationSummary {
  const { toxicity, horizonMonths, acceptableRate, safety, expansion } = design.escalation!;
  return {
    toxicity: toxicity.map(({ name }) => name),
    horizonMonths,
    acceptableRate,
    perMonth: design.accrual!.perMonth,
    safety: safety ? safetySentence(safety, horizonMonths) : null,
    expansion: expansion
      ? `${expansion.patients} more patients at the level recommended: ${expansion.claim.sentence}`
      : null,
  };
}

/**
 * Folds the batches of a dose escalation into its result.
 *
 * @param warnings what reading the scenario was worth saying
 */
export function createEscalationFold(trial: Trial, warnings: readonly string[]): RunFold<EscalationResult> {
  const ofTruths = trial.truthNames.map((_, index) => createEscalationTruthFold(trial, index));
  const { add, rows, exact, patients } = createBatchFold(trial, ofTruths);
  return {
    add,
    rows,
    result: async () => ({
      ...(await resultHead(trial)),
      escalation: summarise(trial),
      truths: ofTruths.map((fold, index) => fold.result(exact[index])),
      patients: patients(),
      assumptions: [...listAssumptions(trial.scenario), ...escalationAssumptions(trial)],
      warnings: [...warnings, ...resultWarnings(trial, exact)],
    }),
  };
}
