/** What one setting of the explorer shows. */
export interface Setting {
  /** Name of a shipped scenario. */
  readonly scenario?: string;
  /** What is set in it: path and plain value, in this order. */
  readonly changes: readonly (readonly [path: string, value: unknown])[];
  /** A scenario's text that was edited by hand, in place of the shipped one. */
  readonly yaml?: string;
  /** Name of a lesson. */
  readonly lesson?: string;
  /** Step of the lesson, from 0. */
  readonly step?: number;
}

/** What a link to the explorer holds. */
export interface State extends Setting {
  /** The other setting of a comparison. */
  readonly pinned?: Setting;
}

/** Why a link cannot be opened, in one sentence. */
export interface LinkProblem {
  readonly problem: string;
}

/** What there is to link to. */
export interface ShareLimits {
  /** Names of the shipped scenarios. */
  readonly scenarios: readonly string[];
  /** Names of the lessons. */
  readonly lessons: readonly string[];
}

/** A longer link is cut by programs that pass links on. */
export const MOST_LINK_CHARACTERS = 100_000;
/** A longer text is no scenario for a page. */
export const MOST_YAML_CHARACTERS = 200_000;
/** More values are set by editing the text. */
export const MOST_CHANGES = 200;
/** No lesson has more steps. */
export const LAST_STEP = 99;
/** What stands before the keys of the other setting. */
export const PINNED = 'pinned';
/** Keys of one setting in a link. */
export const settingKeys = ['scenario', 'set', 'yaml', 'lesson', 'step'] as const;
export type SettingKey = (typeof settingKeys)[number];
