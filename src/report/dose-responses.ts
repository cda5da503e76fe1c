import { characteristicsBehind } from '../cohort/cohort.ts';
import { medianOf } from '../cohort/column-quantile.ts';
import type { RunResult } from '../engine/result.ts';
import { fillProbabilities } from '../outcomes/endpoint-probabilities.ts';
import type { EndpointDefinition } from '../outcomes/endpoints/definition.ts';
import { meanByArm } from '../outcomes/population-rates.ts';
import type { EndpointArm, Truth, TruthEndpoint } from '../outcomes/truth.ts';
import type { Columns } from '../radiobiology/endpoint-model.ts';
import { eqd2 } from '../radiobiology/linear-quadratic.ts';
import { scaledDose } from '../radiobiology/scaled-dose.ts';
import { trialOf } from '../study/trial-of.ts';
import { armSums } from './tissues.ts';

/** Rates at one total dose of the last arm's courses. */
export interface DosePoint {
  readonly eqd2Gy: number;
  readonly population: number;
  /** Of the patient with every characteristic at its median; absent where patients do not differ, or there is none such. */
  readonly medianPatient?: number;
}

/** One endpoint against dose as planned. */
export interface DoseResponse {
  readonly endpoint: EndpointDefinition;
  readonly alphaBetaGy: number;
  readonly curve: readonly DosePoint[];
  /** As planned, and with {@link MORE} times the dose. */
  readonly planned: DosePoint;
  readonly more: DosePoint;
  /** EQD2 in Gy of each arm at this α/β, as prescribed. */
  readonly armsEqd2Gy: readonly number[];
}

/** A dose that is a tenth above the planned one. */
const MORE = 1.1;
const STEPS = 24;
/** End of the curve, as a multiple of the arms' largest EQD2. */
const REACH = 1.5;
/** Endpoints that are looked at, at most. */
const MOST_ENDPOINTS = 3;

/** The last arm with so many times its dose, once a factor. */
function scaledArms({ dose, oddsRatios }: EndpointArm, factors: readonly number[]): EndpointArm[] {
  return factors.map((factor) => ({
    dose: { ...dose, doses: dose.doses!.map((own) => scaledDose(own, factor)) },
    oddsRatios,
  }));
}

/** The columns of a patient with every characteristic at its median; undefined where patients are alike, or of several kinds. */
function medianColumns({ cohort }: Truth['arms'][number], reads: readonly string[]): Columns | undefined {
  const { characteristics } = cohort.subtypes[0];
  const behind = characteristicsBehind(cohort, reads);
  const isVarying = characteristics.some(({ name, law }) => law && behind.includes(name));
  if (!isVarying || cohort.subtypes.length > 1) return undefined;
  const names = [...new Set([...reads, ...characteristics.map(({ name }) => name)])];
  const columns = names.map((name) => [name, Float64Array.of(medianOf(cohort, name)!)]);
  return Object.fromEntries(columns);
}

/** Rates of an endpoint at so many times the dose of the last arm: exact in the population, where quadrature converges. */
function ratesAt(
  truth: Truth,
  endpoint: TruthEndpoint,
  eqd2Gy: number,
  factors: readonly number[],
): DosePoint[] {
  const last = truth.arms[truth.arms.length - 1];
  const scaled = { ...endpoint, arms: scaledArms(endpoint.arms[endpoint.arms.length - 1], factors) };
  const { values } = meanByArm({ ...truth, arms: factors.map(() => last) }, scaled);
  const columns = medianColumns(last, endpoint.reads);
  const own = new Float64Array(1);
  return factors.map((factor, i) => {
    if (columns) fillProbabilities(scaled, i, columns, own, 1);
    return {
      eqd2Gy: factor * eqd2Gy,
      population: values[i],
      ...(columns && { medianPatient: own[0] }),
    };
  });
}

function responseOf(result: RunResult, truth: Truth, endpoint: TruthEndpoint): DoseResponse | undefined {
  const { definition, spec } = endpoint;
  const alphaBetaGy =
    definition.name === 'localControl' ? medianOf(truth.cohort, 'alphaBetaGy') : spec.alphaBetaGy;
  const sums = armSums(result, definition.countsPostoperative);
  if (spec.model === 'statedRates' || typeof alphaBetaGy !== 'number' || !sums) return undefined;
  const armsEqd2Gy = sums.map((own) => eqd2(own, alphaBetaGy));
  const planned = armsEqd2Gy[armsEqd2Gy.length - 1];
  const highest = (REACH * Math.max(...armsEqd2Gy)) / planned;
  const even = Array.from({ length: STEPS }, (_, i) => ((i + 1) / STEPS) * highest);
  const [atPlanned, atMore, ...curve] = ratesAt(truth, endpoint, planned, [1, MORE, ...even]);
  return { endpoint: definition, alphaBetaGy, curve, planned: atPlanned, more: atMore, armsEqd2Gy };
}

/**
 * The endpoints that follow dose as planned, each against the EQD2 of the last arm's courses if their dose were otherwise; those that
 * the design makes claims of come first, and no more than three.
 */
export function doseResponses(result: RunResult): DoseResponse[] {
  const trial = trialOf(result.scenario.resolved);
  const { truth } = trial.truth(0);
  const claimed = result.claims.map(({ endpoint }) => endpoint);
  const isClaimed = ({ definition }: TruthEndpoint): number => (claimed.includes(definition.name) ? 0 : 1);
  return truth.endpoints
    .toSorted((a, b) => isClaimed(a) - isClaimed(b))
    .flatMap((endpoint) => responseOf(result, truth, endpoint) ?? [])
    .slice(0, MOST_ENDPOINTS);
}
