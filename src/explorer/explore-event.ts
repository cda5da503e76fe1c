import type { AnyResult } from '../engine/any-result.ts';
import type { Glance } from '../report/glance.ts';

/** Something wrong with a scenario, and where in its text. */
export interface PlacedProblem {
  readonly message: string;
  /** From 1; undefined where it is in another file. */
  readonly line?: number;
  readonly column?: number;
  /** As the command line prints it. */
  readonly text: string;
}

/** What a stage of a run has to say. */
export interface StageView {
  readonly result: AnyResult;
  /** The answer in sentences, the headline first. */
  readonly sentences: readonly string[];
  /** The numbers asked for first; none for a trial that makes no claim. */
  readonly glances: readonly Glance[];
  /** Success so far, power or what stands for it, with its Monte Carlo error, over how many simulated trials. */
  readonly simulated: string;
  readonly isLast: boolean;
}

/** What is told on the way from a text to an answer. */
export type ExploreEvent =
  | { readonly kind: 'problems'; readonly problems: readonly PlacedProblem[] }
  | { readonly kind: 'accepted'; readonly warnings: readonly string[] }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'stage'; readonly stage: StageView }
  /** Right, but not to be run here; or a run that failed. */
  | { readonly kind: 'refused'; readonly reason: string };
