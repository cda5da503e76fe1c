import { unknownWord } from '../../numeric/closest-word.ts';
import { shownText } from '../../numeric/shown-text.ts';
import { LinkError, readSetting } from './read-setting.ts';
import {
  type LinkProblem,
  MOST_LINK_CHARACTERS,
  PINNED,
  type SettingKey,
  type ShareLimits,
  type State,
  settingKeys,
} from './state.ts';

/** The parts of a link's hash: those of the setting, and those of the other one, if any. */
interface Parts {
  readonly own: (readonly [SettingKey, string])[];
  readonly pinned?: (readonly [SettingKey, string])[];
}

const isSettingKey = (key: string): key is SettingKey => (settingKeys as readonly string[]).includes(key);

/** @throws LinkError if a part has no key that links have */
function partsOf(hash: string): Parts {
  const own: (readonly [SettingKey, string])[] = [];
  const pinned: (readonly [SettingKey, string])[] = [];
  let isPinned = false;
  for (const part of hash.split('&').filter((one) => one !== '')) {
    const [key, value] = splitAt(part, part.indexOf('='));
    const isOther = key === PINNED || key.startsWith(`${PINNED}.`);
    const name = isOther ? key.slice(PINNED.length + 1) : key;
    isPinned ||= isOther;
    if (isSettingKey(name)) (isOther ? pinned : own).push([name, value]);
    else if (key !== PINNED || value !== '') {
      const word = unknownWord('key', shownText(key), [...settingKeys, PINNED]);
      throw new LinkError(`The link has a part that is not understood: ${word}.`);
    }
  }
  return { own, ...(isPinned && { pinned }) };
}

const splitAt = (text: string, at: number): [string, string] =>
  at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];

/**
 * The state that a link's hash holds, with or without its `#`; or, in one sentence, why it cannot be opened. Whatever
 * the hash is, it does not throw, and takes little time and memory. Names are those of `limits`; what paths and values
 * mean is for the scenario's checks.
 */
export async function decodeState(hash: string, limits: ShareLimits): Promise<State | LinkProblem> {
  if (hash.length > MOST_LINK_CHARACTERS) return { problem: 'The link is too long to be one of this page.' };
  try {
    const { own, pinned } = partsOf(hash.replace(/^#/, ''));
    const setting = await readSetting(own, limits);
    return pinned ? { ...setting, pinned: await readSetting(pinned, limits) } : setting;
  } catch (error) {
    if (error instanceof LinkError) return { problem: error.message };
    return { problem: 'The link is damaged: it cannot be read.' };
  }
}
