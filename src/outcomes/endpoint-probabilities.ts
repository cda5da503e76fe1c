import { SCHEDULE } from '../cohort/cohort-shape.ts';
import type { Columns } from '../radiobiology/endpoint-model.ts';
import { fillOnceShown } from './fill-once-shown.ts';
import { shiftOdds } from './shift-odds.ts';
import type { EndpointArm, TruthEndpoint } from './truth.ts';

/** Multiplies the odds of the first `count` probabilities by what agents and timing of each patient bring, in place. */
export function multiplyOdds(
  { oddsRatios }: EndpointArm,
  patients: Columns,
  probabilities: Float64Array,
  count: number,
): void {
  const [first] = oddsRatios;
  if (oddsRatios.every((factor) => factor === first)) {
    if (first === 1) return;
    for (let i = 0; i < count; i++) probabilities[i] = shiftOdds(probabilities[i], first);
    return;
  }
  const schedule = patients[SCHEDULE];
  for (let i = 0; i < count; i++) probabilities[i] = shiftOdds(probabilities[i], oddsRatios[schedule[i]]);
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
  const arm = endpoint.arms[position];
  fillOnceShown(
    endpoint.model,
    arm.dose,
    endpoint.latency?.kind ?? 'mixtureCure',
    shown,
    patients,
    out,
    count,
  );
  multiplyOdds(arm, patients, out, count);
}
