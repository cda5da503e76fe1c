import { exceedsLqLimit, LQ_LIMIT_GY } from '../radiobiology/lq-limit.ts';
import { readSchedule, type ScheduleSpec } from '../radiobiology/schedule-schema.ts';
import type { CrossProblem } from '../scenario/cross-problem.ts';
import { type DescribedIssue, describeIssues } from '../scenario/describe-issue.ts';
import { readData } from '../scenario/read-data.ts';
import { readYaml } from '../scenario/read-yaml.ts';
import { MOST_PROBLEMS, ScenarioError } from '../scenario/scenario-error.ts';
import { checkEffects, effectWarnings } from './check-effects.ts';
import { type Effects, effectsSchema } from './effects-schema.ts';

/** Effects that are right, and what is worth saying about them. */
export interface ReadEffects {
  readonly effects: Effects;
  readonly warnings: readonly string[];
}

/**
 * Reads effects: YAML or what it would hold, then every check; defaults are filled in.
 *
 * @param file name for messages
 * @throws ScenarioError with every problem at once
 */
export function readEffects(given: string | object, file: string): ReadEffects {
  const { data, source } = typeof given === 'string' ? readYaml(given, file) : readData(given, file);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const message = 'is no effects file (must be a block of keys)';
    throw new ScenarioError([{ where: source.locate([]), message }]);
  }
  const fail = (problems: readonly (DescribedIssue | CrossProblem)[]): void => {
    if (problems.length === 0) return;
    throw new ScenarioError(
      problems.slice(0, MOST_PROBLEMS).map((problem) => {
        const isKey = 'ofKey' in problem && problem.ofKey;
        const where = isKey ? source.locateKey(problem.keys) : source.locate(problem.keys);
        return { where, message: problem.message };
      }),
      Math.max(0, problems.length - MOST_PROBLEMS),
    );
  };
  const parsed = effectsSchema.safeParse(data);
  if (!parsed.success) fail(describeIssues(parsed.error.issues, data));
  const effects = parsed.data!;
  fail(checkEffects(effects));
  return { effects, warnings: [...effectWarnings(effects), ...lqWarnings(effects)] };
}

function lqWarnings({ control, arms }: Effects): string[] {
  const schedules = [control, ...arms].map(({ schedule }) => readSchedule(schedule as ScheduleSpec));
  return schedules.some((schedule) => exceedsLqLimit(schedule))
    ? [`more than ${LQ_LIMIT_GY} Gy a fraction, where the linear-quadratic model is disputed`]
    : [];
}
