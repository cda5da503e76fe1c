import type { Population } from '../cohort/population.ts';
import { controlOnceShown, shareFailedBy } from '../radiobiology/latency.ts';
import type { Competing, CompetingTimes, TimeMeasure } from './competing.ts';
import { competingCounts, competingRates } from './competing-rates.ts';
import type { PopulationValues } from './population-mean.ts';
import { convergeByArm, probabilitiesAtTime, type ThroughControl } from './population-rates.ts';
import type { Truth, TruthEndpoint } from './truth.ts';

/** What may count as failure beside the loss of an endpoint, or compete with it. */
export const otherEvents = ['metastasis', 'death'] as const;
export type OtherEvent = (typeof otherEvents)[number];

/** The events that a comparison of times looks at beside the endpoint’s own failure. */
export interface ComparedEvents {
  /** Events that count as failure beside the loss of the endpoint. */
  readonly countsAsFailure: readonly OtherEvent[];
  /** Events that end the time to failure without being one. */
  readonly competing: readonly OtherEvent[];
  /** Whether failures are meant that come before competing events, rather than as if there were none. */
  readonly seesCompeting: boolean;
}

/** Freedom from failure by an endpoint’s time, where it is not the endpoint’s own, net control. */
export interface Estimand {
  /** Columns that it hangs on. */
  readonly reads: readonly string[];
  /** Its probability for a patient, through that of control at the time. */
  readonly through: ThroughControl;
  /** Its probability in each arm. */
  rates(): PopulationValues;
}

/** What a comparison of times is about; undefined where it is the endpoint’s net control. */
export function createEstimand(
  truth: Truth,
  endpoint: TruthEndpoint,
  events: ComparedEvents,
): Estimand | undefined {
  const { competing } = truth;
  if (!competing || (!events.seesCompeting && events.countsAsFailure.length === 0)) return undefined;
  const reads = [...new Set([...endpoint.reads, ...competing.reads])];
  return events.seesCompeting
    ? failureFirst(truth, endpoint, competing, events, reads)
    : freeOfAll(truth, endpoint, competing, events, reads);
}

/** The laws of each patient of a population. */
function timesByPatient(
  competing: Competing,
  { columns, count }: Population,
): (patient: number) => CompetingTimes {
  const ofAll = competing.of({ death: 1, metastasis: 1 });
  if (competing.reads.length === 0) return () => ofAll;
  const [death, metastasis] = [new Float64Array(count), new Float64Array(count)];
  competing.fillFactors(columns, death, metastasis, count);
  return (patient) => competing.of({ death: death[patient], metastasis: metastasis[patient] });
}

/** What competes, for patients with the same hazards. */
interface CompetingLaw {
  /** P(nothing competes by the time). */
  readonly free: number;
  readonly measure: TimeMeasure;
  /** At the nodes of the measure, the share of the failures by the time that have shown. */
  readonly shares: Float64Array;
}

function competingLaw(
  times: CompetingTimes,
  isFirst: boolean,
  years: number,
  shareAt: (time: number) => number,
): CompetingLaw {
  const measure = isFirst ? times.first(years) : times.death(years);
  return {
    free: isFirst ? times.freeOfMetastasis(years) : times.survival(years),
    measure,
    shares: measure.times.map(shareAt),
  };
}

/** No failure before a competing event: 1 − cumulative incidence. */
function failureFirst(
  truth: Truth,
  endpoint: TruthEndpoint,
  competing: Competing,
  events: ComparedEvents,
  reads: readonly string[],
): Estimand {
  const [years, latency] = [endpoint.atYears!, endpoint.latency!];
  const isFirst = events.competing.includes('metastasis');
  const memory = new WeakMap<CompetingTimes, CompetingLaw>();
  const lawOf = (times: CompetingTimes): CompetingLaw => {
    const found =
      memory.get(times) ??
      competingLaw(times, isFirst, years, (time) => shareFailedBy(time, latency) / endpoint.shown);
    memory.set(times, found);
    return found;
  };
  const through: ThroughControl = (population) => {
    const timesOf = timesByPatient(competing, population);
    return (patient, control) => {
      const times = timesOf(patient);
      const { free, measure, shares } = lawOf(times);
      // CIF(t) = F_L(t)S(t) + ∫ F_L(u) dP(T ≤ u)
      let incidence = (1 - control) * free;
      for (let k = 0; k < shares.length; k++)
        incidence +=
          measure.weights[k] *
          measure.densities[k] *
          (1 - controlOnceShown(shares[k], control, latency.kind));
      return 1 - incidence;
    };
  };
  const position = competingCounts.indexOf(isFirst ? 'localFailureFirst' : 'localFailureBeforeDeath');
  const rates = (): PopulationValues => {
    const { arms, exact } = competingRates(truth)!;
    return { values: arms.map((arm) => 1 - arm[position]), exact };
  };
  return { reads, through, rates };
}

/** Neither the endpoint’s failure nor another event that counts. */
function freeOfAll(
  truth: Truth,
  endpoint: TruthEndpoint,
  competing: Competing,
  { countsAsFailure, competing: censored }: ComparedEvents,
  reads: readonly string[],
): Estimand {
  const years = endpoint.atYears!;
  const freeOf = (times: CompetingTimes): number => {
    if (countsAsFailure.length === otherEvents.length) return times.freeOfMetastasis(years);
    if (countsAsFailure[0] === 'metastasis') return times.netFreeOfMetastasis(years);
    // Where metastasis ends follow-up, what it does to the hazard of death is never seen
    return censored.includes('metastasis') ? times.netSurvival(years) : times.survival(years);
  };
  const through: ThroughControl = (population) => {
    const timesOf = timesByPatient(competing, population);
    const free = Float64Array.from({ length: population.count }, (_, i) => freeOf(timesOf(i)));
    return (patient, control) => control * free[patient];
  };
  const rates = (): PopulationValues =>
    convergeByArm(truth, reads, (position, population) => {
      const control = probabilitiesAtTime(endpoint, position, population);
      const probabilityOf = through(population);
      return population.weights.reduce((sum, weight, i) => sum + weight * probabilityOf(i, control[i]), 0);
    });
  return { reads, through, rates };
}
