import { type TruthSpec, truthSchema } from '../outcomes/truth-schema.ts';
import { checkBurden } from './check-burden.ts';
import { checkIdleCentres } from './check-centres.ts';
import { checkJointDraws, describeWrittenDraws } from './check-joint-draws.ts';
import { checkProvenance } from './check-provenance.ts';
import { checkDesign, checkTruth } from './check-scenario.ts';
import { checkSensitivity, checkSensitivityTogether } from './check-sensitivity.ts';
import {
  checkTogether,
  checkUncertainty,
  isBelowPlannedAnchor,
  PLANNED_ANCHOR,
} from './check-uncertainty.ts';
import type { CrossProblem } from './cross-problem.ts';
import { describeIssues } from './describe-issue.ts';
import { inlineFiles, type ReadFile } from './inline-files.ts';
import { keepModelledDraws } from './modelled-draws.ts';
import { setAt, splitPath, valueAt } from './path.ts';
import { readData } from './read-data.ts';
import { readValue, readYaml } from './read-yaml.ts';
import { MOST_PROBLEMS, type Problem, ScenarioError } from './scenario-error.ts';
import { AS_PLANNED, DEFAULT_WORLDS, type Scenario, scenarioSchema } from './scenario-schema.ts';
import { scenarioWarnings } from './scenario-warnings.ts';
import type { SourceMap } from './source-map.ts';
import { createTrial, marginShifts, type Trial } from './trial.ts';
import { truthNames, truthWith } from './truth-specs.ts';

/** Changes to a scenario from outside its file. */
export interface ScenarioChange {
  readonly path: string;
  readonly value: unknown;
  /** The argument that brought it, for messages. */
  readonly origin: string;
}

/** Reads `path=value` as a change. @throws ScenarioError if there is no `=` */
export function readChange(argument: string, flag = '--set'): ScenarioChange {
  const at = argument.indexOf('=');
  const origin = `${flag} ${argument}`;
  if (at < 1) throw new ScenarioError([{ where: origin, message: 'is not written path=value' }]);
  return { path: argument.slice(0, at).trim(), value: readValue(argument.slice(at + 1)), origin };
}

/** A scenario that is right, and what is worth saying about it. */
export interface ReadScenario {
  readonly scenario: Scenario;
  readonly warnings: readonly string[];
}

/** A scenario that was read, brought to life. */
export interface LiveScenario extends ReadScenario {
  readonly trial: Trial;
}

/**
 * Reads a scenario: YAML or what it would hold, then changes, then every check; defaults are filled in.
 *
 * @param file name for messages
 * @param readFile reads the files that the scenario names
 * @throws ScenarioError with every problem at once
 */
export function readScenario(
  given: string | object,
  file: string,
  changes: readonly ScenarioChange[] = [],
  readFile: ReadFile = refuseFiles,
): LiveScenario {
  const { data, source } = typeof given === 'string' ? readYaml(given, file) : readData(given, file);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new ScenarioError([
      { where: source.locate([]), message: 'is no scenario (must be a block of keys)' },
    ]);
  }
  const origins = applyChanges(data as Record<string, unknown>, changes);
  const fail = createFail(source, origins);
  dropReplacedTags(data as Record<string, unknown>, origins);
  fail(inlineFiles(data, readFile));
  fail(describeWrittenDraws(data));
  const parsed = scenarioSchema.safeParse(data);
  if (!parsed.success) fail(describeIssues(parsed.error.issues, data));
  const { scenario, warnings: leftOut } = keepModelledDraws(withWorlds(parsed.data!));
  fail([
    ...checkDesign(scenario),
    ...checkUncertainty(scenario),
    ...checkSensitivity(scenario),
    ...checkWorlds(scenario),
    ...checkBurden(scenario),
    ...checkProvenance(scenario),
  ]);
  fail([...checkJointDraws(scenario), ...checkTogether(scenario)]);
  fail(checkSensitivityTogether(scenario));
  const truths = readTruths(scenario, fail);
  fail(checkIdleCentres(scenario, truths));
  const trial = createTrial(scenario);
  fail(checkLive(trial));
  return { scenario, warnings: [...leftOut, ...scenarioWarnings(scenario, truths)], trial };
}

const refuseFiles: ReadFile = (path) => {
  throw new Error(`${path}: files cannot be read here`);
};

/** Where a change was made, and the argument that brought it. */
interface Origin {
  readonly keys: readonly string[];
  readonly origin: string;
}

/** Makes the changes in place. @throws ScenarioError at a path that cannot be */
function applyChanges(data: Record<string, unknown>, changes: readonly ScenarioChange[]): Origin[] {
  return changes.map(({ path, value, origin }) => {
    try {
      const keys = splitPath(data, path);
      setAt(data, path, value);
      return { keys, origin };
    } catch (error) {
      throw error instanceof RangeError
        ? new ScenarioError([{ where: origin, message: error.message }])
        : error;
    }
  });
}

/** A function that throws all problems at once, each at its place: the argument that brought it, or line and column. */
function createFail(source: SourceMap, origins: readonly Origin[]): Fail {
  const place = (keys: readonly PropertyKey[], ofKey = false): string => {
    // A key that nothing knows is that of the argument whose path leads through it
    const covering = origins.findLast((o) =>
      (ofKey ? o.keys.slice(0, keys.length) : o.keys).every((key, i) => String(keys[i]) === key),
    );
    return covering?.origin ?? (ofKey ? source.locateKey(keys) : source.locate(keys));
  };
  return (problems) => {
    if (problems.length === 0) return;
    const all = problems
      .slice(0, MOST_PROBLEMS)
      .map(({ keys, message, ofKey, where }): Problem => ({ where: where ?? place(keys, ofKey), message }));
    throw new ScenarioError(
      all.filter((p, i) => all.findIndex((q) => q.where === p.where && q.message === p.message) === i),
      problems.length - all.length,
    );
  };
}

/** Takes away the tags of values that a change replaced by something of another shape: they told where the old ones came from. */
function dropReplacedTags(data: Record<string, unknown>, origins: readonly Origin[]): void {
  const tags = data.provenance;
  if (typeof tags !== 'object' || tags === null) return;
  for (const path of Object.keys(tags)) {
    const isReplaced = origins.some(({ keys }) => `${path}.`.startsWith(`${keys.join('.')}.`));
    if (isReplaced && valueAt(data, path) === undefined) delete (tags as Record<string, unknown>)[path];
  }
}

/** Fills in the number of worlds. */
function withWorlds(scenario: Scenario): Scenario {
  const worlds =
    scenario.simulation.worlds ?? (Object.keys(scenario.uncertainty).length > 0 ? DEFAULT_WORLDS : 0);
  const { replicates, replicatesPerWorld } = scenario.simulation;
  // In the order of the schema, so that the resolved scenario reads back to the same bytes
  return { ...scenario, simulation: { replicates, worlds, replicatesPerWorld } };
}

function checkWorlds({ simulation, uncertainty }: Scenario): CrossProblem[] {
  return simulation.worlds! > 0 && Object.keys(uncertainty).length === 0
    ? [
        {
          keys: ['simulation', 'worlds'],
          message: 'worlds do nothing without uncertainty (leave them out, or set them to 0)',
        },
      ]
    : [];
}

type Fail = (problems: readonly (CrossProblem & { ofKey?: boolean; where?: string })[]) => void;

/** The specifications of all truths; problems of a named truth are placed at the value that brought them. */
function readTruths(scenario: Scenario, fail: Fail): TruthSpec[] {
  const problems: (CrossProblem & { ofKey?: boolean })[] = [];
  const specs = truthNames(scenario).flatMap((name): TruthSpec[] => {
    const overrides = Object.entries(scenario.truths[name] ?? {});
    const astray = overrides.find(([path]) => !/^(truth|burden)\./.test(path));
    if (astray) {
      const message = `unknown path: ${astray[0]} (a truth’s paths begin with truth. or burden.)`;
      problems.push({ keys: ['truths', name, astray[0]], message, ofKey: true });
      return [];
    }
    for (const [path] of overrides.filter(([path]) => isBelowPlannedAnchor(scenario, path))) {
      problems.push({ keys: ['truths', name, path], message: PLANNED_ANCHOR });
    }
    const replaced = overrides.map(([path]) => ({ path, keys: splitPath({ truth: scenario.truth }, path) }));
    const home = (keys: readonly PropertyKey[]): readonly PropertyKey[] => {
      if (name === AS_PLANNED) return keys;
      const found = replaced.findLast((r) =>
        r.keys.slice(0, keys.length).every((key, i) => String(keys[i]) === key),
      );
      return found
        ? ['truths', name, found.path, ...keys.slice(found.keys.length)]
        : keys[0] === 'truth'
          ? ['truths', name]
          : keys;
    };
    const data = truthWith(scenario, overrides);
    const parsed = truthSchema.safeParse(data);
    const found = parsed.success
      ? checkTruth(scenario, parsed.data)
      : describeIssues(parsed.error.issues, data).map((i) => ({ ...i, keys: ['truth', ...i.keys] }));
    // What is wrong as planned is said once, there
    const fresh = found.filter(
      ({ message }) => name === AS_PLANNED || !problems.some((p) => p.message === message),
    );
    problems.push(...fresh.map((problem) => ({ ...problem, keys: home(problem.keys) })));
    return parsed.success ? [parsed.data] : [];
  });
  fail(problems);
  return specs;
}

/** Problems that show only when anchors are solved and margins are reached. */
function checkLive(trial: Trial): CrossProblem[] {
  const problems: CrossProblem[] = [];
  for (const [index, name] of trial.truthNames.entries()) {
    try {
      marginShifts(trial, trial.truth(index));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const isPlanned = name === AS_PLANNED;
      const home = error.message.startsWith('the margin')
        ? ['design']
        : isPlanned
          ? ['truth']
          : ['truths', name];
      problems.push({ keys: home, message: isPlanned ? error.message : `${name}: ${error.message}` });
      // Other truths build on the one as planned
      if (isPlanned) break;
    }
  }
  return problems;
}
