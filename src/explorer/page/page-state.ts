import type { RunResult } from '../../engine/result.ts';
import type { LessonPlace } from './lessons-view.tsx';

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
}

/** All that a link holds. */
export interface PageState {
  readonly scenario: PageScenario;
  readonly kept?: KeptSetting;
  /** Undefined where no lesson is open. */
  readonly place?: LessonPlace;
}
