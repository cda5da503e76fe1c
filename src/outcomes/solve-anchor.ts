import type { Cohort } from '../cohort/cohort.ts';
import { findRoot } from '../numeric/find-root.ts';
import type { EndpointModel } from '../radiobiology/endpoint-model.ts';
import { type Latency, shareFailedBy } from '../radiobiology/latency.ts';
import { doseSums } from '../radiobiology/linear-quadratic.ts';
import { readSchedule } from '../radiobiology/schedule-schema.ts';
import { convergeOnPopulation, meanProbability } from './population-mean.ts';

/** What an anchor says, with the latency of the block it stands in. */
interface AnchorTarget {
  readonly schedule: never;
  readonly rate: number;
  readonly atYears?: number | undefined;
  readonly latency?: Latency | undefined;
}

/**
 * The value of a model's free parameter at which the population under the anchor's own schedule has the anchor's rate.
 *
 * @throws RangeError if no value of the parameter reaches the rate: it lies at or below the model's floor, or at its top
 */
export function solveAnchor(
  create: (free: number) => EndpointModel,
  range: { readonly name: string; readonly low: number; readonly high: number },
  anchor: AnchorTarget,
  cohort: Cohort,
): number {
  const { rate, atYears, latency } = anchor;
  // LC∞ = 1 − (1 − LC(t))/F(t)
  const longRun = latency && atYears !== undefined ? 1 - (1 - rate) / shareFailedBy(atYears, latency) : rate;
  const arm = { name: 'anchor', sums: doseSums(readSchedule(anchor.schedule)) };
  const [free] = convergeOnPopulation(cohort, create(range.high).reads, (population) => {
    const excess = (value: number): number => meanProbability(create(value), arm, population) - longRun;
    const [atLow, atHigh] = [excess(range.low), excess(range.high)];
    const floor = longRun + Math.min(atLow, atHigh);
    if (!(atLow * atHigh < 0)) {
      const which =
        longRun <= floor
          ? `at or below the model's floor of ${Number(floor.toPrecision(4))}`
          : 'out of reach';
      const long = longRun === rate ? '' : ` (a long-run rate of ${Number(longRun.toPrecision(4))})`;
      throw new RangeError(`the anchor's rate ${rate}${long} is ${which}: no ${range.name} gives it`);
    }
    return [findRoot(excess, range.low, range.high)];
  }).values;
  return free;
}
