import { truthSchema } from '../outcomes/truth-schema.ts';
import { isBurdenPath } from './burden-specs.ts';
import { changeProblems } from './check-burden.ts';
import { isBelowPlannedAnchor, PLANNED_ANCHOR } from './check-uncertainty.ts';
import type { CrossProblem } from './cross-problem.ts';
import { type DescribedIssue, describeIssues } from './describe-issue.ts';
import { isJointDraws, jointDrawsSchema } from './joint-draws.ts';
import { valueAt } from './path.ts';
import type { Scenario } from './scenario-schema.ts';
import { jointPaths, truthWith } from './truth-specs.ts';

/** Of more draws than these, each path's least and largest are looked at instead of every draw. */
const MOST_CHECKED = 2000;

/**
 * Problems of the blocks of joint draws as they are written; among laws and draws the schema alone would take a slip in
 * the draws for a law without a name.
 */
export function describeWrittenDraws(data: unknown): DescribedIssue[] {
  const uncertainty = (data as { uncertainty?: unknown }).uncertainty;
  if (typeof uncertainty !== 'object' || uncertainty === null) return [];
  return Object.entries(uncertainty).flatMap(([name, spec]): DescribedIssue[] => {
    if (typeof spec !== 'object' || spec === null || !isJointDraws(spec)) return [];
    const parsed = jointDrawsSchema.safeParse(spec);
    return parsed.success ? [] : describeIssues(parsed.error.issues, data, ['uncertainty', name]);
  });
}

/** Positions of the draws that are checked. */
function checkedDraws(columns: readonly (readonly number[])[]): number[] {
  const { length } = columns[0];
  if (length <= MOST_CHECKED) return Array.from({ length }, (_, draw) => draw);
  const extremes = columns.flatMap((values) =>
    [Math.min, Math.max].map((of) => values.indexOf(values.reduce((a, b) => of(a, b)))),
  );
  return [...new Set(extremes)];
}

/** Problems of joint draws: each path must name a number of the truth or the burden, once, and every draw must be one. */
export function checkJointDraws(scenario: Scenario): CrossProblem[] {
  const joint = jointPaths(scenario);
  return joint.flatMap(({ name, paths, columns }): CrossProblem[] => {
    const keys = ['uncertainty', name];
    const problems = paths.flatMap((path): CrossProblem[] => {
      const isTwice =
        Object.hasOwn(scenario.uncertainty, path) ||
        joint.some((b) => b.name !== name && b.paths.includes(path));
      if (isTwice) return [{ keys, message: `${path} is uncertain twice` }];
      if (isBelowPlannedAnchor(scenario, path)) return [{ keys, message: `${path} ${PLANNED_ANCHOR}` }];
      const { truth, burden } = scenario;
      const isNumber = typeof valueAt({ truth, burden }, path) === 'number';
      const where = isBurdenPath(path) ? 'burden' : 'truth';
      return isNumber ? [] : [{ keys, message: `${path} is no number that the ${where} states` }];
    });
    if (problems.length > 0) return problems;
    for (const draw of checkedDraws(columns)) {
      const values = paths.map((path, i) => [path, columns[i][draw]] as const);
      const ofBurden = values.filter(([path]) => isBurdenPath(path));
      const [wrong] = ofBurden.length > 0 ? changeProblems(scenario, ofBurden) : [];
      if (wrong !== undefined) return [{ keys, message: `draw ${draw + 1} is no burden: ${wrong}` }];
      const data = truthWith(scenario, values);
      const parsed = truthSchema.safeParse(data);
      if (parsed.success) continue;
      const [first] = describeIssues(parsed.error.issues, data);
      return [{ keys, message: `draw ${draw + 1} is no truth: ${first.message}` }];
    }
    return [];
  });
}
