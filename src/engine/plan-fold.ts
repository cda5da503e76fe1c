import { estimateQuantile } from '../numeric/estimate-quantile.ts';
import { addToSums, emptySums, type MomentSums } from '../numeric/moment-sums.ts';
import { type Estimate, estimateMean, estimateProportion } from '../numeric/monte-carlo.ts';
import type { Trial } from '../scenario/trial.ts';
import { DAYS_A_MONTH } from '../trial/accrual.ts';
import type { EscalationPlan } from '../trial/escalation/escalation.ts';
import {
  escalationFigures,
  figuresOn,
  isShareOn,
  isTooToxic,
  type KnownLevels,
  readFigures,
} from '../trial/escalation/escalation-figures.ts';
import type { ExactPlan } from '../trial/escalation/exact-plan.ts';
import type { PlanColumns } from './escalation-columns.ts';
import type { PlanResult } from './escalation-result.ts';

/** What a trial adds to the figures of its plan: safety stop and months, then of an expansion passes, passes too toxic, patients, harmed. */
function furtherFigures(columns: PlanColumns, row: number, known: KnownLevels): number[] {
  const { recommended, isStoppedForSafety, days, expansion } = columns;
  const own = [isStoppedForSafety[row], days[row] / DAYS_A_MONTH];
  if (!expansion) return own;
  const passes = expansion.passes[row];
  return [
    ...own,
    passes,
    isTooToxic(known, recommended[row] - 1) ? passes : 0,
    expansion.treated[row],
    expansion.harmed[row],
  ];
}

/** The figures of the trial in a row. */
function rowFigures(columns: PlanColumns, row: number, known: KnownLevels): number[] {
  const levels = known.byHorizon.length;
  const of = (column: Uint16Array): number[] => [...column.subarray(row * levels, (row + 1) * levels)];
  const recommended = columns.recommended[row];
  const ended = {
    treated: of(columns.treated),
    toxic: of(columns.toxic),
    recommended: recommended === 0 ? undefined : recommended - 1,
  };
  const harmed = of(columns.harmed).reduce((sum, count) => sum + count, 0);
  return [
    ...escalationFigures(ended, known, { harmed, any: Number(harmed > 0) }),
    ...furtherFigures(columns, row, known),
  ];
}

/** Takes the trials of one plan. */
export interface PlanFold {
  add(columns: PlanColumns, rows: number): void;
  result(exact: ExactPlan | null): PlanResult;
}

/** Nothing of a plan yet. Months take every replicate: 8 bytes each. */
export function createPlanFold(
  { scenario }: Trial,
  { name, methodName, windowMonths }: EscalationPlan,
  known: KnownLevels,
): PlanFold {
  const { replicates } = scenario.simulation;
  const levels = known.byHorizon.length;
  const width = figuresOn(levels);
  const months = new Float64Array(replicates);
  let sums: MomentSums[] = [];
  let rows = 0;
  const share = (at: number, exact?: number): Estimate => estimateProportion(sums[at].sum, replicates, exact);
  const mean = (at: number, exact?: number): Estimate => estimateMean(sums[at], exact);
  return {
    add: (columns, count) => {
      for (let row = 0; row < count; row++) {
        const figures = rowFigures(columns, row, known);
        if (rows === 0) sums = figures.map(() => emptySums(0));
        figures.forEach((figure, i) => {
          addToSums(sums[i], figure);
        });
        months[rows++] = columns.days[row] / DAYS_A_MONTH;
      }
    },
    result: (exact) => {
      const values = Array.from({ length: width }, (_, i) =>
        (isShareOn(levels, i) ? share : mean)(i, exact?.figures[i]),
      );
      const sorted = months.slice(0, rows).sort();
      return {
        name,
        method: methodName,
        windowMonths,
        withinWindow: known.withinWindow,
        ...readFigures(values, levels),
        stoppedForSafety: share(width),
        months: {
          mean: mean(width + 1),
          median: estimateQuantile(sorted, 0.5),
          upperDecile: estimateQuantile(sorted, 0.9),
        },
        ...(sums.length > width + 2 && {
          expansion: {
            passes: share(width + 2, exact?.expansion?.passes),
            passesTooToxic: share(width + 3, exact?.expansion?.passesTooToxic),
            patients: mean(width + 4),
            harmed: mean(width + 5),
          },
        }),
      };
    },
  };
}
