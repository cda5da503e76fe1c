import type { RunResult } from '../../engine/result.ts';

/** The scenario that is looked at. */
export interface PageScenario {
  /** Of the shipped scenario that it is, or was changed from; undefined for one's own. */
  readonly name?: string;
  /** For messages and saved files. */
  readonly file: string;
  readonly text: string;
}

/** A setting that was kept for comparison. */
export interface KeptSetting {
  readonly scenario: PageScenario;
  /** Undefined until it has run, where a link brought it. */
  readonly result?: RunResult;
  /** Why it cannot be compared with. */
  readonly failure?: string;
}

/** Where one is among the lessons. */
export interface LessonPlace {
  /** Undefined at the list of lessons. */
  readonly lesson?: string;
  /** From 0. */
  readonly step: number;
}

/** All that a link holds. */
export interface PageState {
  readonly scenario: PageScenario;
  readonly kept?: KeptSetting;
  /** Undefined where no lesson is open. */
  readonly place?: LessonPlace;
}
