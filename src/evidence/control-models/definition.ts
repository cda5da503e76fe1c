import type { DoseSums } from '../../radiobiology/linear-quadratic.ts';

/** A parameter of a model of local control that evidence determines. */
export interface FitParameter {
  /** Its key in a scenario's localControl block. */
  readonly name: string;
  readonly label: string;
  /** Where the search moves without bounds: logit or logarithm of the value. */
  readonly toScale: (value: number) => number;
  readonly fromScale: (scaled: number) => number;
  /** ln |d value/d scaled| up to a constant, for a prior stated on the value; 0 where the prior is on the scale. */
  readonly lnVolume: (scaled: number) => number;
  readonly start: number;
  /** Values that the prior allows. */
  readonly range: readonly [low: number, high: number];
  /** What the prior is, in words. */
  readonly prior: string;
}

/** Long-run control of each dose at given values of the parameters. */
export type ControlCurve = (values: readonly number[]) => Float64Array;

/** A model of local control as evidence is fitted with it. */
export interface ControlFitModel {
  readonly name: 'residualDisease' | 'logLogistic';
  readonly summary: string;
  readonly reference: string;
  readonly assumptions: readonly string[];
  readonly parameters: readonly FitParameter[];
  /** −2 ln of the weak prior that the fit adds to the deviance. */
  readonly penalty: (values: readonly number[]) => number;
  /**
   * Prepares for some doses (undefined for surgery alone), once.
   *
   * @returns for an α/β in Gy, the curve; its result is overwritten by no later call
   */
  readonly bind: (doses: readonly (DoseSums | undefined)[]) => (alphaBetaGy: number) => ControlCurve;
}
