import { createCourse } from '../../radiobiology/course.ts';
import { createEffectiveDose } from '../../radiobiology/create-effective-dose.ts';
import type { ArmDose } from '../../radiobiology/endpoint-model.ts';
import { createPhase, createSchedule } from '../../radiobiology/schedule.ts';

/** An arm that gives so many fractions of `fractionGy` Gy, one a weekday, by the plain linear-quadratic model. */
export function scheduledArm(fractions: number, fractionGy: number): ArmDose {
  const course = createCourse(createSchedule([createPhase(fractions, fractionGy)]));
  return { name: 'control', doses: [createEffectiveDose(course, {})] };
}
