import type { Cohort } from '../cohort/cohort.ts';
import { findRoot } from '../numeric/find-root.ts';
import type { DoseRule } from '../radiobiology/dose-rule.ts';
import type { EndpointModel } from '../radiobiology/endpoint-model.ts';
import { type Latency, shareFailedBy } from '../radiobiology/latency.ts';
import type { Schedule } from '../radiobiology/schedule.ts';
import { readSchedule, type ScheduleSpec } from '../radiobiology/schedule-schema.ts';
import { armOddsRatios, createArmDose } from './arm-dose.ts';
import { fillOnceShown } from './fill-once-shown.ts';
import { convergeOnPopulation, weightedMean } from './population-mean.ts';
import { shiftOdds } from './shift-odds.ts';

/** What an anchor says. */
interface AnchorTarget {
  readonly schedule: never;
  readonly rate: number;
  readonly atYears?: number | undefined;
}

/** What the block that an anchor stands in says besides. */
interface AnchorRule {
  readonly spec: DoseRule;
  readonly latency: Latency | undefined;
  readonly countsPostoperative: boolean;
}

/** Schedules of anchors read before: worlds share them, and the doses that hang on them. */
const schedules = new Map<string, Schedule>();
const MOST_KEPT = 100;

function anchorSchedule(spec: ScheduleSpec): Schedule {
  const key = JSON.stringify(spec);
  const schedule = schedules.get(key) ?? readSchedule(spec);
  if (schedules.size >= MOST_KEPT) schedules.clear();
  schedules.set(key, schedule);
  return schedule;
}

/**
 * The value of a model's free parameter at which the population under the anchor's own schedule has the anchor’s rate;
 * no agents, nothing missed.
 *
 * @throws RangeError if no value of the parameter reaches the rate: it lies at or below the model’s floor, or at its top
 */
export function solveAnchor(
  create: (free: number) => EndpointModel,
  range: { readonly name: string; readonly low: number; readonly high: number },
  { schedule, rate, atYears }: AnchorTarget,
  { spec, latency, countsPostoperative }: AnchorRule,
  cohort: Cohort,
): number {
  const arm = { name: 'anchor', schedules: [{ schedule: anchorSchedule(schedule), share: 1 }], agents: [] };
  const dose = createArmDose(arm, spec, undefined, countsPostoperative);
  const [odds] = armOddsRatios(arm, spec);
  const shown = latency && atYears !== undefined ? shareFailedBy(atYears, latency) : 1;
  const kind = latency?.kind ?? 'mixtureCure';
  // LC∞ = 1 − (1 − LC(t))/F(t), the same for all patients; under promotion time each has its own
  const target = kind === 'mixtureCure' ? 1 - (1 - rate) / shown : rate;
  const until = kind === 'mixtureCure' ? 1 : shown;
  const reads = [...new Set([...create(range.high).reads, ...(dose.delivery?.reads ?? [])])];
  const [free] = convergeOnPopulation(cohort, reads, ({ columns, weights, count }) => {
    const out = new Float64Array(count);
    const excess = (value: number): number => {
      fillOnceShown(create(value), dose, kind, until, columns, out, count);
      if (odds !== 1) for (let i = 0; i < count; i++) out[i] = shiftOdds(out[i], odds);
      return weightedMean(out, weights) - target;
    };
    const [atLow, atHigh] = [excess(range.low), excess(range.high)];
    const floor = target + Math.min(atLow, atHigh);
    if (!(atLow * atHigh < 0)) {
      const which =
        target <= floor ? `at or below the model’s floor of ${Number(floor.toPrecision(4))}` : 'out of reach';
      const long = target === rate ? '' : ` (a long-run rate of ${Number(target.toPrecision(4))})`;
      throw new RangeError(`the anchor’s rate ${rate}${long} is ${which}: no ${range.name} gives it`);
    }
    return [findRoot(excess, range.low, range.high)];
  }).values;
  return free;
}
