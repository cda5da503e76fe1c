import type { ArmOutcomes } from '../outcomes/arm-outcomes.ts';
import type { KnownTruth, Trial } from '../scenario/trial.ts';
import { DAYS_A_MONTH } from '../trial/accrual.ts';
import type { TreatedPatient } from '../trial/escalation/ladder-patients.ts';
import { type TreatedLadder, treatLadder } from '../trial/escalation/treat-ladder.ts';
import { createPlanColumns, type PlanColumns } from './escalation-columns.ts';
import { createLadderSupply } from './ladder-supply.ts';

/** Climbs the ladder by every plan, replicate after replicate. */
export interface LadderRunner {
  /** The trials of a replicate, by plan. */
  run(world: number, replicate: number, outcomes: readonly ArmOutcomes[]): TreatedLadder[];
  /** Days to the first toxicity of a patient of the replicate run last; undefined where none comes by the horizon. */
  toxicAfter(patient: TreatedPatient): number | undefined;
}

/** A runner of trials under a known truth. */
export function createLadderRunner(trial: Trial, known: KnownTruth): LadderRunner {
  const escalation = trial.design.escalation!;
  const supply = createLadderSupply(trial, known);
  const horizonDays = escalation.horizonMonths * DAYS_A_MONTH;
  return {
    run: (world, replicate, outcomes) => {
      supply.draw(world, replicate, outcomes);
      return escalation.plans.map((plan) => treatLadder(escalation, plan, supply.patients));
    },
    toxicAfter: ({ level, position }) => {
      const days = supply.patients.toxicDays[level][position];
      return days <= horizonDays ? days : undefined;
    },
  };
}

/** Columns of every plan for so many replicates, and what records a replicate in a row of them. */
export function createLadderRecorder(
  trial: Trial,
  known: KnownTruth,
  rows: number,
): {
  readonly columns: readonly PlanColumns[];
  record(replicate: number, outcomes: readonly ArmOutcomes[], row: number): void;
} {
  const { plans, expansion } = trial.design.escalation!;
  const levels = trial.arms.length;
  const columns = plans.map(() => createPlanColumns(rows, levels, expansion !== undefined));
  const { run, toxicAfter } = createLadderRunner(trial, known);
  return {
    columns,
    record: (replicate, outcomes, row) => {
      run(0, replicate, outcomes).forEach((ladder, plan) => {
        recordLadder(columns[plan], row, levels, ladder, toxicAfter);
      });
    },
  };
}

function recordLadder(
  columns: PlanColumns,
  row: number,
  levels: number,
  { patients, climbing, treated, toxic, recommended, isStoppedForSafety, passes, days }: TreatedLadder,
  toxicAfter: LadderRunner['toxicAfter'],
): void {
  columns.recommended[row] = recommended === undefined ? 0 : recommended + 1;
  columns.treated.set(treated, row * levels);
  columns.toxic.set(toxic, row * levels);
  columns.isStoppedForSafety[row] = Number(isStoppedForSafety);
  columns.days[row] = days;
  const { expansion } = columns;
  patients.forEach((patient, i) => {
    if (toxicAfter(patient) === undefined) return;
    if (i < climbing) columns.harmed[row * levels + patient.level]++;
    else expansion!.harmed[row]++;
  });
  if (!expansion) return;
  expansion.treated[row] = patients.length - climbing;
  expansion.passes[row] = Number(passes === true);
}
