import type { PlacedProblem, StageView } from '../explore-event.ts';

/** What the page knows of the scenario in hand. */
export interface Exploration {
  /** Undefined before the first answer. */
  readonly stage?: StageView;
  /** The text that the stage is of. */
  readonly text?: string;
  /** The text that problems, refusal and share are of; undefined before the first has been read. */
  readonly readText?: string;
  /** Problems of the text that was read; the answer is then of an older one. */
  readonly problems: readonly PlacedProblem[];
  /** Of the last text that had no problems. */
  readonly warnings: readonly string[];
  /** Why a right scenario is not run here. */
  readonly refusal?: string;
  /** Share of the run that is done, in [0, 1]. */
  readonly share: number;
  /** Whether the answer is of an older text. */
  readonly isStale: boolean;
}

/** Nothing yet. */
export const UNEXPLORED: Exploration = { problems: [], warnings: [], share: 0, isStale: false };
