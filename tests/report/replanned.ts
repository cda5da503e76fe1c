import type { RunResult } from '../../src/engine/result.ts';
import { withValues } from '../../src/scenario/path.ts';

/** A result with other plans, as far as charts of what is planned read it. */
export function replanned(result: RunResult, values: Record<string, unknown>): RunResult {
  const resolved = withValues(result.scenario.resolved, Object.entries(values));
  const schedules = Object.values(resolved.arms).map(({ schedule }) => String(schedule));
  const arms = result.arms.map((arm, i) => ({ ...arm, schedule: schedules[i] }));
  return { ...result, arms, scenario: { ...result.scenario, resolved } };
}
