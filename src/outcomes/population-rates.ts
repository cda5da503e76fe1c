import {
  type Cohort,
  characteristicNames,
  characteristicsBehind,
  needsSubtype,
  scoresBehind,
} from '../cohort/cohort.ts';
import type { Population } from '../cohort/population.ts';
import { findRoot } from '../numeric/find-root.ts';
import { fillProbabilities } from './endpoint-probabilities.ts';
import { convergeOnPopulation, type PopulationValues, weightedMean } from './population-mean.ts';
import { shiftOdds } from './shift-odds.ts';
import type { Truth, TruthEndpoint } from './truth.ts';

/** Marginal and joint rates of an arm's endpoints at their times. */
export interface ArmRates {
  /** P(event) by endpoint, in the truth's order. */
  readonly rates: readonly number[];
  /** P(both events) of the two endpoints that were asked for. */
  readonly both?: number;
  /** P(pattern) of the three or more endpoints that were asked for: bit d of a pattern is the event of the d-th. */
  readonly patterns?: readonly number[];
}

/** The rates of every arm, and whether they are exact. */
export interface PopulationRates {
  readonly arms: readonly ArmRates[];
  readonly exact: boolean;
}

/** Each patient's probability of an endpoint's event in an arm once the share `shown` of latencies has passed. */
export function probabilitiesAtTime(
  endpoint: TruthEndpoint,
  position: number,
  population: Population,
  shown = endpoint.shown,
): Float64Array {
  const out = new Float64Array(population.count);
  fillProbabilities(endpoint, position, population.columns, out, population.count, shown);
  return out;
}

/** A mean that the rounding of the weights cannot take out of [0, 1]. */
function meanProbability(probabilities: Float64Array, weights: Float64Array): number {
  return Math.min(1, Math.max(0, weightedMean(probabilities, weights)));
}

/**
 * Numbers of each arm on its own population: on one for all where they share the cohort.
 *
 * @param compute the number of the arm at a position
 */
export function convergeByArm(
  { arms }: Truth,
  reads: readonly string[],
  compute: (position: number, population: Population) => number,
): PopulationValues {
  const [{ cohort }] = arms;
  if (arms.every((arm) => arm.cohort === cohort))
    return convergeOnPopulation(cohort, reads, (population) => arms.map((_, a) => compute(a, population)));
  const each = arms.map((arm, a) =>
    convergeOnPopulation(arm.cohort, reads, (population) => [compute(a, population)]),
  );
  return { values: each.map(({ values }) => values[0]), exact: each.every(({ exact }) => exact) };
}

/** Mean probability of an endpoint's event in each arm once the share `shown` of latencies has passed. */
export function meanByArm(truth: Truth, endpoint: TruthEndpoint, shown = endpoint.shown): PopulationValues {
  return convergeByArm(truth, endpoint.reads, (position, population) =>
    meanProbability(probabilitiesAtTime(endpoint, position, population, shown), population.weights),
  );
}

/** Whether two sets of columns share a varying characteristic, correlated ones, or subtypes. */
function sharesCharacteristic(cohort: Cohort, a: readonly string[], b: readonly string[]): boolean {
  const names = characteristicNames(cohort);
  const varies = (index: number): boolean =>
    cohort.subtypes.some(({ characteristics }) => characteristics[index].law);
  const behind = (reads: readonly string[]): Set<number> => {
    const own = characteristicsBehind(cohort, reads).map((name) => names.indexOf(name));
    return new Set(own.filter((i) => i >= 0 && varies(i)).flatMap((i) => scoresBehind(cohort, i)));
  };
  if (needsSubtype(cohort, a) && needsSubtype(cohort, b)) return true;
  const first = behind(a);
  return [...behind(b)].some((i) => first.has(i));
}

/** P(both) of stated rates with correlation phi. @throws RangeError if phi is out of its bounds */
function jointOfStated(p: number, q: number, phi: number, arm: string): number {
  const both = p * q + phi * Math.sqrt(p * (1 - p) * q * (1 - q));
  if (both < Math.max(0, p + q - 1) - 1e-12 || both > Math.min(p, q) + 1e-12) {
    throw new RangeError(`correlation ${phi} is out of its bounds for rates ${p} and ${q} in arm ${arm}`);
  }
  return Math.min(Math.min(p, q), Math.max(0, p + q - 1, both));
}

/**
 * The population's rates under a truth, arm by arm.
 *
 * @param asked positions of the endpoints whose joint rates are wanted; the first two unless given
 */
export function populationRates(truth: Truth, asked: readonly number[] = [0, 1]): PopulationRates {
  const { arms, endpoints, phi } = truth;
  const marginals = endpoints.map((endpoint) => meanByArm(truth, endpoint));
  const exact = marginals.every((marginal) => marginal.exact);
  const ratesOf = (arm: number): number[] => marginals.map(({ values }) => values[arm]);
  if (asked.length < 2 || asked.some((e) => endpoints[e] === undefined))
    return { arms: arms.map((_, arm) => ({ rates: ratesOf(arm) })), exact };
  if (asked.length > 2) {
    const { byArm, exact: isJointExact } = patternProbabilities(truth, asked);
    return {
      arms: byArm.map((patterns, arm) => ({ rates: ratesOf(arm), patterns })),
      exact: exact && isJointExact,
    };
  }
  const [first, second] = asked.map((e) => endpoints[e]);
  const isShared = arms.some(({ cohort }) => sharesCharacteristic(cohort, first.reads, second.reads));
  if (phi !== 0 || !isShared) {
    const joint = arms.map(({ name }, arm) => {
      const rates = ratesOf(arm);
      return { rates, both: jointOfStated(rates[asked[0]], rates[asked[1]], phi, name) };
    });
    return { arms: joint, exact };
  }
  const reads = [...new Set([...first.reads, ...second.reads])];
  const both = convergeByArm(truth, reads, (position, population) => {
    const p = probabilitiesAtTime(first, position, population);
    const q = probabilitiesAtTime(second, position, population);
    return meanProbability(
      p.map((value, i) => value * q[i]),
      population.weights,
    );
  });
  return {
    arms: arms.map((_, arm) => ({ rates: ratesOf(arm), both: both.values[arm] })),
    exact: exact && both.exact,
  };
}

/**
 * P(pattern) of several endpoints by arm: endpoints that share nothing that varies are independent, those that do are
 * averaged together.
 */
function patternProbabilities(truth: Truth, asked: readonly number[]): { byArm: number[][]; exact: boolean } {
  let exact = true;
  const groups = sharingGroups(truth, asked).map((group) => {
    const endpoints = group.map((d) => truth.endpoints[asked[d]]);
    const reads = [...new Set(endpoints.flatMap((endpoint) => endpoint.reads))];
    const byPattern = Array.from({ length: 1 << group.length }, (_, pattern) => {
      const mean = convergeByArm(truth, reads, (position, population) => {
        const all = endpoints.map((endpoint) => probabilitiesAtTime(endpoint, position, population));
        const product = population.weights.map((_weight, i) =>
          all.reduce((p, own, d) => p * (pattern & (1 << d) ? own[i] : 1 - own[i]), 1),
        );
        return meanProbability(product, population.weights);
      });
      exact &&= mean.exact;
      return mean.values;
    });
    return { group, byPattern };
  });
  const byArm = truth.arms.map((_, arm) =>
    Array.from({ length: 1 << asked.length }, (_pattern, pattern) =>
      groups.reduce((p, { group, byPattern }) => {
        const own = group.reduce((bits, d, i) => (pattern & (1 << d) ? bits | (1 << i) : bits), 0);
        return p * byPattern[own][arm];
      }, 1),
    ),
  );
  return { byArm, exact };
}

/** Positions in `asked`, in groups that share a varying characteristic in some arm. */
function sharingGroups({ arms, endpoints }: Truth, asked: readonly number[]): number[][] {
  const groups: number[][] = [];
  asked.forEach((e, d) => {
    const shares = (other: number): boolean =>
      arms.some(({ cohort }) =>
        sharesCharacteristic(cohort, endpoints[e].reads, endpoints[asked[other]].reads),
      );
    const joined = groups.filter((group) => group.some(shares));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push([...joined.flat(), d].sort((a, b) => a - b));
  });
  return groups;
}

/** Constants beyond these change no probability that a float can tell from 0 or 1. */
const FARTHEST = 50;

/** What a patient's event-free probability is, given the probability of control at the endpoint's time. */
export type ThroughControl = (population: Population) => (patient: number, control: number) => number;

const asItIs: ThroughControl = () => (_patient, control) => control;

/**
 * The odds factor e^c that moves an arm's patient probabilities, all by the same constant on the logit scale, so that
 * the endpoint's marginal becomes `target`; undefined where no constant leads there, since too many probabilities are 0
 * or 1 to the last digit.
 *
 * @param target strictly between 0 and 1
 * @param through the probability whose marginal is meant, where it is not that of control itself
 */
export function oddsFactorToReach(
  truth: Truth,
  endpoint: TruthEndpoint,
  position: number,
  target: number,
  through = asItIs,
  reads = endpoint.reads,
): number | undefined {
  const { cohort } = truth.arms[position];
  let logFactor: number | undefined = 0;
  let missed = 0;
  // The constant need not settle where the rate hardly hangs on it: what must settle is the rate that it gives
  convergeOnPopulation(cohort, reads, (population) => {
    const p = probabilitiesAtTime(endpoint, position, population);
    const probabilityOf = through(population);
    const excess = (c: number): number => {
      const factor = Math.exp(c);
      let sum = -target;
      for (let i = 0; i < population.count; i++)
        sum += population.weights[i] * probabilityOf(i, shiftOdds(p[i], factor));
      return sum;
    };
    if (logFactor === undefined || !(excess(-FARTHEST) < 0 && excess(FARTHEST) > 0)) {
      logFactor = undefined;
      return [missed];
    }
    missed += excess(logFactor);
    logFactor = findRoot(excess, -FARTHEST, FARTHEST);
    return [missed];
  });
  return logFactor === undefined ? undefined : Math.exp(logFactor);
}
