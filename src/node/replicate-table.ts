import type {
  CourseColumns,
  ReplicateColumns,
  ReplicatesResult,
  WorldsResult,
} from '../engine/batch-result.ts';
import { hasClaimCourses } from '../engine/claim-courses.ts';
import type { SortedResults } from '../engine/merge.ts';
import { hasCourse } from '../engine/simulate-course.ts';
import { succeeds } from '../engine/simulate-replicates.ts';
import { estimateInRow } from '../engine/summarise-claims.ts';
import { endpointIndex, type Trial } from '../scenario/trial.ts';
import { type Claim, isTimeClaim } from '../trial/claims/definition.ts';
import { verdicts } from '../trial/rules/definition.ts';
import { aimCells, aimColumns } from './aim-table.ts';
import type { Cell, TableColumn } from './table-column.ts';

/** Rows of the table: replicates of world 0 under each truth, and of further worlds where power is simulated. */
export function countRows({ replicates, worlds }: SortedResults): number {
  const rows = (parts: readonly (ReplicatesResult | WorldsResult)[]): number =>
    parts.reduce((sum, part) => sum + (part.columns?.rows ?? 0), 0);
  return rows(replicates.flat()) + rows(worlds);
}

/** The columns, in the order of {@link tableRows}. */
export function tableColumns(trial: Trial): TableColumn[] {
  const { endpoints } = trial.truth(0).truth;
  const count = (name: string): TableColumn => ({ name, type: 'INT32' });
  return [
    { name: 'truth', type: 'STRING' },
    count('world'),
    count('replicate'),
    ...trial.arms.flatMap(({ name }) => [
      count(`${name}.evaluable`),
      ...endpoints.map(({ definition }) => count(`${name}.${definition.name}.events`)),
    ]),
    ...trial.design.claims.flatMap((claim): TableColumn[] => timeColumns(claim)),
    ...trial.design.claims.flatMap(({ endpoint: { name } }): TableColumn[] => [
      { name: `${name}.estimate`, type: 'DOUBLE' },
      count(`${name}.passes`),
      count(`${name}.eventsAtMargin`),
      count(`${name}.passesAtMargin`),
    ]),
    ...(hasCourse(trial) || hasClaimCourses(trial) ? courseColumns : []),
    ...(trial.design.aim ? aimColumns(trial.design.aim) : []),
    count('success'),
  ];
}

/** Score, standard error and failures of an analysis of times. */
function timeColumns(claim: Claim): TableColumn[] {
  if (!isTimeClaim(claim)) return [];
  const { name } = claim.endpoint;
  return [
    { name: `${name}.statistic`, type: 'DOUBLE' },
    { name: `${name}.standardError`, type: 'DOUBLE' },
    { name: `${name}.failures`, type: 'INT32' },
  ];
}

function timeCells(claims: readonly Claim[], { times }: ReplicateColumns, row: number): Cell[] {
  if (!times) return [];
  const known = (value: number): Cell => (Number.isFinite(value) ? value : null);
  return claims.flatMap((claim, k): Cell[] => {
    const at = row * claims.length + k;
    return isTimeClaim(claim)
      ? [known(times.statistic[at]), known(times.standardError[at]), times.failures[at]]
      : [];
  });
}

/** Patients enrolled, evaluable patients (or failures) and verdict of the look that stopped the trial, days until the decision. */
const courseColumns: readonly TableColumn[] = [
  { name: 'enrolled', type: 'INT32' },
  { name: 'stoppedAt', type: 'INT32' },
  { name: 'verdict', type: 'STRING' },
  { name: 'days', type: 'DOUBLE' },
];

function courseCells({ design }: Trial, course: CourseColumns, row: number): Cell[] {
  const { stage, verdict, enrolled, days } = course;
  const look = stage[row] - 1;
  const { sequential } = design;
  const stoppedAt = design.stages[look]?.patients ?? (sequential?.patients ?? sequential?.events)?.[look];
  return [
    enrolled[row],
    stoppedAt ?? null,
    stage[row] > 0 ? verdicts[verdict[row] - 1] : null,
    design.accrual ? days[row] : null,
  ];
}

/** One row a replicate, sorted by truth, world and replicate. */
export function* tableRows(trial: Trial, { replicates, worlds }: SortedResults): Generator<Cell[]> {
  const { replicatesPerWorld } = trial.scenario.simulation;
  for (const [truth, parts] of replicates.entries()) {
    let replicate = 0;
    for (const { columns, estimation } of parts) {
      for (let row = 0; row < columns.rows; row++) {
        const found = cells(trial, columns, row, truth, 0, replicate++);
        yield estimation
          ? [...found, ...aimCells(trial.design.aim!, estimation, row)]
          : [...found, succeeds(columns, row, trial.design) ? 1 : 0];
      }
    }
    if (truth !== 0) continue;
    let world = 1;
    for (const { columns, power } of worlds) {
      for (let row = 0; row < (columns?.rows ?? 0); row++) {
        const found = cells(
          trial,
          columns!,
          row,
          0,
          world + Math.floor(row / replicatesPerWorld),
          row % replicatesPerWorld,
        );
        yield [...found, succeeds(columns!, row, trial.design) ? 1 : 0];
      }
      world += power.length;
    }
  }
}

/** The cells of a row but those of its success. */
function cells(
  trial: Trial,
  columns: ReplicateColumns,
  row: number,
  truthIndex: number,
  world: number,
  replicate: number,
): Cell[] {
  const { arms, design } = trial;
  const { endpoints } = trial.truth(truthIndex).truth;
  const width = endpoints.length;
  const found: Cell[] = [trial.truthNames[truthIndex], world, replicate];
  for (let a = 0; a < arms.length; a++) {
    const at = row * arms.length + a;
    found.push(columns.evaluable[at], ...columns.events.subarray(at * width, (at + 1) * width));
  }
  found.push(...timeCells(design.claims, columns, row));
  design.claims.forEach((claim, k) => {
    const at = row * design.claims.length + k;
    const estimate = estimateInRow(
      trial,
      columns,
      row,
      endpointIndex(trial.truth(truthIndex).truth, claim),
      width,
      k,
    );
    found.push(Number.isNaN(estimate) ? null : estimate, columns.passes[at]);
    // Nulls are simulated in world 0 only
    found.push(...(world === 0 ? [columns.marginEvents[at], columns.passesAtMargin[at]] : [null, null]));
  });
  if (columns.course) found.push(...courseCells(trial, columns.course, row));
  return found;
}
