import { eqd2 } from '../radiobiology/linear-quadratic.ts';
import type { ControlSet, StudyResidual } from './calibration-result.ts';
import { isSurgeryAlone } from './evidence-schedule.ts';
import { type ControlFitter, controlByTime } from './fit-control.ts';

/** How far an observed rate lies from a predicted one, in standard errors of the prediction; 0 where they are equal. */
function score(observed: number, predicted: number, size: number): number {
  // z = (o − p)/√(p(1 − p)/n)
  return observed === predicted
    ? 0
    : (observed - predicted) / Math.sqrt((predicted * (1 - predicted)) / size);
}

/** Every study with local control beside the fits to the sets at the reference α/β, in the order of the table. */
export function studyResiduals(
  fitter: ControlFitter,
  included: readonly boolean[],
  sets: readonly ControlSet[],
): StudyResidual[] {
  const curves = sets.map(({ reference }) => fitter.longRun(reference));
  return fitter.rows.map((row, i) => {
    const { control, schedule } = row;
    const observed = control.rate;
    const predictions = curves.map((longRun) => controlByTime(longRun[i], control.atYears));
    const scores = predictions.map((p) => score(observed, p, control.size));
    return {
      id: row.id,
      study: row.study,
      schedule: schedule.text,
      isMyxoid: row.subtype === 'myxoid',
      isSurgeryAlone: isSurgeryAlone(schedule),
      isFitted: included[i],
      eqd2Gy: schedule.all ? eqd2(schedule.all, sets[0].reference.alphaBetaGy) : 0,
      count: control.count,
      size: control.size,
      isDerived: control.isDerived,
      kind: control.kind,
      atYears: control.atYears,
      observed,
      predicted: predictions[0],
      z: scores[0],
      zInSecondSet: scores[1] ?? null,
      reason: row.reason,
    };
  });
}
