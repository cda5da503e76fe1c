import type { PlanColumns } from '../engine/escalation-columns.ts';
import type { Trial } from '../scenario/trial.ts';
import type { EscalationPlan } from '../trial/escalation/escalation.ts';
import type { Cell, TableColumn } from './table-column.ts';

const count = (name: string): TableColumn => ({ name, type: 'INT32' });

/** `boin.6`: a plan in the names of columns. */
const prefix = ({ name, windowMonths }: EscalationPlan): string => `${name}.${windowMonths}`;

/** The columns of dose escalation, in the order of {@link escalationCells}: by plan, what is recommended, who was treated, what came of it. */
export function escalationColumns({ arms, design }: Trial): TableColumn[] {
  const { plans, expansion } = design.escalation!;
  return plans.flatMap((plan): TableColumn[] => {
    const own = prefix(plan);
    return [
      { name: `${own}.recommended`, type: 'STRING' },
      ...arms.flatMap(({ name }) => [
        count(`${own}.${name}.treated`),
        count(`${own}.${name}.toxic`),
        count(`${own}.${name}.harmed`),
      ]),
      count(`${own}.stoppedForSafety`),
      { name: `${own}.days`, type: 'DOUBLE' },
      ...(expansion
        ? [
            count(`${own}.expansion.treated`),
            count(`${own}.expansion.harmed`),
            count(`${own}.expansion.passes`),
          ]
        : []),
    ];
  });
}

/** What a replicate comes to by every plan. */
export function escalationCells({ arms }: Trial, plans: readonly PlanColumns[], row: number): Cell[] {
  return plans.flatMap(
    ({ recommended, treated, toxic, harmed, isStoppedForSafety, days, expansion }): Cell[] => [
      recommended[row] === 0 ? null : arms[recommended[row] - 1].name,
      ...arms.flatMap((_, level) => {
        const at = row * arms.length + level;
        return [treated[at], toxic[at], harmed[at]];
      }),
      isStoppedForSafety[row],
      days[row],
      ...(expansion ? [expansion.treated[row], expansion.harmed[row], expansion.passes[row]] : []),
    ],
  );
}
