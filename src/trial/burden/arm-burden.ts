import type { CourseShare } from '../../outcomes/delivered-courses.ts';
import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { type BurdenSpec, pricesOf } from './burden-schema.ts';

/** Rate of the bad event, by endpoint of the truth. */
export type BadEventRates = Readonly<Partial<Record<EndpointName, number>>>;

/** What an arm asks, as means over its patients. */
export interface ArmBurden {
  readonly fractions: number;
  /** Days of treatment and visits before it. */
  readonly visits: number;
  readonly machineMinutes: number;
  /** Km there and back, of all visits; 0 where travel is not counted. */
  readonly travelKm: number;
  readonly travelHours: number;
  /** Of planning, fractions and machine. */
  readonly treatmentCost: number;
  readonly travelCost: number;
  /** Of bad events. */
  readonly eventCost: number;
  /** All three. */
  readonly cost: number;
  /** Absent where the burden does not state it. */
  readonly qualityOfLife?: number;
}

/** Σ value·rate of bad events, in the order of the registry, whatever that of the scenario. */
function overEvents(values: BurdenSpec['costPerEvent'], rates: BadEventRates): number {
  return Object.values(endpoints).reduce(
    (sum, { name }) => sum + (values[name] ?? 0) * (rates[name] ?? 0),
    0,
  );
}

/**
 * What an arm asks of its mean patient.
 *
 * @param courses that its patients receive
 * @param oneWayKm mean distance to the clinic in km
 * @param rates of bad events
 */
export function armBurden(
  burden: BurdenSpec,
  arm: string,
  courses: readonly CourseShare[],
  oneWayKm: number,
  rates: BadEventRates,
): ArmBurden {
  const { machineMinutesPerFraction, costPerFraction, costPerMachineMinute, planning } = pricesOf(
    burden,
    arm,
  );
  const { travel, costPerEvent, qualityOfLife } = burden;
  const mean = (of: (course: CourseShare) => number): number =>
    courses.reduce((sum, course) => sum + course.share * of(course), 0);
  const fractions = mean((course) => course.fractions);
  const visits = planning.visits + mean((course) => course.treatmentDays);
  const machineMinutes = fractions * machineMinutesPerFraction;
  const travelKm = 2 * visits * oneWayKm;
  // planning + fractions·(price + minutes·price of a minute)
  const treatmentCost = planning.cost + fractions * costPerFraction + machineMinutes * costPerMachineMinute;
  const travelCost = travelKm * (travel?.costPerKm ?? 0);
  const eventCost = overEvents(costPerEvent, rates);
  return {
    fractions,
    visits,
    machineMinutes,
    travelKm,
    travelHours: visits * (travel?.hoursPerReturnTrip ?? 0),
    treatmentCost,
    travelCost,
    eventCost,
    cost: treatmentCost + travelCost + eventCost,
    ...(qualityOfLife && {
      qualityOfLife: qualityOfLife.withoutEvents - overEvents(qualityOfLife.lossPerEvent, rates),
    }),
  };
}
