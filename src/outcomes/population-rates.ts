import { type Cohort, characteristicsBehind, scoresBehind } from '../cohort/cohort.ts';
import type { Population } from '../cohort/population.ts';
import { findRoot } from '../numeric/find-root.ts';
import type { ArmDose } from '../radiobiology/endpoint-model.ts';
import { convergeOnPopulation, weightedMean } from './population-mean.ts';
import { type Truth, type TruthEndpoint, toEndpointTime } from './truth.ts';

/** Marginal and joint rates of an arm's endpoints at their times. */
export interface ArmRates {
  /** P(event) by endpoint, in the truth's order. */
  readonly rates: readonly number[];
  /** P(both events) of the first two endpoints; undefined with one. */
  readonly both?: number;
}

/** The rates of every arm, and whether they are exact. */
export interface PopulationRates {
  readonly arms: readonly ArmRates[];
  readonly exact: boolean;
}

function probabilitiesAtTime(endpoint: TruthEndpoint, arm: ArmDose, population: Population): Float64Array {
  const out = new Float64Array(population.count);
  endpoint.model.probabilities(arm, population.columns, out, population.count);
  toEndpointTime(endpoint, out, population.count);
  return out;
}

/** Whether two sets of columns share a varying characteristic, or correlated ones. */
function sharesCharacteristic(cohort: Cohort, a: readonly string[], b: readonly string[]): boolean {
  const behind = (reads: readonly string[]): Set<number> => {
    const names = characteristicsBehind(cohort, reads);
    return new Set(
      cohort.characteristics.flatMap((c, i) =>
        names.includes(c.name) && c.law ? scoresBehind(cohort, i) : [],
      ),
    );
  };
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

/** The population's rates under a truth, arm by arm. */
export function populationRates(truth: Truth): PopulationRates {
  const { cohort, arms, endpoints, phi } = truth;
  const marginals = endpoints.map((endpoint) =>
    convergeOnPopulation(cohort, endpoint.model.reads, (population) =>
      arms.map((arm) => weightedMean(probabilitiesAtTime(endpoint, arm, population), population.weights)),
    ),
  );
  const exact = marginals.every((marginal) => marginal.exact);
  const ratesOf = (arm: number): number[] => marginals.map(({ values }) => values[arm]);
  if (endpoints.length < 2) return { arms: arms.map((_, arm) => ({ rates: ratesOf(arm) })), exact };
  const [first, second] = endpoints;
  if (phi !== 0 || !sharesCharacteristic(cohort, first.model.reads, second.model.reads)) {
    const joint = arms.map(({ name }, arm) => {
      const rates = ratesOf(arm);
      return { rates, both: jointOfStated(rates[0], rates[1], phi, name) };
    });
    return { arms: joint, exact };
  }
  const reads = [...new Set([...first.model.reads, ...second.model.reads])];
  const both = convergeOnPopulation(cohort, reads, (population) =>
    arms.map((arm) => {
      const p = probabilitiesAtTime(first, arm, population);
      const q = probabilitiesAtTime(second, arm, population);
      return weightedMean(
        p.map((value, i) => value * q[i]),
        population.weights,
      );
    }),
  );
  return {
    arms: arms.map((_, arm) => ({ rates: ratesOf(arm), both: both.values[arm] })),
    exact: exact && both.exact,
  };
}

/** A probability moved by a constant on the logit scale, given as the factor e^c on the odds. */
export function shiftOdds(probability: number, factor: number): number {
  return (probability * factor) / (1 - probability + probability * factor);
}

/**
 * The odds factor e^c that moves an arm's patient probabilities, all by the same constant on the logit scale, so that
 * the endpoint's marginal becomes `target`.
 *
 * @param target strictly between 0 and 1
 * @throws RangeError if no constant leads there
 */
export function oddsFactorToReach(
  truth: Truth,
  endpoint: TruthEndpoint,
  arm: ArmDose,
  target: number,
): number {
  const [logFactor] = convergeOnPopulation(truth.cohort, endpoint.model.reads, (population) => {
    const p = probabilitiesAtTime(endpoint, arm, population);
    const excess = (c: number): number => {
      const factor = Math.exp(c);
      let sum = -target;
      for (let i = 0; i < population.count; i++) sum += population.weights[i] * shiftOdds(p[i], factor);
      return sum;
    };
    return [findRoot(excess, -50, 50)];
  }).values;
  return Math.exp(logFactor);
}
