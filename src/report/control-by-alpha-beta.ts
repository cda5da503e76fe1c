import type { CalibrationResult } from '../evidence/calibration-result.ts';
import { controlFitModels } from '../evidence/control-models/index.ts';
import { doseSums } from '../radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../radiobiology/parse-schedule.ts';

/** α/β up to which schedules are compared: further up the size of a fraction hardly matters. */
const MOST_GY = 30;

/** Long-run control of both compared schedules at an α/β. */
export interface ComparedControl {
  readonly alphaBetaGy: number;
  readonly longRunControl: readonly [number, number];
}

/** Long-run control of the compared schedules at each α/β of the profile up to 30 Gy, by the fit of the profile there. */
export function controlByAlphaBeta({ model: name, sets, comparison }: CalibrationResult): ComparedControl[] {
  const model = controlFitModels[name as keyof typeof controlFitModels];
  const curves = model.bind(comparison.schedules.map((text) => doseSums(parseSchedule(text))));
  return sets[0].profile.points
    .filter(({ alphaBetaGy }) => alphaBetaGy <= MOST_GY)
    .map(({ alphaBetaGy, parameters }) => {
      const values = model.parameters.map((parameter) => parameters[parameter.name]);
      const [first, second] = curves(alphaBetaGy)(values);
      return { alphaBetaGy, longRunControl: [first, second] };
    });
}
