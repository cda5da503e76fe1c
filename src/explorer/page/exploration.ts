import type { PlacedProblem, StageView } from '../explore-event.ts';

/** What the page knows of the scenario in hand. */
export interface Exploration {
  /** Undefined before the first answer. */
  readonly stage?: StageView;
  /** The text that the stage is of. */
  readonly text?: string;
  /** Problems of the text as it stands; the answer is then of an older one. */
  readonly problems: readonly PlacedProblem[];
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
