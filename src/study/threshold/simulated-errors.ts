import { createColumns, createReplicateSimulator } from '../../engine/simulate-replicates.ts';
import { clopperPearson } from '../../numeric/clopper-pearson.ts';
import { type KnownTruth, marginShifts, type Trial } from '../../scenario/trial.ts';
import { isTimeClaim } from '../../trial/claims/definition.ts';
import { type Design, requiredClaims } from '../../trial/design.ts';
import type { DesignErrors } from './design-errors.ts';

/** What replicates found under one truth, by claim: whether counts passed, or the normal scores of an analysis of times. */
interface Simulated {
  readonly drawn: readonly Float64Array[];
  readonly atMargin: readonly Float64Array[];
}

/** A claim that counts decide is as a score of ±∞: its threshold is not what is searched. */
const asScore = (passes: number): number => (passes === 1 ? Infinity : -Infinity);

function simulate(trial: Trial, known: KnownTruth): Simulated {
  const { claims } = trial.design;
  const { replicates } = trial.scenario.simulation;
  const columns = createColumns(trial, known.truth.endpoints.length, 1);
  const simulator = createReplicateSimulator(trial, known, marginShifts(trial, known));
  const scores = () => claims.map(() => new Float64Array(replicates));
  const [drawn, atMargin] = [scores(), scores()];
  for (let r = 0; r < replicates; r++) {
    simulator.simulate(0, r, columns, 0);
    claims.forEach((claim, k) => {
      const isTimed = isTimeClaim(claim);
      drawn[k][r] = isTimed ? columns.times!.statistic[k] : asScore(columns.passes[k]);
      const end = isTimed ? simulator.claimCourses!.courses[k]!.end(true) : undefined;
      atMargin[k][r] = end ? end.finding!.statistic : asScore(columns.passesAtMargin[k]);
    });
  }
  return { drawn, atMargin };
}

/** The score from which a claim passes; counts have passed or not. */
const criticalOf = ({ claims }: Design, k: number): number => {
  const claim = claims[k];
  return isTimeClaim(claim) ? claim.times.critical : 0;
};

/**
 * Errors and power by the scenario's replicates, of designs whose claims times decide without looks, and that differ from a
 * trial's in levels alone. The normal scores are simulated once for each truth; each critical value is an order statistic of
 * them, and the bound of a type I error is the upper limit of Clopper and Pearson's interval of 95 %.
 */
export function simulatedErrors(trial: Trial): DesignErrors {
  const memory = new Map<KnownTruth, Simulated>();
  const at = (known: KnownTruth): Simulated => {
    const found = memory.get(known) ?? simulate(trial, known);
    memory.set(known, found);
    return found;
  };
  const { replicates } = trial.scenario.simulation;
  const passing = (design: Design, k: number, known: KnownTruth): number => {
    const critical = criticalOf(design, k);
    // No failure is no score: the claim is not shown
    return at(known).atMargin[k].reduce((count, score) => (score >= critical ? count + 1 : count), 0);
  };
  return {
    isExact: false,
    typeIError: (design, k, { known }) => passing(design, k, known) / replicates,
    bound: (design, k, { known }) => clopperPearson(passing(design, k, known), replicates)[1],
    power: (design) => {
      const { drawn } = at(trial.truth(0));
      const required = Array.from({ length: requiredClaims(design) }, (_, k) => k);
      let successes = 0;
      for (let r = 0; r < replicates; r++)
        if (required.every((k) => drawn[k][r] >= criticalOf(design, k))) successes++;
      return successes / replicates;
    },
  };
}
