import { shareFailedBy } from '../radiobiology/latency.ts';
import { meanByArm } from './population-rates.ts';
import type { Truth, TruthEndpoint } from './truth.ts';

/** What is counted of local failure, death and metastasis by the time of local control, in this order. */
export const competingCounts = [
  'netLocalFailure',
  'localFailureBeforeDeath',
  'localFailureFirst',
  'death',
  'metastasis',
] as const;
export type CompetingCount = (typeof competingCounts)[number];

/** What each count is, in words. */
export const competingWords: Readonly<Record<CompetingCount, string>> = {
  netLocalFailure: 'local failure, net (1 − Kaplan–Meier)',
  localFailureBeforeDeath: 'local failure, cumulative incidence before death',
  localFailureFirst: 'local failure as the first event',
  death: 'death',
  metastasis: 'metastasis before death',
};

/** Rates of the counts by arm, in the order of {@link competingCounts}, and whether they are exact. */
export interface CompetingRates {
  readonly arms: readonly (readonly number[])[];
  readonly exact: boolean;
}

/**
 * The population's rates of local failure, net and with death and metastasis competing, by the time of local control;
 * undefined where the truth has no competing events.
 *
 * @see Gooley 1999, Stat Med 18:695 (cumulative incidence against 1 − Kaplan–Meier)
 */
export function competingRates(truth: Truth): CompetingRates | undefined {
  const { competing, arms } = truth;
  const control = truth.endpoints.find(({ definition }) => definition.name === 'localControl');
  if (!competing || !control?.latency || control.atYears === undefined) return undefined;
  const { atYears } = control;
  const failed = createFailedByTime(truth, control);
  const rates = arms.map((_, arm) => {
    const net = failed.at(arm, atYears);
    // CIF(t) = F_L(t)S(t) + ∫ F_L(u) dP(T ≤ u)
    const beforeDeath =
      net * competing.survival(atYears) + competing.overDeath(atYears, (u) => failed.at(arm, u));
    const first =
      net * competing.freeOfMetastasis(atYears) + competing.overFirst(atYears, (u) => failed.at(arm, u));
    return [net, beforeDeath, first, 1 - competing.survival(atYears), competing.metastasis(atYears)];
  });
  return { arms: rates, exact: failed.isExact() };
}

/** Share of an arm's patients that would have failed by a time if nobody died. */
function createFailedByTime(truth: Truth, control: TruthEndpoint) {
  const latency = control.latency!;
  const memory = new Map<number, readonly number[]>();
  let exact = true;
  const meansAt = (shown: number): readonly number[] => {
    const { values, exact: isExact } = meanByArm(truth, control, shown);
    exact &&= isExact;
    return values;
  };
  const longRun = latency.kind === 'mixtureCure' ? meansAt(1) : undefined;
  const at = (arm: number, years: number): number => {
    const shown = shareFailedBy(years, latency);
    // Under mixture cure every patient's curve is the same multiple of F
    if (longRun) return (1 - longRun[arm]) * shown;
    const means = memory.get(years) ?? meansAt(shown);
    memory.set(years, means);
    return 1 - means[arm];
  };
  return { at, isExact: () => exact };
}
