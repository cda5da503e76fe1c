import { truthSchema } from '../outcomes/truth-schema.ts';
import { createLaw, type LawSpec } from '../random/distribution-schema.ts';
import type { Distribution } from '../random/distributions/definition.ts';
import { EXTREME_SCORES, reachedBy } from '../random/reached-by.ts';
import { isBurdenPath } from './burden-specs.ts';
import { changeProblems } from './check-burden.ts';
import type { CrossProblem } from './cross-problem.ts';
import { describeIssues, WHOLE_NUMBER } from './describe-issue.ts';
import { isJointDraws } from './joint-draws.ts';
import { splitPath, valueAt } from './path.ts';
import type { Scenario } from './scenario-schema.ts';
import { truthWith, uncertainLaws } from './truth-specs.ts';

/** What to do about a law that reaches a value which is refused: a finite one takes no limits. */
function reachWords(refusal: string, law: Distribution): string {
  const words = `${refusal}: the law reaches it`;
  if (refusal.includes(WHOLE_NUMBER)) return `${words}; give whole numbers to truths or a sweep instead`;
  return law.atoms ? words : `${words}; add within`;
}

export const PLANNED_ANCHOR = 'does nothing: this anchor is solved once, as planned (resolve: planned)';

/** Whether a path changes an anchor that is solved on the truth as planned alone. */
export function isBelowPlannedAnchor(scenario: Scenario, path: string): boolean {
  const [, anchor] = /^(truth\.\w+\.anchor)\./.exec(path) ?? [];
  return anchor !== undefined && valueAt({ truth: scenario.truth }, `${anchor}.resolve`) === 'planned';
}

/** Blocks of a scenario that give paths laws. */
export type LawBlock = 'uncertainty' | 'sensitivity';

/** Problems of the paths that have laws: each must name a number of the truth or the burden, and its law must keep to what that allows. */
export function checkUncertainty(scenario: Scenario, block: LawBlock = 'uncertainty'): CrossProblem[] {
  return Object.entries(scenario[block] ?? {}).flatMap(([path, spec]): CrossProblem[] => {
    if (isJointDraws(spec)) return [];
    const keys = [block, path];
    if (isBurdenPath(path)) return checkUncertainBurden(scenario, path, createLaw(spec as LawSpec), block);
    if (!path.startsWith('truth.')) {
      const begins = block === 'uncertainty' ? 'truth. or burden.' : 'truth.';
      return [{ keys, message: `unknown path: ${path} (an uncertain path begins with ${begins})` }];
    }
    const present = valueAt({ truth: scenario.truth }, path);
    if (isBelowPlannedAnchor(scenario, path)) return [{ keys, message: PLANNED_ANCHOR }];
    const law = createLaw(spec as LawSpec);
    if (law.levels) return [{ keys, message: 'a categorical law has no values to set' }];
    const inTruth = splitPath({ truth: scenario.truth }, path).slice(1);
    const isNumber = typeof present === 'number';
    for (const value of isNumber || present === undefined ? reachedBy(law) : []) {
      const parsed = truthSchema.safeParse(truthWith(scenario, [[path, value]]));
      if (parsed.success) continue;
      const [first] = describeIssues(parsed.error.issues, truthWith(scenario, [[path, value]]));
      const reaches = first.keys.length === inTruth.length && !first.ofKey;
      return [
        {
          keys,
          message: reaches ? reachWords(first.message, law) : `unknown path: ${path}: ${first.message}`,
        },
      ];
    }
    return isNumber
      ? []
      : [{ keys, message: `${path} is no number that the truth states; state it, and its law here` }];
  });
}

/** Problems of the law of a path of the burden: power hangs on none, so that only the worlds draw it. */
function checkUncertainBurden(
  scenario: Scenario,
  path: string,
  law: Distribution,
  block: LawBlock,
): CrossProblem[] {
  const fail = (message: string): CrossProblem[] => [{ keys: [block, path], message }];
  if (block === 'sensitivity') return fail(`${path} does nothing: power hangs on nothing of the burden`);
  if (law.levels) return fail('a categorical law has no values to set');
  const present = valueAt({ burden: scenario.burden }, path);
  if (scenario.burden && present !== undefined && typeof present !== 'number')
    return fail(`${path} is no number that the burden states; state it, and its law here`);
  const [whatever] = present === undefined ? [] : changeProblems(scenario, [[path, present]]);
  if (whatever !== undefined) return fail(whatever);
  for (const value of reachedBy(law)) {
    const [first] = changeProblems(scenario, [[path, value]]);
    if (first !== undefined && present === undefined)
      return fail(first.startsWith('unknown path') ? first : `unknown path: ${path}: ${first}`);
    if (first !== undefined) return fail(reachWords(first, law));
  }
  return present === undefined
    ? fail(`${path} is no number that the burden states; state it, and its law here`)
    : [];
}

/** Laws whose extremes are tried together; of more, only each by itself. */
const MOST_TRIED_TOGETHER = 6;

/** Problems that show only when several uncertain values are extreme at once, such as a lowest value above the highest. */
export function checkTogether(scenario: Scenario, block: LawBlock = 'uncertainty'): CrossProblem[] {
  const laws = uncertainLaws(scenario);
  if (laws.length < 2 || laws.length > MOST_TRIED_TOGETHER) return [];
  for (let corner = 0; corner < 1 << laws.length; corner++) {
    const draw = laws.map(
      ({ path, law }, i) => [path, law.atNormalScore(EXTREME_SCORES[(corner >> i) & 1])] as const,
    );
    const data = truthWith(scenario, draw);
    const parsed = truthSchema.safeParse(data);
    if (parsed.success) continue;
    const [first] = describeIssues(parsed.error.issues, data);
    return [{ keys: [block], message: `these laws together reach what no truth can be: ${first.message}` }];
  }
  return [];
}

/** Share of the law between its median and a stated value from which the difference is worth saying. */
const FAR_FROM_MEDIAN = 0.05;

/** Where the truth as planned states a value well off the median of its law. */
export function offMedian(scenario: Scenario): string[] {
  return Object.entries(scenario.uncertainty).flatMap(([path, spec]) => {
    if (isJointDraws(spec)) return [];
    const stated = valueAt({ truth: scenario.truth, burden: scenario.burden }, path) as number;
    const law = createLaw(spec as LawSpec);
    return law.atoms || Math.abs(law.cdf(stated) - 0.5) <= FAR_FROM_MEDIAN
      ? []
      : [
          `${path} is ${stated} as planned, but its law’s median is ${Number(law.quantile(0.5).toPrecision(6))}`,
        ];
  });
}
