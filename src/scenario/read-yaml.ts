import type { Document } from 'yaml';
import { holdsTooMuch } from './holds-too-much.ts';
import { MOST_SCENARIO_CHARACTERS } from './most-characters.ts';
import { parseYaml } from './parse-yaml.ts';
import { ScenarioError } from './scenario-error.ts';
import { createSourceMap, type SourceMap } from './source-map.ts';

/** More aliases are a bomb. */
const MOST_ALIASES = 50;

/** A YAML file as plain data, with where everything stands. */
export interface ReadYaml {
  readonly data: unknown;
  readonly source: SourceMap;
  /** The same as nodes, with how each is written. */
  readonly document: Document;
}

/**
 * Reads YAML 1.2 as plain data.
 *
 * @param file name for messages
 * @throws ScenarioError with line and column on syntax errors, duplicate keys, unknown tags and alias bombs
 */
export function readYaml(text: string, file: string): ReadYaml {
  const refuse = (message: string): never => {
    throw new ScenarioError([{ where: `${file}:1:1`, message }]);
  };
  if (text.length > MOST_SCENARIO_CHARACTERS)
    refuse(`too long for a scenario (over ${MOST_SCENARIO_CHARACTERS} characters)`);
  const { document, lines, problems } = parseYaml(text);
  if (problems.length > 0) {
    throw new ScenarioError(
      problems.map(({ offset, message }) => {
        const { line, col } = lines.linePos(offset);
        return { where: `${file}:${line}:${col}`, message };
      }),
    );
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
  if (holdsTooMuch(data)) refuse('too many values for one file');
  return { data, source: createSourceMap(file, document, lines), document };
}

/** Reads the value of an argument such as `0.1` or `{ logNormal: … }`; text that is no YAML stays text. */
export function readValue(text: string): unknown {
  const { document, problems } = parseYaml(text);
  if (problems.length > 0) return text;
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return text;
  }
}
