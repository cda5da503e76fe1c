import { medianOf } from '../cohort/column-quantile.ts';
import { isAmended, type PlannedArm } from '../outcomes/planned-arm.ts';
import { formatSchedule } from '../radiobiology/format-schedule.ts';
import { bed, type DoseSums, doseSums, eqd2 } from '../radiobiology/linear-quadratic.ts';
import type { Trial } from '../scenario/trial.ts';
import type { ArmSummary } from './result.ts';

/** The schedules of an arm in words: `39 × 2 Gy (60 %) or 20 × 3.1 Gy (40 %)`; null where it states none. */
function scheduleWords(arm: PlannedArm): string | null {
  const { schedules } = arm;
  if (schedules.length < 2) return schedules.length === 0 ? null : formatSchedule(schedules[0].schedule);
  if (!isAmended(arm))
    return schedules
      .map(({ schedule, share }) => `${formatSchedule(schedule)} (${Number((100 * share).toPrecision(4))} %)`)
      .join(' or ');
  return schedules
    .map(({ schedule, from }, i) => {
      const when = i === 0 ? `up to patient ${schedules[1].from}` : `from patient ${from! + 1}`;
      return `${formatSchedule(schedule)} (${when})`;
    })
    .join(', then ');
}

/** Mean over an arm's patients of Σ d and Σ d², so that its BED and EQD2 are those of the mean patient; undefined without schedule. */
export function meanDoseSums({ schedules }: PlannedArm): DoseSums | undefined {
  if (schedules.length < 2) return schedules.length === 0 ? undefined : doseSums(schedules[0].schedule);
  const sums = { doseGy: 0, doseSquaredGy2: 0 };
  for (const { schedule, share } of schedules) {
    const own = doseSums(schedule);
    sums.doseGy += share * own.doseGy;
    sums.doseSquaredGy2 += share * own.doseSquaredGy2;
  }
  return sums;
}

/** The arms as planned, under a truth as planned or another; the doses of an arm with several schedules are weighted means. */
export function summariseArms({ arms, design, truth }: Trial, truthIndex = 0): ArmSummary[] {
  const alphaBetaGy = medianOf(truth(truthIndex).truth.cohort, 'alphaBetaGy');
  return arms.map((arm, position) => {
    const sums = meanDoseSums(arm);
    const isKnown = sums !== undefined && alphaBetaGy !== undefined;
    return {
      name: arm.name,
      n: design.sizes[position],
      schedule: scheduleWords(arm),
      eqd2Gy: isKnown ? eqd2(sums, alphaBetaGy) : null,
      bedGy: isKnown ? bed(sums, alphaBetaGy) : null,
    };
  });
}
