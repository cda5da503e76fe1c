import { createPatientSampler, type PatientSampler } from '../cohort/patients.ts';
import type { UniformSources } from '../cohort/uniform-source.ts';
import type { Columns } from '../radiobiology/endpoint-model.ts';
import { fillFailureYears, fillFailureYearsAtMargin } from '../radiobiology/fill-failure-years.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { fillUniforms, type Purpose, purpose } from '../random/stream.ts';
import { createCompetingSimulator } from './competing-simulator.ts';
import { fillProbabilities, multiplyOdds } from './endpoint-probabilities.ts';
import type { MarginShift } from './margin-shift.ts';
import type { Truth, TruthEndpoint } from './truth.ts';

/** Outcomes of one arm of one replicate; buffers are reused by the next. */
export interface ArmOutcomes {
  /** events[e][i]: whether patient i had endpoint e's event by its time. */
  readonly events: readonly Uint8Array[];
  /** The same with endpoint e drawn at its margin; empty where no shift was given. */
  readonly marginEvents: readonly Uint8Array[];
  /** failureYears[e][i]: years from surgery to the failure of endpoint e, ∞ where it never comes; empty without latency. */
  readonly failureYears: readonly Float64Array[];
  /** The same with endpoint e at its margin; empty where these were not asked for. */
  readonly marginFailureYears: readonly Float64Array[];
  /** Years from surgery to death and to metastasis; empty where nothing competes. */
  readonly deathYears: Float64Array;
  readonly metastasisYears: Float64Array;
  /** Whether patient i can be evaluated. */
  readonly evaluable: Uint8Array;
  /** Counts of local failure, death and metastasis in the order of `competingCounts`; empty where nothing competes. */
  readonly competing: readonly number[];
}

/** Simulates one arm patient by patient, replicate after replicate. */
export interface ArmSimulator {
  readonly outcomes: ArmOutcomes;
  /** Characteristics of the same patients. */
  readonly columns: Columns;
  /** Draws the first `count` patients of a replicate. */
  simulate(key: SeedKey, world: number, replicate: number, count: number): void;
}

/** One endpoint's streams and buffers. */
interface EndpointDraws {
  readonly endpoint: TruthEndpoint;
  readonly event: Purpose;
  readonly latency: Purpose;
  readonly latents: readonly Purpose[];
  readonly latentUniforms: readonly Float64Array[];
  readonly shift: MarginShift | undefined;
  readonly wantsMarginTimes: boolean;
}

/** What a trial wants of an arm beside its outcomes. */
export interface ArmOptions {
  /** Uniforms that the trial brings, beside those of the arm. */
  readonly sources?: UniformSources;
  /** Characteristics that are drawn though no model may read them. */
  readonly shown?: readonly string[];
  /** Positions of endpoints whose times of failure are wanted at the margin too. */
  readonly timedAtMargin?: readonly number[];
}

function createDraws(
  truth: Truth,
  position: number,
  capacity: number,
  shifts: readonly (MarginShift | undefined)[],
  timedAtMargin: readonly number[],
): EndpointDraws[] {
  return truth.endpoints.map((endpoint, e) => {
    const stem = `${position}/outcome/${endpoint.definition.name}`;
    return {
      endpoint,
      event: purpose(stem),
      latency: purpose(`${stem}/latency`),
      latents: endpoint.model.latents.map((latent) => purpose(`${stem}/${latent}`)),
      latentUniforms: endpoint.model.latents.map(() => new Float64Array(capacity)),
      shift: shifts[e],
      wantsMarginTimes: endpoint.latency !== undefined && timedAtMargin.includes(e),
    };
  });
}

/**
 * A simulator of the arm at `position` under a truth, for up to `capacity` patients.
 *
 * @param unevaluable probability in [0, 1) that a patient cannot be evaluated, independent of outcome
 * @param shifts by endpoint, what puts it at its margin; undefined leaves that out
 */
export function createArmSimulator(
  truth: Truth,
  position: number,
  capacity: number,
  unevaluable: number,
  shifts: readonly (MarginShift | undefined)[],
  { sources = {}, shown = [], timedAtMargin = [] }: ArmOptions = {},
): ArmSimulator {
  const ofEndpoints = truth.endpoints.flatMap((endpoint) => endpoint.reads);
  const reads = [...new Set([...ofEndpoints, ...(truth.competing?.reads ?? []), ...shown])];
  const { cohort, sources: ofArm } = truth.arms[position];
  const patients = createPatientSampler(cohort, reads, position, capacity, { ...ofArm, ...sources });
  const draws = createDraws(truth, position, capacity, shifts, timedAtMargin);
  const evaluablePurpose = purpose(`${position}/outcome/evaluable`);
  const column = (isThere: unknown = true): Float64Array => new Float64Array(isThere ? capacity : 0);
  const [probabilities, uniforms] = [column(), column()];
  const competing = truth.competing && createCompetingSimulator(truth.competing, position, capacity);
  const outcomes: ArmOutcomes = {
    events: draws.map(() => new Uint8Array(capacity)),
    marginEvents: draws.map(({ shift }) => new Uint8Array(shift ? capacity : 0)),
    failureYears: draws.map(({ endpoint }) => column(endpoint.latency)),
    marginFailureYears: draws.map(({ wantsMarginTimes }) => column(wantsMarginTimes)),
    deathYears: competing?.deathYears ?? column(false),
    metastasisYears: competing?.metastasisYears ?? column(false),
    evaluable: new Uint8Array(capacity).fill(1),
    competing: competing?.counts ?? [],
  };
  const simulate = (key: SeedKey, world: number, replicate: number, count: number): void => {
    patients.sample(key, world, replicate, count);
    draws.forEach((draw, e) => {
      const { endpoint } = draw;
      const events = outcomes.events[e];
      const times = outcomes.failureYears[e];
      const marginTimes = outcomes.marginFailureYears[e];
      fillUniforms(key, { world, replicate, purpose: draw.event }, uniforms, count);
      fillLongRun(draw, position, patients, probabilities, key, world, replicate, count);
      if (truth.phi !== 0 && e === 1)
        conditionOnFirst(probabilities, truth, position, outcomes.events[0], count);
      for (let i = 0; i < count; i++) events[i] = uniforms[i] < probabilities[i] ? 1 : 0;
      if (endpoint.latency) {
        fillUniforms(key, { world, replicate, purpose: draw.latency }, times, count);
        if (draw.wantsMarginTimes) marginTimes.set(times.subarray(0, count));
        fillFailureYears(endpoint.latency, probabilities, events, times, count);
        countByTime(endpoint, times, events, count);
        if (competing && endpoint.atYears !== undefined)
          competing.simulate(key, world, replicate, patients.columns, times, endpoint.atYears, count);
      }
      if (!draw.shift) return;
      fillProbabilities(endpoint, position, patients.columns, probabilities, count);
      const atMargin = outcomes.marginEvents[e];
      for (let i = 0; i < count; i++) probabilities[i] = draw.shift(probabilities[i]);
      for (let i = 0; i < count; i++) atMargin[i] = uniforms[i] < probabilities[i] ? 1 : 0;
      if (draw.wantsMarginTimes)
        fillFailureYearsAtMargin(
          endpoint.latency!,
          endpoint.shown,
          probabilities,
          atMargin,
          marginTimes,
          count,
        );
    });
    if (unevaluable === 0) return;
    fillUniforms(key, { world, replicate, purpose: evaluablePurpose }, uniforms, count);
    for (let i = 0; i < count; i++) outcomes.evaluable[i] = uniforms[i] < unevaluable ? 0 : 1;
  };
  return { outcomes, columns: patients.columns, simulate };
}

/** Writes the long-run probabilities of an endpoint's event, hidden draws drawn. */
function fillLongRun(
  { endpoint, latents, latentUniforms }: EndpointDraws,
  position: number,
  { columns }: PatientSampler,
  probabilities: Float64Array,
  key: SeedKey,
  world: number,
  replicate: number,
  count: number,
): void {
  const { model, arms } = endpoint;
  const arm = arms[position];
  latents.forEach((at, l) => {
    fillUniforms(key, { world, replicate, purpose: at }, latentUniforms[l], count);
  });
  if (model.probabilitiesGiven)
    model.probabilitiesGiven(arm.dose, columns, latentUniforms, probabilities, count);
  else model.probabilities(arm.dose, columns, probabilities, count);
  multiplyOdds(arm, columns, probabilities, count);
}

/** Counts by the endpoint's time: a failure after it is no failure yet. */
function countByTime(
  { atYears }: TruthEndpoint,
  times: Float64Array,
  controlled: Uint8Array,
  count: number,
): void {
  if (atYears === undefined) return;
  for (let i = 0; i < count; i++) controlled[i] = times[i] > atYears ? 1 : 0;
}

/** Makes the second stated rate conditional on the first endpoint's event, so that their phi is the stated one. */
function conditionOnFirst(
  second: Float64Array,
  truth: Truth,
  position: number,
  first: Uint8Array,
  count: number,
): void {
  const rate = new Float64Array(1);
  fillProbabilities(truth.endpoints[0], position, {}, rate, 1);
  const [p, q] = [rate[0], second[0]];
  const both = p * q + truth.phi * Math.sqrt(p * (1 - p) * q * (1 - q));
  for (let i = 0; i < count; i++) second[i] = first[i] === 1 ? both / p : (q - both) / (1 - p);
}
