import { requireBlock } from '../numeric/require-block.ts';
import type { Schedule } from '../radiobiology/schedule.ts';
import { scheduleShape } from '../radiobiology/schedule-shape.ts';
import { describeIssues } from '../scenario/describe-issue.ts';

/**
 * Returns a schedule that JavaScript may have brought in any shape.
 *
 * @throws RangeError with every wrong value in a line of its own, such as `phases.0.doseGy: invalid doseGy: -1 (must be > 0)`
 */
export function requireSchedule(schedule: Schedule): Schedule {
  const parsed = scheduleShape.safeParse(requireBlock('schedule', schedule));
  if (parsed.success) return schedule;
  const lines = describeIssues(parsed.error.issues, schedule).map(
    ({ keys, message }) => `${keys.map(String).join('.')}: ${message}`,
  );
  throw new RangeError(lines.join('\n'));
}
