import { controlOnceShown, shareFailedBy } from '../radiobiology/latency.ts';
import type { MarginShift } from './margin-shift.ts';
import { convergeOnPopulation, type PopulationValues } from './population-mean.ts';
import { probabilitiesAtTime } from './population-rates.ts';
import type { Truth, TruthEndpoint } from './truth.ts';

/**
 * Control of an arm's population over time with each patient at the margin: by the law of time that leads to the shifted
 * probability at the endpoint's time.
 *
 * @param years rising, up to a time at which every patient's control is above 0
 */
export function marginCurve(
  truth: Truth,
  endpoint: TruthEndpoint,
  position: number,
  shift: MarginShift,
  years: readonly number[],
): PopulationValues {
  const { kind } = endpoint.latency!;
  const shares = years.map((time) =>
    time === 0 ? 0 : shareFailedBy(time, endpoint.latency!) / endpoint.shown,
  );
  return convergeOnPopulation(truth.arms[position].cohort, endpoint.reads, (population) => {
    const shifted = probabilitiesAtTime(endpoint, position, population).map(shift);
    return shares.map((share) =>
      shifted.reduce(
        (sum, p, i) => sum + population.weights[i] * Math.max(0, controlOnceShown(share, p, kind)),
        0,
      ),
    );
  });
}
