import type { Columns } from '../radiobiology/endpoint-model.ts';
import { fillOnceShown } from './fill-once-shown.ts';
import { shiftOdds } from './shift-odds.ts';
import type { TruthEndpoint } from './truth.ts';

/** Multiplies the odds of the first `count` probabilities, in place. */
export function multiplyOdds(probabilities: Float64Array, factor: number, count: number): void {
  if (factor === 1) return;
  for (let i = 0; i < count; i++) probabilities[i] = shiftOdds(probabilities[i], factor);
}

/** Writes each patient's probability of an endpoint's event in an arm once the share `shown` of latencies has passed. */
export function fillProbabilities(
  endpoint: TruthEndpoint,
  position: number,
  patients: Columns,
  out: Float64Array,
  count: number,
  shown = endpoint.shown,
): void {
  const { dose, oddsRatio } = endpoint.arms[position];
  fillOnceShown(endpoint.model, dose, endpoint.latency?.kind ?? 'mixtureCure', shown, patients, out, count);
  multiplyOdds(out, oddsRatio, count);
}
