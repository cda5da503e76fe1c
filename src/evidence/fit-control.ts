import { binomialDeviance } from '../numeric/binomial-deviance.ts';
import { nelderMead } from '../numeric/nelder-mead.ts';
import { shareFailedBy } from '../radiobiology/latency.ts';
import type { ControlFitModel } from './control-models/definition.ts';
import type { ControlEvidence, EvidenceRow } from './evidence-row.ts';
import { isSurgeryAlone } from './evidence-schedule.ts';

/** When failures are taken to show: median 1.5 years, an assumption. */
export const LATENCY = { medianYears: 1.5, sigma: 0.9 } as const;

/** A study that counted local control. */
export type ControlRow = EvidenceRow & { readonly control: ControlEvidence };

/** Whether a study counted local control, under one schedule. */
export const hasControl = (row: EvidenceRow): row is ControlRow => row.control !== undefined;

/** A fit at one α/β. */
export interface ControlFit {
  readonly alphaBetaGy: number;
  /** By the model's names. */
  readonly parameters: Readonly<Record<string, number>>;
  /** What was made smallest: deviance of all studies and the weak prior. */
  readonly objective: number;
  /** Twice the log-likelihood ratio of the irradiated studies alone. */
  readonly deviance: number;
}

/** Fits a model to some of the studies it was made for. */
export interface ControlFitter {
  readonly rows: readonly ControlRow[];
  /** The fit at an α/β to the studies that are included, by position. */
  fit(alphaBetaGy: number, included: readonly boolean[]): ControlFit;
  /** Long-run control of every study under a fit. */
  longRun(fit: ControlFit): Float64Array;
  /** Deviance of the included studies, surgery alone too, at values of the parameters; ∞ outside the model's domain. */
  dataDeviance(alphaBetaGy: number, values: readonly number[], included: readonly boolean[]): number;
}

/** Probability of control at the time of a study: failures show by the latency. */
export function controlByTime(longRun: number, atYears: number): number {
  // LC(t) = 1 − (1 − LC∞)F(t)
  return 1 - (1 - longRun) * shareFailedBy(atYears, LATENCY);
}

/** A fitter of a model to studies; what does not depend on the parameters is prepared once. */
export function createControlFitter(model: ControlFitModel, rows: readonly ControlRow[]): ControlFitter {
  const shares = rows.map(({ control }) => shareFailedBy(control.atYears, LATENCY));
  const curves = model.bind(rows.map(({ schedule }) => schedule.all));
  const irradiated = rows.map(({ schedule }) => !isSurgeryAlone(schedule));
  const devianceOf = (longRun: Float64Array, use: (row: number) => boolean): number => {
    let sum = 0;
    for (let i = 0; i < rows.length; i++) {
      const { count, size } = rows[i].control;
      if (use(i)) sum += binomialDeviance(count, size, 1 - (1 - longRun[i]) * shares[i]);
    }
    return Number.isNaN(sum) ? Infinity : sum;
  };
  const valuesOf = (point: readonly number[]): number[] =>
    point.map((x, i) => model.parameters[i].fromScale(x));
  return {
    rows,
    fit: (alphaBetaGy, included) => {
      const curve = curves(alphaBetaGy);
      const objective = (point: readonly number[]): number => {
        const values = valuesOf(point);
        return devianceOf(curve(values), (i) => included[i]) + model.penalty(values);
      };
      const start = model.parameters.map(({ start, toScale }) => toScale(start));
      const { point, value } = nelderMead(objective, start);
      const values = valuesOf(point);
      return {
        alphaBetaGy,
        parameters: Object.fromEntries(model.parameters.map(({ name }, i) => [name, values[i]])),
        objective: value,
        deviance: devianceOf(curve(values), (i) => included[i] && irradiated[i]),
      };
    },
    longRun: ({ alphaBetaGy, parameters }) =>
      curves(alphaBetaGy)(model.parameters.map(({ name }) => parameters[name])),
    dataDeviance: (alphaBetaGy, values, included) =>
      devianceOf(curves(alphaBetaGy)(values), (i) => included[i]),
  };
}
