import { estimateInRow, isBounding } from '../engine/estimate-row.ts';
import type { EstimationColumns } from '../engine/estimation-columns.ts';
import { normalReach } from '../numeric/normal-reach.ts';
import { type Aim, setNames } from '../trial/aims/definition.ts';
import type { Cell, TableColumn } from './table-column.ts';

/** The columns of an aim, in the order of {@link aimCells}: coefficients, estimate, and each set with its kind. */
export function aimColumns({ endpoint: { name } }: Aim): TableColumn[] {
  const double = (column: string): TableColumn => ({ name: `${name}.${column}`, type: 'DOUBLE' });
  return [
    double('perGy'),
    double('perGy2'),
    double('alphaBetaGy'),
    double('standardErrorGy'),
    ...setNames.flatMap((set): TableColumn[] => [
      { name: `${name}.${set}`, type: 'STRING' },
      double(`${set}LowGy`),
      double(`${set}HighGy`),
    ]),
  ];
}

/** What a replicate estimates (nothing where it has no estimate), and whether that bounds α/β. */
export function aimCells(aim: Aim, estimation: EstimationColumns, row: number): Cell[] {
  const found = estimateInRow(estimation, row, normalReach(aim.level));
  if (!found) return [...aimColumns(aim).map(() => null), 0];
  const { perGy, perGy2, ratioGy, standardErrorGy, sets } = found;
  return [
    perGy,
    perGy2,
    ratioGy,
    standardErrorGy,
    ...setNames.flatMap((name): Cell[] => [sets[name].kind, sets[name].low, sets[name].high]),
    isBounding(found, aim) ? 1 : 0,
  ];
}
