import { readBeside } from '../node/shipped-files.ts';
import { requireBlock } from '../numeric/require-block.ts';
import { shownValue } from '../numeric/shown-value.ts';
import { readData } from '../scenario/read-data.ts';
import {
  type LiveScenario,
  type ReadScenario,
  readScenario as readFrom,
  type ScenarioChange,
} from '../scenario/read-scenario.ts';
import { requireFileName, requireOptions } from './require-options.ts';

/** What is changed in a scenario before it is checked. */
export interface ScenarioOptions {
  /** The scenario's file, for messages; files that the scenario names lie beside it. In the current folder unless given. */
  readonly file?: string;
  /** Values by path, which is the keys of the scenario with points between: `design.perArm`. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Seed instead of the scenario's. */
  readonly seed?: string;
  /** Simulated trials under each truth, >= 1. */
  readonly replicates?: number;
  /** Draws of what is uncertain, >= 0. */
  readonly worlds?: number;
}

const OPTIONS = ['file', 'set', 'seed', 'replicates', 'worlds'];

/** Where values that are no text come from, for messages. */
const NO_FILE = 'scenario';

/**
 * Reads and checks a scenario as `isoeffect validate` does, and fills in its defaults.
 *
 * @param scenario the text of a scenario file, or what it would hold as an object
 * @returns the resolved scenario, which repeats the run, and what is worth saying about it
 * @throws ScenarioError with every problem at once: each at `file:line:column` of a text, at `scenario.keys` of an object,
 * or at the option that brought it; RangeError for a wrong option
 * @example
 * ```ts
 * import { readScenario, readShipped, ScenarioError } from 'isoeffect';
 *
 * const text = readShipped('quick-start');
 * console.log(readScenario(text).scenario.design.perArm); // 100
 * try {
 *   readScenario(text.replace('perArm:', 'perAm:'), { file: 'mine.yaml' });
 * } catch (error) {
 *   if (error instanceof ScenarioError) console.log(error.problems[0].message); // unknown key: perAm (did you mean perArm?)
 * }
 * ```
 */
export function readScenario(scenario: string | object, options: ScenarioOptions = {}): ReadScenario {
  requireOptions(options, OPTIONS);
  const { scenario: resolved, warnings } = readLive(scenario, options);
  return { scenario: resolved, warnings };
}

/** The same with the scenario brought to life. @throws ScenarioError with every problem at once; RangeError for a wrong option */
export function readLive(scenario: string | object, options: ScenarioOptions): LiveScenario {
  requireFileName(options.file);
  const file = options.file ?? NO_FILE;
  const given = typeof scenario === 'string' ? scenario.replace(/^\uFEFF/, '') : scenario;
  return readFrom(given, file, changesOf(options), (named) => readBeside(file, named));
}

function changesOf({ set = {}, seed, replicates, worlds }: ScenarioOptions): ScenarioChange[] {
  const named = { seed, 'simulation.replicates': replicates, 'simulation.worlds': worlds };
  const own = Object.entries(named).filter(([, value]) => value !== undefined);
  return [
    ...Object.entries(requireBlock('set', set)).map(([path, value]) =>
      copied({ path, value, origin: `set ${path}` }),
    ),
    ...own.map(([path, value]) =>
      copied({ path, value, origin: `${path.split('.').at(-1)} ${shownOf(value)}` }),
    ),
  ];
}

/** A text as it is, as the command line shows it. */
const shownOf = (value: unknown): string => (typeof value === 'string' ? value : shownValue(value));

/** A change whose value later changes may reach into, so that the caller's stays as it is. */
const copied = (change: ScenarioChange): ScenarioChange => ({
  ...change,
  value: readData(change.value as object, change.origin).data,
});
