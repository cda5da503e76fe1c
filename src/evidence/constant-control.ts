import { binomialDeviance } from '../numeric/binomial-deviance.ts';
import { expit, logit } from '../numeric/logit.ts';
import { nelderMead } from '../numeric/nelder-mead.ts';
import { type ControlRow, controlByTime } from './fit-control.ts';

/** One long-run rate of control for every schedule. */
export interface ConstantControl {
  readonly longRunControl: number;
  readonly deviance: number;
  readonly degreesOfFreedom: number;
}

/** Fits the model that dose does nothing to the irradiated studies: what a dose-response must improve on. */
export function fitConstantControl(rows: readonly ControlRow[]): ConstantControl {
  const deviance = (longRun: number): number =>
    rows.reduce(
      (sum, { control }) =>
        sum + binomialDeviance(control.count, control.size, controlByTime(longRun, control.atYears)),
      0,
    );
  const { point, value } = nelderMead(([x]) => deviance(expit(x)), [logit(0.9)]);
  return { longRunControl: expit(point[0]), deviance: value, degreesOfFreedom: rows.length - 1 };
}
