import { unknownWord } from '../numeric/closest-word.ts';
import { createLaw, type LawSpec } from '../random/distribution-schema.ts';
import { reachedBy } from '../random/reached-by.ts';
import { type BurdenSpec, burdenSchema, MOST_OF_BURDEN } from '../trial/burden/burden-schema.ts';
import { burdenWith, isBurdenPath } from './burden-specs.ts';
import type { CrossProblem } from './cross-problem.ts';
import { describeIssues } from './describe-issue.ts';
import { statedSchedules } from './planned-arms.ts';
import type { Scenario } from './scenario-schema.ts';

/** Problems between the burden and the rest of the scenario, as planned and where a named truth changes it. */
export function checkBurden(scenario: Scenario): CrossProblem[] {
  const { burden } = scenario;
  return [
    ...(burden ? [...checkArms(scenario, burden), ...checkValues(scenario, burden)] : []),
    ...Object.keys(scenario.truths).flatMap((name) => checkBurdenOfTruth(scenario, name)),
  ];
}

function checkArms({ arms }: Scenario, { byArm }: BurdenSpec): CrossProblem[] {
  const names = Object.keys(arms);
  return [
    ...names
      .filter((name) => statedSchedules(arms[name]).length === 0)
      .map((name) => ({
        keys: ['arms', name],
        message: 'missing schedule: the burden counts visits and fractions',
      })),
    ...Object.keys(byArm)
      .filter((name) => !names.includes(name))
      .map((name) => ({ keys: ['burden', 'byArm', name], message: unknownWord('arm', name, names) })),
  ];
}

/** Problems of values that are right by themselves: an endpoint that the truth lacks, a distance that cannot be. */
function checkValues({ truth }: Scenario, burden: BurdenSpec): CrossProblem[] {
  const { costPerEvent, qualityOfLife, endpoint, travel } = burden;
  const named: (readonly [name: string, keys: readonly PropertyKey[]])[] = [
    [endpoint, ['endpoint']],
    ...Object.keys(costPerEvent).map((name) => [name, ['costPerEvent', name]] as const),
    ...Object.keys(qualityOfLife?.lossPerEvent ?? {}).map(
      (name) => [name, ['qualityOfLife', 'lossPerEvent', name]] as const,
    ),
  ];
  const missing = named
    .filter(([name]) => truth[name as keyof typeof truth] === undefined)
    .map(([name, keys]) => ({
      keys: ['burden', ...keys],
      message: `the burden looks at ${name}, but the truth has no model of it`,
    }));
  const problem = travel && distanceProblem(travel.oneWayKm);
  return problem ? [...missing, { keys: ['burden', 'travel', 'oneWayKm'], message: problem }] : missing;
}

/** What is wrong with a distance: it is neither below 0 nor beyond what a burden takes, whoever the patient is. */
function distanceProblem(spec: number | LawSpec): string | undefined {
  const law = typeof spec === 'number' ? undefined : createLaw(spec);
  if (law?.levels) return 'invalid oneWayKm: a categorical law has no distances';
  const wrong = (law ? reachedBy(law) : [spec as number]).find((km) => !(km >= 0 && km <= MOST_OF_BURDEN));
  if (wrong === undefined) return undefined;
  const must = wrong > 0 ? `<= ${MOST_OF_BURDEN}` : '>= 0';
  if (!law) return `invalid oneWayKm: ${wrong} (must be ${must})`;
  return `invalid oneWayKm: the law reaches ${Number(wrong.toPrecision(3))} (must be ${must}${law.atoms ? '' : '; add within'})`;
}

/** Problems of what a named truth changes in the burden, each at the path that brought it. */
function checkBurdenOfTruth(scenario: Scenario, name: string): CrossProblem[] {
  return Object.entries(scenario.truths[name])
    .filter(([path]) => isBurdenPath(path))
    .flatMap(([path, value]) =>
      changeProblems(scenario, [[path, value]]).map((message) => ({ keys: ['truths', name, path], message })),
    );
}

/** Keys of a burden by which its answer is told: the same in every truth and world. */
const TOLD_BY = /^burden\.(currency|endpoint|willingnessToPay|qualityOfLife\.scale)(\.|$)/;

/** What is wrong with the burden once values are changed. */
export function changeProblems(
  scenario: Scenario,
  values: readonly (readonly [path: string, value: unknown])[],
): string[] {
  if (!scenario.burden) return [`unknown path: ${values[0][0]} (the scenario states no burden)`];
  const told = values.find(([path]) => TOLD_BY.test(path));
  if (told) return [`${told[0]} is what the answer is told by: it is the same in every truth and world`];
  const data = { burden: changed(scenario, values) };
  if (typeof data.burden === 'string') return [data.burden];
  const parsed = burdenSchema.safeParse(data.burden);
  if (!parsed.success)
    return describeIssues(parsed.error.issues, data, ['burden']).map(({ message }) => message);
  const before = checkValues(scenario, scenario.burden).map(({ message }) => message);
  return [...checkArms(scenario, parsed.data), ...checkValues(scenario, parsed.data)]
    .map(({ message }) => message)
    .filter((message) => !before.includes(message));
}

/** The burden once values are changed; where a path leads nowhere, the words that say so. */
function changed(scenario: Scenario, values: Parameters<typeof changeProblems>[1]): unknown {
  try {
    return burdenWith(scenario, values);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
