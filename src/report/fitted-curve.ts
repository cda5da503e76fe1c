import type { CalibrationResult } from '../evidence/calibration-result.ts';
import { controlFitModels } from '../evidence/control-models/index.ts';
import { controlByTime } from '../evidence/fit-control.ts';
import { equalFractions } from '../radiobiology/linear-quadratic.ts';

/** Local control by the fit at one dose. */
export interface FittedControl {
  readonly eqd2Gy: number;
  /** At the shortest, the middle and the longest time of the studies. */
  readonly byTime: readonly [shortest: number, middle: number, longest: number];
}

const REFERENCE_FRACTION_GY = 2;
const STEPS = 36;

/** Shortest, middle and longest time in years at which the studies looked. */
export function studyTimes({ studies }: CalibrationResult): [number, number, number] {
  const years = studies.map(({ atYears }) => atYears).sort((a, b) => a - b);
  return [years[0], years[Math.floor(years.length / 2)], years[years.length - 1]];
}

/** Local control by the fit at the reference α/β, from surgery alone up to a dose in 2 Gy fractions. */
export function fittedCurve(result: CalibrationResult, highestGy: number): FittedControl[] {
  const { alphaBetaGy, parameters } = result.sets[0].reference;
  const model = controlFitModels[result.model as keyof typeof controlFitModels];
  const doses = Array.from({ length: STEPS + 1 }, (_, i) => (i / STEPS) * highestGy);
  const sums = doses.map((eqd2Gy) =>
    eqd2Gy === 0 ? undefined : equalFractions(eqd2Gy / REFERENCE_FRACTION_GY, REFERENCE_FRACTION_GY),
  );
  const longRun = model.bind(sums)(alphaBetaGy)(model.parameters.map(({ name }) => parameters[name]));
  const [shortest, middle, longest] = studyTimes(result);
  return doses.map((eqd2Gy, i) => ({
    eqd2Gy,
    byTime: [
      controlByTime(longRun[i], shortest),
      controlByTime(longRun[i], middle),
      controlByTime(longRun[i], longest),
    ],
  }));
}
