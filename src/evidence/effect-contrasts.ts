import { type DoseSums, doseSums } from '../radiobiology/linear-quadratic.ts';
import { readSchedule, type ScheduleSpec } from '../radiobiology/schedule-schema.ts';
import type { DoseContrasts } from '../trial/alpha-beta/dose-coefficients.ts';
import { effectRate } from './effect-rate.ts';
import { logRatioCovariance } from './effect-variance.ts';
import type { Effects } from './effects-schema.ts';

/** Dose sums of a stated schedule. */
export const sumsOfSpec = (schedule: unknown): DoseSums => doseSums(readSchedule(schedule as ScheduleSpec));

/** Differences of Σd (Gy) and Σd² (Gy²) of each arm from the control. */
export function contrastRows({ control, arms }: Pick<Effects, 'control' | 'arms'>): [number, number][] {
  const reference = sumsOfSpec(control.schedule);
  return arms.map(({ schedule }) => {
    const sums = sumsOfSpec(schedule);
    // x = D − D0, y = Σd² − Σd0²
    return [sums.doseGy - reference.doseGy, sums.doseSquaredGy2 - reference.doseSquaredGy2];
  });
}

/** One Gy in 2 Gy fractions: Σd = 1, Σd² = 2. */
export const EQD2_ROW: [number, number] = [1, 2];

/** The effects of a valid file against doses: log ratios of the arms, or two rates and an external slope. */
export function effectContrasts(effects: Effects): DoseContrasts {
  const rows = contrastRows(effects);
  const { externalSlope, control, arms } = effects;
  if (!externalSlope) {
    return {
      rows,
      observed: arms.map(({ ratio }) => Math.log(ratio!)),
      covariance: logRatioCovariance(effects),
    };
  }
  const [before, after] = [effectRate(control)!, effectRate(arms[0])!];
  // P2 − P1 = g1·x + g2·y and slope = g1 + 2·g2: with 2 Gy fractions in the control,
  // α/β = (D2·d2 − 2·E2)/(E2 − D2) with E2 = D1 + (P2 − P1)/slope
  return {
    rows: [rows[0], EQD2_ROW],
    observed: [after.rate - before.rate, externalSlope.perGyEqd2],
    covariance: [
      [before.variance + after.variance, 0],
      [0, externalSlope.standardError * externalSlope.standardError],
    ],
  };
}
