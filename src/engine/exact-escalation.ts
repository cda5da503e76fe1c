import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { type ExactPlan, exactPlan } from '../trial/escalation/exact-plan.ts';
import { knownLevels } from './known-levels.ts';

/** What every plan of a dose escalation does, exactly, in their order; null where enumeration does not reach. */
export function exactEscalation(trial: Trial, known: KnownTruth): (ExactPlan | null)[] | undefined {
  const { escalation } = trial.design;
  if (!escalation) return undefined;
  const { plans, expansion } = escalation;
  const e = expansion && endpointIndex(known.truth, expansion.claim);
  const expansionRates = e === undefined ? [] : known.rates.arms.map(({ rates }) => rates[e]);
  return plans.map(
    (plan) =>
      exactPlan(escalation, plan, knownLevels(trial, known, plan.windowMonths), expansionRates) ?? null,
  );
}
