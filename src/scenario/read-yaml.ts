import { type Document, LineCounter, parseDocument } from 'yaml';
import { MOST_SCENARIO_CHARACTERS } from './most-characters.ts';
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
  if (text.length > MOST_SCENARIO_CHARACTERS) {
    throw new ScenarioError([
      {
        where: `${file}:1:1`,
        message: `too long for a scenario (over ${MOST_SCENARIO_CHARACTERS} characters)`,
      },
    ]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    logLevel: 'silent',
  });
  const troubles = [...document.errors, ...document.warnings];
  if (troubles.length > 0) {
    throw new ScenarioError(
      troubles.map(({ pos, message, code }) => {
        const { line, col } = lines.linePos(pos[0]);
        const plain = code === 'DUPLICATE_KEY' ? 'duplicate key' : message;
        return { where: `${file}:${line}:${col}`, message: plain };
      }),
    );
  }
  try {
    return {
      data: document.toJS({ maxAliasCount: MOST_ALIASES }),
      source: createSourceMap(file, document, lines),
      document,
    };
  } catch (error) {
    throw new ScenarioError([
      { where: `${file}:1:1`, message: error instanceof Error ? error.message : String(error) },
    ]);
  }
}

/** Reads the value of an argument such as `0.1` or `{ logNormal: … }`; text that is no YAML stays text. */
export function readValue(text: string): unknown {
  const document = parseDocument(text, { logLevel: 'silent' });
  try {
    return document.errors.length > 0 ? text : document.toJS({ maxAliasCount: 0 });
  } catch {
    return text;
  }
}
