/** Inputs of a recorded value of dose finding, under the names of its file; each method has some of them. */
export interface LadderInputs {
  readonly groupSize: number;
  /** Posterior probability of a rate above the target beyond which a level is given up. */
  readonly cutOff: number;
  readonly skeleton: readonly number[];
  readonly priorVariance: number;
  /** Levels of the patients, from 1 on, and 1 for each with a toxicity. */
  readonly at: readonly number[];
  readonly toxic: readonly number[];
  /** How long each was watched; all through the window where absent. */
  readonly followUp?: readonly number[];
  readonly window?: number;
  readonly sixAtRecommended: boolean;
  readonly halfWidth: number;
  readonly priorLevel: number;
  readonly levels: number;
}
