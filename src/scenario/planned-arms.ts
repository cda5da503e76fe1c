import type { PlannedArm, PlannedSchedule } from '../outcomes/planned-arm.ts';
import type { Schedule } from '../radiobiology/schedule.ts';
import { readSchedule, type ScheduleSpec } from '../radiobiology/schedule-schema.ts';
import { armSizes } from '../trial/design.ts';
import type { ArmSpec } from './arm-schema.ts';
import type { Scenario } from './scenario-schema.ts';

/** A schedule of an arm, with the keys within the arm that state it. */
export interface StatedSchedule {
  readonly keys: readonly PropertyKey[];
  readonly schedule: Schedule;
}

/** The schedules that an arm states: none, one, or several. */
export function statedSchedules({ schedule, schedules }: ArmSpec): StatedSchedule[] {
  const read = (spec: unknown): Schedule => readSchedule(spec as ScheduleSpec);
  if (schedule !== undefined) return [{ keys: ['schedule'], schedule: read(schedule) }];
  return (schedules ?? []).map((part, i) => ({
    keys: ['schedules', i, 'schedule'],
    schedule: read(part.schedule),
  }));
}

/**
 * An arm of a scenario as the trial plans it.
 *
 * @param size planned patients of the arm, by which the shares of an amended schedule are reckoned
 */
function plannedArm(name: string, spec: ArmSpec, size: number): PlannedArm {
  const { agents, schedules: mix = [] } = spec;
  let before = 0;
  const schedules = statedSchedules(spec).map(({ schedule }, i): PlannedSchedule => {
    if (mix.length === 0) return { schedule, share: 1 };
    const { weight, patients } = mix[i];
    if (weight !== undefined) return { schedule, share: weight };
    const from = Math.min(before, size);
    before = Math.min(size, from + (patients ?? size));
    return { schedule, share: (before - from) / size, from };
  });
  return { name, schedules, agents };
}

/** The arms of a scenario as the trial plans them. */
export function plannedArms({ arms, design }: Pick<Scenario, 'arms' | 'design'>): PlannedArm[] {
  const entries = Object.entries(arms);
  const sizes = armSizes(design, entries.length);
  return entries.map(([name, spec], position) => plannedArm(name, spec, sizes[position]));
}
