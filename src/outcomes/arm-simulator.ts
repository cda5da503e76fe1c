import { createPatientSampler } from '../cohort/patients.ts';
import { failureTimeYears } from '../radiobiology/latency.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { fillUniforms, type Purpose, purpose } from '../random/stream.ts';
import type { MarginShift } from './margin-shift.ts';
import { type Truth, type TruthEndpoint, toEndpointTime } from './truth.ts';

/** Outcomes of one arm of one replicate; buffers are reused by the next. */
export interface ArmOutcomes {
  /** events[e][i]: whether patient i had endpoint e's event by its time. */
  readonly events: readonly Uint8Array[];
  /** The same with endpoint e drawn at its margin; empty where no shift was given. */
  readonly marginEvents: readonly Uint8Array[];
  /** Whether patient i can be evaluated. */
  readonly evaluable: Uint8Array;
}

/** Simulates one arm patient by patient, replicate after replicate. */
export interface ArmSimulator {
  readonly outcomes: ArmOutcomes;
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
): ArmSimulator {
  const arm = truth.arms[position];
  const reads = [...new Set(truth.endpoints.flatMap(({ model }) => model.reads))];
  const patients = createPatientSampler(truth.cohort, reads, position, capacity);
  const draws = truth.endpoints.map((endpoint, e): EndpointDraws => {
    const stem = `${position}/outcome/${endpoint.definition.name}`;
    return {
      endpoint,
      event: purpose(stem),
      latency: purpose(`${stem}/latency`),
      latents: endpoint.model.latents.map((latent) => purpose(`${stem}/${latent}`)),
      latentUniforms: endpoint.model.latents.map(() => new Float64Array(capacity)),
      shift: shifts[e],
    };
  });
  const evaluablePurpose = purpose(`${position}/outcome/evaluable`);
  const buffers = {
    probabilities: new Float64Array(capacity),
    uniforms: new Float64Array(capacity),
    times: new Float64Array(capacity),
  };
  const outcomes: ArmOutcomes = {
    events: draws.map(() => new Uint8Array(capacity)),
    marginEvents: draws.map(({ shift }) => new Uint8Array(shift ? capacity : 0)),
    evaluable: new Uint8Array(capacity).fill(1),
  };
  const { probabilities, uniforms } = buffers;
  const simulate = (key: SeedKey, world: number, replicate: number, count: number): void => {
    patients.sample(key, world, replicate, count);
    draws.forEach((draw, e) => {
      const { model } = draw.endpoint;
      fillUniforms(key, { world, replicate, purpose: draw.event }, uniforms, count);
      draw.latents.forEach((at, l) => {
        fillUniforms(key, { world, replicate, purpose: at }, draw.latentUniforms[l], count);
      });
      if (model.probabilitiesGiven) {
        model.probabilitiesGiven(arm, patients.columns, draw.latentUniforms, probabilities, count);
      } else model.probabilities(arm, patients.columns, probabilities, count);
      if (truth.phi !== 0 && e === 1)
        conditionOnFirst(probabilities, truth, position, outcomes.events[0], count);
      const events = outcomes.events[e];
      for (let i = 0; i < count; i++) events[i] = uniforms[i] < probabilities[i] ? 1 : 0;
      if (draw.endpoint.latency) {
        fillUniforms(key, { world, replicate, purpose: draw.latency }, buffers.times, count);
        spareLateFailures(draw.endpoint, buffers.times, events, count);
      }
      if (!draw.shift) return;
      if (model.probabilitiesGiven || truth.phi !== 0)
        model.probabilities(arm, patients.columns, probabilities, count);
      toEndpointTime(draw.endpoint, probabilities, count);
      const atMargin = outcomes.marginEvents[e];
      for (let i = 0; i < count; i++) atMargin[i] = uniforms[i] < draw.shift(probabilities[i]) ? 1 : 0;
    });
    if (unevaluable === 0) return;
    fillUniforms(key, { world, replicate, purpose: evaluablePurpose }, uniforms, count);
    for (let i = 0; i < count; i++) outcomes.evaluable[i] = uniforms[i] < unevaluable ? 0 : 1;
  };
  return { outcomes, simulate };
}

/** A failure after the endpoint's time is no failure yet: the patient counts as controlled. */
function spareLateFailures(
  endpoint: TruthEndpoint,
  uniforms: Float64Array,
  controlled: Uint8Array,
  count: number,
): void {
  const { latency, atYears } = endpoint;
  if (atYears === undefined) return;
  for (let i = 0; i < count; i++) {
    if (controlled[i] === 0 && failureTimeYears(uniforms[i], latency!) > atYears) controlled[i] = 1;
  }
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
  truth.endpoints[0].model.probabilities(truth.arms[position], {}, rate, 1);
  const [p, q] = [rate[0], second[0]];
  const both = p * q + truth.phi * Math.sqrt(p * (1 - p) * q * (1 - q));
  for (let i = 0; i < count; i++) second[i] = first[i] === 1 ? both / p : (q - both) / (1 - p);
}
