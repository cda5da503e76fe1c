import { SCHEDULE } from '../cohort/cohort-shape.ts';
import type { UniformSource, UniformSources } from '../cohort/uniform-source.ts';
import type { Schedule } from '../radiobiology/schedule.ts';
import type { Distribution } from '../random/distributions/definition.ts';
import { finiteLaw } from '../random/finite-law.ts';

/** One of an arm's schedules. */
export interface PlannedSchedule {
  readonly schedule: Schedule;
  /** Share of the arm's patients who have it; the shares sum to 1. */
  readonly share: number;
  /** Position in the arm of the first patient who has it, where an amendment brings it; absent where it is by choice. */
  readonly from?: number;
}

/** An arm as the trial plans it. */
export interface PlannedArm {
  readonly name: string;
  /** Usually one; none where only rates are stated. */
  readonly schedules: readonly PlannedSchedule[];
  /** Names of what is given besides radiotherapy. */
  readonly agents: readonly string[];
}

/** The law of a patient's schedule, as its position; undefined where the arm has one, or none. */
export function scheduleLaw({ schedules }: PlannedArm): Distribution | undefined {
  if (schedules.length < 2) return undefined;
  return finiteLaw(schedules.map(({ share }, value) => ({ value, probability: share })));
}

/** Whether an arm's schedule changes by amendment. */
export const isAmended = ({ schedules }: PlannedArm): boolean =>
  schedules.some(({ from }) => from !== undefined);

/** Sources of uniforms that an arm brings: of its schedule where that hangs on when a patient came. */
export function armSources(arm: PlannedArm): UniformSources {
  if (!isAmended(arm)) return {};
  let before = 0;
  const pieces = arm.schedules.map(({ from, share }) => {
    before += share;
    // The middle of the share: wherever the law rounds its steps, it gives this schedule
    return { from: from!, uniform: before - share / 2 };
  });
  const source: UniformSource = {
    fill: (_key, _address, _armPosition, out, count) => {
      for (const { from, uniform } of pieces) out.fill(uniform, Math.min(from, count), count);
    },
  };
  return { [SCHEDULE]: source };
}
