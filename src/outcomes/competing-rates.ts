import type { Cohort } from '../cohort/cohort.ts';
import { shareFailedBy } from '../radiobiology/latency.ts';
import { type Competing, type CompetingTimes, type HazardFactors, meanOver } from './competing.ts';
import { fillProbabilities } from './endpoint-probabilities.ts';
import { createFailureCurve } from './failure-curve.ts';
import { convergeOnPopulation, type PopulationValues } from './population-mean.ts';
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
  if (competing.reads.length > 0) {
    const byArm = arms.map(({ cohort }, arm) => ratesOfPatients(competing, control, cohort, arm, atYears));
    return { arms: byArm.map(({ values }) => values), exact: byArm.every(({ exact }) => exact) };
  }
  const failed = createFailureCurve(truth, control);
  const times = competing.of({ death: 1, metastasis: 1 });
  const rates = arms.map((_, arm) => countsOf(times, atYears, (years) => failed.at(arm, years)));
  return { arms: rates, exact: failed.isExact() };
}

/** Probabilities of the counts of patients with these laws, in the order of {@link competingCounts}. */
function countsOf(times: CompetingTimes, atYears: number, failedBy: (years: number) => number): number[] {
  const net = failedBy(atYears);
  // CIF(t) = F_L(t)S(t) + ∫ F_L(u) dP(T ≤ u)
  const beforeDeath = net * times.survival(atYears) + meanOver(times.death(atYears), failedBy);
  const first = net * times.freeOfMetastasis(atYears) + meanOver(times.first(atYears), failedBy);
  return [net, beforeDeath, first, 1 - times.survival(atYears), times.metastasis(atYears)];
}

/** The rates of one arm where hazards hang on what failures hang on: patient by patient of its population. */
function ratesOfPatients(
  competing: Competing,
  control: TruthEndpoint,
  cohort: Cohort,
  arm: number,
  atYears: number,
): PopulationValues {
  const reads = [...new Set([...control.reads, ...competing.reads])];
  return convergeOnPopulation(cohort, reads, ({ columns, weights, count }) => {
    const column = (): Float64Array => new Float64Array(count);
    const [death, metastasis] = [column(), column()];
    competing.fillFactors(columns, death, metastasis, count);
    const memory = new Map<number, Float64Array>();
    const controlledAt = (years: number): Float64Array => {
      const found = memory.get(years) ?? column();
      if (!memory.has(years))
        fillProbabilities(control, arm, columns, found, count, shareFailedBy(years, control.latency!));
      memory.set(years, found);
      return found;
    };
    const sums = competingCounts.map(() => 0);
    for (let i = 0; i < count; i++) {
      const factors: HazardFactors = { death: death[i], metastasis: metastasis[i] };
      const own = countsOf(competing.of(factors), atYears, (years) => 1 - controlledAt(years)[i]);
      own.forEach((value, k) => {
        sums[k] += weights[i] * value;
      });
    }
    return sums;
  });
}
