import { readScenario, type ScenarioChange } from '../../scenario/read-scenario.ts';
import type { Trial } from '../../scenario/trial.ts';
import type { Changes, LessonTools } from '../lessons/definition.ts';

/** Changes as reading a scenario takes them. */
export const scenarioChanges = (changes: Changes): ScenarioChange[] =>
  Object.entries(changes).map(([path, value]) => ({ path, value, origin: path }));

/**
 * A scenario that comes with the package, changed and brought to life.
 *
 * @throws ScenarioError if it is none with these changes
 */
export const liveTrial = ({ files }: LessonTools, name: string, changes: Changes): Trial =>
  readScenario(files.scenario(name), `${name}.yaml`, scenarioChanges(changes)).trial;
