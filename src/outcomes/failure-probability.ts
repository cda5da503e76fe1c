import { type CompetingTimes, meanOver } from './competing.ts';
import type { ComparedEvents } from './estimand.ts';
import { createFailureCurve } from './failure-curve.ts';
import type { Truth, TruthEndpoint } from './truth.ts';

/** Probabilities, over time, of what a comparison of times counts in an arm's population. */
export interface FailureProbabilities {
  /** Failure by a time, before what competes with it: cumulative incidence. */
  incidence(arm: number, years: number): number;
  /** No failure by a time, as if nothing competed. */
  net(arm: number, years: number): number;
  /** None of the others that count as failure by a time. */
  freeOfCounted(years: number): number;
  /** Nothing that competes by a time. */
  withoutCompeting(years: number): number;
  /** Whether all that was asked came from converged quadrature. */
  isExact(): boolean;
}

/** What counts, and what competes, beside an endpoint's own failure. */
interface OtherLaws {
  /** P(none that counts by a time), as if nothing competed. */
  freeOfCounted(years: number): number;
  /** P(none that competes by a time). */
  withoutCompeting(years: number): number;
  /** E[g(C); C ≤ t], C the time of what competes. */
  overCompeting(years: number, g: (time: number) => number): number;
}

const one = (): number => 1;
const none = (): number => 0;

/** The laws of what counts and competes; undefined where the two are not independent. */
function otherLaws(
  times: CompetingTimes,
  { countsAsFailure, competing }: ComparedEvents,
  changesAfterMetastasis: boolean,
): OtherLaws | undefined {
  const { survival, freeOfMetastasis, netFreeOfMetastasis } = times;
  const overDeath: OtherLaws['overCompeting'] = (years, g) => meanOver(times.death(years), g);
  const overFirst: OtherLaws['overCompeting'] = (years, g) => meanOver(times.first(years), g);
  const counted = [...countsAsFailure].sort().join(' ');
  if (competing.length === 0) {
    const freeOfCounted = counted === 'death' ? survival : freeOfMetastasis;
    return { freeOfCounted, withoutCompeting: one, overCompeting: none };
  }
  if (counted === '')
    return competing.includes('metastasis')
      ? { freeOfCounted: one, withoutCompeting: freeOfMetastasis, overCompeting: overFirst }
      : { freeOfCounted: one, withoutCompeting: survival, overCompeting: overDeath };
  // Metastasis counts and death competes: two hazards, where the one does not change the other
  if (counted !== 'metastasis' || changesAfterMetastasis) return undefined;
  return { freeOfCounted: netFreeOfMetastasis, withoutCompeting: survival, overCompeting: overDeath };
}

/**
 * The curves behind a comparison of times; undefined where what fails and what competes hang together, so that no product
 * of curves gives them.
 */
export function failureProbabilities(
  truth: Truth,
  endpoint: TruthEndpoint,
  events: ComparedEvents,
): FailureProbabilities | undefined {
  const curve = createFailureCurve(truth, endpoint);
  const { competing } = truth;
  if (competing && competing.reads.length > 0) return undefined;
  const laws = competing
    ? otherLaws(competing.of({ death: 1, metastasis: 1 }), events, competing.changesAfterMetastasis)
    : { freeOfCounted: one, withoutCompeting: one, overCompeting: none };
  if (!laws) return undefined;
  const net = (arm: number, years: number): number => (1 - curve.at(arm, years)) * laws.freeOfCounted(years);
  return {
    net,
    freeOfCounted: laws.freeOfCounted,
    withoutCompeting: laws.withoutCompeting,
    // CIF(t) = F(t)G(t) + ∫ F(u) dP(C ≤ u), G the survival of C
    incidence: (arm, years) =>
      (1 - net(arm, years)) * laws.withoutCompeting(years) +
      laws.overCompeting(years, (time) => 1 - net(arm, time)),
    isExact: curve.isExact,
  };
}
