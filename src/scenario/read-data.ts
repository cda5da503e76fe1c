import { holdsTooMuch } from './holds-too-much.ts';
import { ScenarioError } from './scenario-error.ts';
import type { SourceMap } from './source-map.ts';

/**
 * Takes plain data in place of a file's: a copy, whose places are paths of keys such as `scenario.design.perArm`.
 *
 * @param name what the paths begin with, for messages
 * @throws ScenarioError for what is no plain data, or too much of it
 */
export function readData(given: object, name: string): { data: unknown; source: SourceMap } {
  const refuse = (message: string): never => {
    throw new ScenarioError([{ where: name, message }]);
  };
  if (holdsTooMuch(given)) refuse('too many values for one scenario');
  const placeOf = (keys: readonly PropertyKey[]): string => [name, ...keys.map(String)].join('.');
  try {
    return { data: structuredClone(given), source: { locate: placeOf, locateKey: placeOf } };
  } catch (error) {
    return refuse(`is no plain data (${error instanceof Error ? error.message : String(error)})`);
  }
}
