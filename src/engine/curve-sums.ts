import type { TimeClaim } from '../trial/claims/definition.ts';
import type { Design } from '../trial/design.ts';
import type { TimeData } from '../trial/time-data.ts';
import { type ArmCurves, createArmCurves, fillArmCurves } from '../trial/time-statistics/arm-curves.ts';
import { createRiskTabulator, type RiskTable } from '../trial/time-statistics/risk-table.ts';

/** Replicates of a truth, from the first on, whose curves are averaged. */
export const CURVE_TRIALS = 200;
const GRID_STEPS = 24;
/** Curves are shown up to so many times the time of the claim, if patients are followed so long. */
const HORIZON = 2;

/** Sums of curves over trials, by arm. */
export interface CurveSums {
  readonly trials: number;
  readonly arms: readonly ArmCurves[];
}

/** Years at which curves are shown: from 0 on, evenly. */
export function curveYears({ followUp }: Design, { time }: TimeClaim): number[] {
  const most = Math.min(
    HORIZON * time,
    followUp?.perPatientYears ?? Infinity,
    followUp?.withinYears ?? Infinity,
  );
  return Array.from({ length: GRID_STEPS + 1 }, (_, k) => (k * most) / GRID_STEPS);
}

/** Where an arm's data are: of an analysis of two arms, on the side of the control (0) or of the other (1). */
export interface ArmData {
  readonly data: TimeData;
  readonly side: number;
}

/** A sum of curves on a grid of years. */
export function createCurveSums(years: readonly number[], arms: number) {
  const tabulate = createRiskTabulator();
  const curves = createArmCurves(years.length);
  const sums = Array.from({ length: arms }, () => createArmCurves(years.length));
  let trials = 0;
  return {
    /** Adds a trial's data, by arm. */
    add: (byArm: readonly ArmData[]): void => {
      let table: RiskTable | undefined;
      trials++;
      sums.forEach((sum, arm) => {
        const { data, side } = byArm[arm];
        if (!table || data !== byArm[arm - 1].data) table = tabulate(data);
        fillArmCurves(table, side, years, curves);
        addCurves(sum, curves);
      });
    },
    sums: (): CurveSums => ({ trials, arms: sums }),
  };
}

const keys = ['failure', 'competing', 'netFailure', 'atRisk'] as const;

/** Adds the curves of one part to those of all. */
export function addCurves(sum: ArmCurves, part: ArmCurves): void {
  for (const key of keys) for (let i = 0; i < part[key].length; i++) sum[key][i] += part[key][i];
}
