import type { PartSampler, PatientSampler } from '../cohort/patients.ts';
import { fillBelow } from '../numeric/columns/fill-below.ts';
import type { Columns } from '../radiobiology/endpoint-model.ts';
import { fillFailureYears, fillFailureYearsAtMargin } from '../radiobiology/fill-failure-years.ts';
import type { ArmOutcomes } from './arm-outcomes.ts';
import { fillProbabilities, multiplyOdds } from './endpoint-probabilities.ts';
import type { MarginShift } from './margin-shift.ts';
import type { Truth, TruthEndpoint } from './truth.ts';

/** Draws one endpoint of one arm, span after span of its patients. */
export interface EndpointDraw {
  /** Takes what it needs of the patients' uniforms; called when they are drawn, before they become characteristics. */
  prepare(size: number): void;
  /** Draws the endpoint of a span's patients and writes their outcomes from position `from` on. */
  fill(outcomes: ArmOutcomes, from: number, size: number): void;
}

/** What an endpoint's draws are made with. */
export interface EndpointDrawOptions {
  readonly patients: PatientSampler;
  /** Makes a column as long as a span may be. */
  readonly allocate: () => Float64Array;
  /** Whether only patients whose hidden draws do not settle the endpoint are computed. */
  readonly isInPart: boolean;
  /** What puts the endpoint at its margin, if that is wanted. */
  readonly shift: MarginShift | undefined;
  /** Whether times of failure are wanted at the margin too. */
  readonly wantsMarginTimes: boolean;
}

/** An array from a position on. */
export function tail<A extends Uint8Array | Float64Array>(array: A, from: number): A {
  return from === 0 ? array : (array.subarray(from) as A);
}

/** The draws of the endpoint `e` in the arm at a position. */
export function createEndpointDraw(
  truth: Truth,
  position: number,
  e: number,
  options: EndpointDrawOptions,
): EndpointDraw {
  const endpoint = truth.endpoints[e];
  const { patients, allocate, shift, wantsMarginTimes } = options;
  const stem = `outcome/${endpoint.definition.name}`;
  const uniforms = patients.uniforms(stem);
  const latents = endpoint.model.latents.map((latent) => patients.uniforms(`${stem}/${latent}`));
  const latency = endpoint.latency && patients.uniforms(`${stem}/latency`);
  const probabilities = allocate();
  const fillOwn = options.isInPart
    ? createPartProbabilities(endpoint, position, latents, uniforms, options)
    : createProbabilities(endpoint, position, latents, patients.columns);
  const fillTimes = (outcomes: ArmOutcomes, from: number, size: number): void => {
    if (!endpoint.latency || !latency) return;
    const events = tail(outcomes.events[e], from);
    if (wantsMarginTimes) outcomes.marginFailureYears[e].set(latency.subarray(0, size), from);
    fillFailureYears(endpoint.latency, probabilities, events, latency, size);
    countByTime(endpoint, latency, events, size);
    outcomes.failureYears[e].set(latency.subarray(0, size), from);
  };
  return {
    prepare: fillOwn.prepare,
    fill: (outcomes, from, size) => {
      fillOwn.longRun(probabilities, size);
      if (truth.phi !== 0 && e === 1)
        conditionOnFirst(probabilities, truth, position, tail(outcomes.events[0], from), size);
      fillBelow(tail(outcomes.events[e], from), uniforms, probabilities, size);
      fillTimes(outcomes, from, size);
      if (!shift) return;
      fillOwn.shifted(probabilities, shift, size);
      const atMargin = tail(outcomes.marginEvents[e], from);
      fillBelow(atMargin, uniforms, probabilities, size);
      if (!endpoint.latency || !wantsMarginTimes) return;
      const times = tail(outcomes.marginFailureYears[e], from);
      fillFailureYearsAtMargin(endpoint.latency, endpoint.shown, probabilities, atMargin, times, size);
    },
  };
}

/** Probabilities of an endpoint's event, by patient of a span. */
interface SpanProbabilities {
  prepare(size: number): void;
  /** In the long run, hidden draws drawn. */
  longRun(out: Float64Array, size: number): void;
  /** At the endpoint's time, hidden draws integrated out, and moved to the margin. */
  shifted(out: Float64Array, shift: MarginShift, size: number): void;
}

/** Probabilities of all patients, from their characteristics. */
function createProbabilities(
  endpoint: TruthEndpoint,
  position: number,
  latents: readonly Float64Array[],
  columns: Columns,
): SpanProbabilities {
  return {
    prepare: () => {},
    longRun: (out, size) => fillLongRun(endpoint, position, latents, columns, out, size),
    shifted: (out, shift, size) => {
      fillProbabilities(endpoint, position, columns, out, size);
      for (let i = 0; i < size; i++) out[i] = shift(out[i]);
    },
  };
}

/**
 * Of patients whom the hidden draws settle the probability is 1; only those of the others are computed: first of those whom
 * they leave open, then, at the margin, of those whose own draw leaves it open there.
 */
function createPartProbabilities(
  endpoint: TruthEndpoint,
  position: number,
  latents: readonly Float64Array[],
  uniforms: Float64Array,
  { patients, allocate, shift }: EndpointDrawOptions,
): SpanProbabilities {
  const { openBelow, least } = endpoint.model.settled!;
  const part: PartSampler = patients.part(endpoint.reads);
  const ofPart = latents.map(allocate);
  const probabilities = allocate();
  const positions = new Uint32Array(probabilities.length);
  // Whoever draws less than the least probability has the event at the margin, whatever the characteristics
  const settledBelow = shift ? shift(least) : 1;
  let [open, count] = [0, 0];
  const scatter = (out: Float64Array, computed: number, size: number): void => {
    out.fill(1, 0, size);
    for (let j = 0; j < computed; j++) out[positions[j]] = probabilities[j];
  };
  return {
    prepare: (size) => {
      open = listBetween(positions, 0, latents[0], 0, openBelow, uniforms, 0, size);
      count = shift
        ? listBetween(positions, open, latents[0], openBelow, 1, uniforms, settledBelow, size)
        : open;
      for (const [l, latent] of latents.entries())
        for (let j = 0; j < open; j++) ofPart[l][j] = latent[positions[j]];
      part.fill(positions, count);
    },
    longRun: (out, size) => {
      fillLongRun(endpoint, position, ofPart, part.columns, probabilities, open);
      scatter(out, open, size);
    },
    shifted: (out, move, size) => {
      fillProbabilities(endpoint, position, part.columns, probabilities, count);
      for (let j = 0; j < count; j++) probabilities[j] = move(probabilities[j]);
      scatter(out, count, size);
    },
  };
}

/**
 * Writes the positions of patients whose hidden uniform lies from `low` to below `high`, and whose own draw not below
 * `least`, from place `start` of the list on; returns where the list then ends.
 */
function listBetween(
  positions: Uint32Array,
  start: number,
  hidden: Float64Array,
  low: number,
  high: number,
  draws: Float64Array,
  least: number,
  size: number,
): number {
  let end = start;
  // Without a branch, which chance would make slow
  for (let i = 0; i < size; i++) {
    const u = hidden[i];
    positions[end] = i;
    end += Number(u >= low) & Number(u < high) & Number(draws[i] >= least);
  }
  return end;
}

/** Writes the long-run probabilities of an endpoint's event, hidden draws drawn. */
function fillLongRun(
  { model, arms }: TruthEndpoint,
  position: number,
  latents: readonly Float64Array[],
  columns: Columns,
  probabilities: Float64Array,
  count: number,
): void {
  const arm = arms[position];
  if (model.probabilitiesGiven) model.probabilitiesGiven(arm.dose, columns, latents, probabilities, count);
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
  for (let i = 0; i < count; i++) controlled[i] = Number(times[i] > atYears);
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
