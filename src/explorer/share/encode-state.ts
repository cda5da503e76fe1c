import { encodeScenarioText } from '../../scenario/scenario-link.ts';
import { requirePlainValue } from '../edit/plain-value.ts';
import { escapeText, isTorn } from './escape.ts';
import { isLinkPath } from './link-path.ts';
import {
  MOST_CHANGES,
  MOST_LINK_CHARACTERS,
  MOST_YAML_CHARACTERS,
  PINNED,
  type Setting,
  type State,
} from './state.ts';

/** A value as a link holds it: text as it stands where it reads as itself, all else as JSON. */
function valueText(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  try {
    JSON.parse(value);
    return JSON.stringify(value);
  } catch {
    return value;
  }
}

/** The parts of one setting, such as `set=design.perArm=150`, their keys under a prefix. */
async function partsOf(
  { scenario, changes, yaml, lesson, step }: Setting,
  prefix: string,
): Promise<string[]> {
  if (yaml !== undefined && yaml.length > MOST_YAML_CHARACTERS)
    throw new RangeError('The text of the scenario is too long for a link: download it instead.');
  if (changes.length > MOST_CHANGES)
    throw new RangeError('There are too many changes for a link: download the scenario instead.');
  for (const [path, value] of changes) {
    requirePlainValue(value);
    if (!isLinkPath(path)) throw new RangeError(`invalid path: ${path} (no link can carry it)`);
  }
  const part = (key: string, text: string): string => `${prefix}${key}=${escapeText(text)}`;
  return [
    ...(scenario === undefined ? [] : [part('scenario', scenario)]),
    ...changes.map(([path, value]) => part('set', `${path}=${valueText(value)}`)),
    ...(yaml === undefined ? [] : [`${prefix}yaml=${await encodeScenarioText(yaml)}`]),
    ...(lesson === undefined ? [] : [part('lesson', lesson)]),
    ...(step === undefined ? [] : [part('step', String(step))]),
  ];
}

/**
 * A state as the hash of a link, without the `#`: `scenario=quick-start&set=design.perArm=150`. An edited text is packed;
 * all else is readable.
 *
 * @throws RangeError if the state is too long for a link, holds half a character, or changes what no link can carry
 */
export async function encodeState(state: State): Promise<string> {
  if (isTorn(state)) throw new RangeError('The scenario holds half a character, which no link can carry.');
  const { pinned } = state;
  const own = await partsOf(state, '');
  const others = pinned ? await partsOf(pinned, `${PINNED}.`) : [];
  const hash = [...own, ...(pinned && others.length === 0 ? [`${PINNED}=`] : others)].join('&');
  if (hash.length > MOST_LINK_CHARACTERS)
    throw new RangeError('The scenario is too long for a link: download it instead.');
  return hash;
}
