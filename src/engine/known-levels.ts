import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import type { KnownLevels } from '../trial/escalation/escalation-figures.ts';

/**
 * Rates of any toxicity by level, a number of months from the start of treatment.
 *
 * An event comes by then with P(event)·F(months), F being the law of its onset, independent of the others given the
 * patient’s characteristics.
 */
function toxicityRates({ design }: Trial, { truth, rates }: KnownTruth, months: number): number[] {
  const positions = design.escalation!.toxicity.map((endpoint) => endpointIndex(truth, { endpoint }));
  const shares = positions.map((e) => truth.endpoints[e].onset!.cdf(months));
  return rates.arms.map(({ rates: marginals, both, patterns }) => {
    if (patterns) {
      // 1 − Σ P(pattern) ∏ (1 − F), over the events of the pattern
      const free = patterns.map((p, pattern) =>
        shares.reduce((product, share, d) => (pattern & (1 << d) ? product * (1 - share) : product), p),
      );
      return 1 - free.reduce((sum, p) => sum + p, 0);
    }
    const [first, second] = positions.map((e, i) => marginals[e] * shares[i]);
    // p_1 F_1 + p_2 F_2 − P(both) F_1 F_2
    return second === undefined ? first : first + second - both! * shares[0] * shares[1];
  });
}

/** What is true of the levels under a truth, with the window of a plan. */
export function knownLevels(trial: Trial, known: KnownTruth, windowMonths: number): KnownLevels {
  const { horizonMonths, acceptableRate } = trial.design.escalation!;
  return {
    withinWindow: toxicityRates(trial, known, windowMonths),
    byHorizon: toxicityRates(trial, known, horizonMonths),
    acceptableRate,
  };
}
