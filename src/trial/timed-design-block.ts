import type { StatedObservation } from './observation-shape.ts';
import type { TestLevel } from './tests/definition.ts';
import type { TimeMargin } from './time-margin.ts';

/** A comparison of times as a calculator was asked, and has answered. */
export interface PlannedComparison extends StatedObservation {
  readonly controlRate: number;
  readonly test: 'logRank' | 'kaplanMeier';
  /** Absent where superiority is claimed. */
  readonly margin?: TimeMargin | undefined;
  readonly level: TestLevel;
  /** Patients of both arms, whole. */
  readonly total: number;
  /** Experimental patients for each control patient. */
  readonly allocation: number;
  /** Years from the opening to the analysis, where neither follow-up of the last patient nor of each says when it comes. */
  readonly analysisYears?: number | undefined;
}

/** Of a design. */
const MOST_PATIENTS = 10_000;
const MOST_RAMP_MONTHS = 120;
const MONTHS_A_YEAR = 12;

/** Six digits: the last patient is off by a millionth of the accrual at most. */
const written = (value: number): number => Number(value.toPrecision(6));

/** Patients a month at full pace who are all there in the years of accrual; undefined where no design has such an accrual. */
function accrualBlock({ accrualYears, rampYears = 0, total }: PlannedComparison) {
  const rampMonths = written(rampYears * MONTHS_A_YEAR);
  if (accrualYears === undefined || rampMonths > MOST_RAMP_MONTHS) return undefined;
  // n = λ(T − R/2)
  const perMonth = written(total / (MONTHS_A_YEAR * (accrualYears - rampYears / 2)));
  return { perMonth, pattern: 'uniform', ...(rampYears > 0 && { rampMonths }) };
}

/** How long patients are followed; undefined where no one rule of a design says that, or it ends before the claim's time. */
function followUpBlock(planned: PlannedComparison): Record<string, { years: number }> | undefined {
  const { followUpYears, perPatientYears, analysisYears, atYears } = planned;
  if (perPatientYears !== undefined) {
    const isAlone = analysisYears === undefined && (followUpYears ?? perPatientYears) === perPatientYears;
    return isAlone && perPatientYears >= atYears ? { perPatient: { years: perPatientYears } } : undefined;
  }
  if (followUpYears !== undefined) return { afterLast: { years: followUpYears } };
  if (analysisYears === undefined || analysisYears < atYears) return undefined;
  return { calendar: { years: written(analysisYears) } };
}

function claimBlock({ atYears, controlRate, margin, level, test }: PlannedComparison) {
  const { alpha, sides } = level;
  const endpoint = { endpoint: 'localControl', atYears };
  const oneSidedAlpha = alpha / sides;
  if (margin)
    return {
      timeNonInferiority: { ...endpoint, margin, plannedControlRate: controlRate, oneSidedAlpha, test },
    };
  return 2 * oneSidedAlpha < 0.5
    ? { timeSuperiority: { ...endpoint, twoSidedAlpha: 2 * oneSidedAlpha, test } }
    : undefined;
}

/**
 * The design block of a comparison of times; undefined where no design does what was asked: accrual or follow-up is left
 * open, patients are too many, or both each patient's follow-up and the trial's are limited.
 */
export function timedDesignBlock(planned: PlannedComparison): Record<string, unknown> | undefined {
  const { total, allocation, loss, lossByYears, atYears } = planned;
  const [accrual, followUp, claim] = [accrualBlock(planned), followUpBlock(planned), claimBlock(planned)];
  if (!accrual || !followUp || !claim || total > MOST_PATIENTS) return undefined;
  return {
    total,
    ...(allocation !== 1 && { allocation: [1, allocation] }),
    accrual,
    followUp,
    ...(loss !== undefined && { lostToFollowUp: { probability: loss, byYears: lossByYears ?? atYears } }),
    ...claim,
  };
}
