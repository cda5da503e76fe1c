import { closestWord } from '../../numeric/closest-word.ts';
import { shownText } from '../../numeric/shown-text.ts';
import { decodeScenarioText } from '../../scenario/scenario-link.ts';
import { requirePlainValue } from '../edit/plain-value.ts';
import { isTorn, unescapeText } from './escape.ts';
import { isLinkPath } from './link-path.ts';
import {
  LAST_STEP,
  MOST_CHANGES,
  MOST_YAML_CHARACTERS,
  type Setting,
  type SettingKey,
  type ShareLimits,
} from './state.ts';

/** Thrown with a sentence to show. */
export class LinkError extends Error {}

/** The text of a part. @throws LinkError */
function textOf(escaped: string, what: string): string {
  try {
    const text = unescapeText(escaped);
    if (!isTorn(text)) return text;
  } catch {
    // Said below
  }
  throw new LinkError(`The link is damaged: ${what} cannot be read.`);
}

/** A name that there is. @throws LinkError with the nearest one */
function nameOf(escaped: string, what: string, names: readonly string[]): string {
  const name = textOf(escaped, `the name of the ${what}`);
  if (names.includes(name)) return name;
  const near = closestWord(shownText(name), names);
  const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
  throw new LinkError(`The link names a ${what} that is not there: ${shownText(name)}${hint}.`);
}

/** Reads `path=value`. @throws LinkError */
function changeOf(escaped: string): readonly [string, unknown] {
  const text = textOf(escaped, 'a value that it sets');
  const equals = text.indexOf('=');
  if (equals < 0) throw new LinkError(`The link sets ${shownText(text)} without a value.`);
  const path = text.slice(0, equals);
  if (!isLinkPath(path)) throw new LinkError(`The link sets what no scenario has: ${shownText(path)}.`);
  const written = text.slice(equals + 1);
  let value: unknown = written;
  try {
    value = JSON.parse(written);
  } catch {
    // Text as it stands
  }
  try {
    requirePlainValue(value);
    if (!isTorn(value)) return [path, value];
  } catch {
    // Said below
  }
  throw new LinkError(`The link sets ${shownText(path)} to a value that no scenario has.`);
}

/** The text that is packed in a part. @throws LinkError */
async function yamlOf(packed: string): Promise<string> {
  try {
    return await decodeScenarioText(packed, MOST_YAML_CHARACTERS);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new LinkError(`The scenario in the link cannot be opened: ${error.message}.`);
  }
}

function stepOf(escaped: string): number {
  if (/^\d{1,2}$/.test(escaped)) return Number(escaped);
  throw new LinkError(
    `The link names no step of a lesson: ${shownText(escaped)} (must be 0 to ${LAST_STEP}).`,
  );
}

/**
 * One setting from its parts, still escaped.
 *
 * @throws LinkError with a sentence to show
 */
export async function readSetting(
  parts: readonly (readonly [SettingKey, string])[],
  { scenarios, lessons }: ShareLimits,
): Promise<Setting> {
  const stated = (key: SettingKey): string | undefined => {
    const found = parts.filter(([one]) => one === key);
    if (found.length > 1) throw new LinkError(`The link says ${key} twice.`);
    return found[0]?.[1];
  };
  const sets = parts.filter(([key]) => key === 'set');
  if (sets.length > MOST_CHANGES) throw new LinkError(`The link sets more than ${MOST_CHANGES} values.`);
  const [scenario, yaml, lesson, step] = (['scenario', 'yaml', 'lesson', 'step'] as const).map(stated);
  return {
    ...(scenario !== undefined && { scenario: nameOf(scenario, 'scenario', scenarios) }),
    changes: sets.map(([, escaped]) => changeOf(escaped)),
    ...(yaml !== undefined && { yaml: await yamlOf(yaml) }),
    ...(lesson !== undefined && { lesson: nameOf(lesson, 'lesson', lessons) }),
    ...(step !== undefined && { step: stepOf(step) }),
  };
}
