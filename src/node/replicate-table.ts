import type { BatchResult, CourseColumns, ReplicateColumns } from '../engine/batch-result.ts';
import { hasClaimCourses } from '../engine/claim-courses.ts';
import { createEstimateReader } from '../engine/estimate-reader.ts';
import type { Batch } from '../engine/plan.ts';
import { hasCourse } from '../engine/simulate-course.ts';
import { succeeds } from '../engine/simulate-replicates.ts';
import type { Trial } from '../scenario/trial.ts';
import { type Claim, isTimeClaim } from '../trial/claims/definition.ts';
import { verdicts } from '../trial/rules/definition.ts';
import { aimCells, aimColumns } from './aim-table.ts';
import { escalationCells, escalationColumns } from './escalation-table.ts';
import type { Cell, TableColumn } from './table-column.ts';

const count = (name: string): TableColumn => ({ name, type: 'INT32' });

/** The columns, in the order of {@link tableRows}. */
export function tableColumns(trial: Trial): TableColumn[] {
  return [
    { name: 'truth', type: 'STRING' },
    count('world'),
    count('replicate'),
    ...(trial.design.escalation ? escalationColumns(trial) : trialColumns(trial)),
  ];
}

/** The columns of a trial that is not of dose escalation. */
function trialColumns(trial: Trial): TableColumn[] {
  const { endpoints } = trial.truth(0).truth;
  return [
    ...trial.arms.flatMap(({ name }) => [
      count(`${name}.evaluable`),
      ...endpoints.map(({ definition }) => count(`${name}.${definition.name}.events`)),
    ]),
    ...trial.design.claims.flatMap((claim): TableColumn[] => timeColumns(trial, claim)),
    ...trial.design.claims.flatMap((claim): TableColumn[] => [
      { name: `${claimName(trial, claim)}.estimate`, type: 'DOUBLE' },
      count(`${claimName(trial, claim)}.passes`),
      count(`${claimName(trial, claim)}.eventsAtMargin`),
      count(`${claimName(trial, claim)}.passesAtMargin`),
    ]),
    ...(hasCourse(trial) || hasClaimCourses(trial) ? courseColumns : []),
    ...(trial.design.aim ? aimColumns(trial.design.aim) : []),
    count('success'),
  ];
}

/** A claim by its endpoint, and by its arm too where several are compared. */
function claimName({ arms }: Trial, { endpoint, arm }: Claim): string {
  return arm === undefined ? endpoint.name : `${arms[arm].name}.${endpoint.name}`;
}

/** Score, standard error and failures of an analysis of times. */
function timeColumns(trial: Trial, claim: Claim): TableColumn[] {
  if (!isTimeClaim(claim)) return [];
  const name = claimName(trial, claim);
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

/** Reads the result of the batch of an index of the plan. */
export type ReadBatch = (index: number) => BatchResult;

/** One row a replicate, sorted by truth, world and replicate; one batch is read at a time. */
export function* tableRows(trial: Trial, batches: readonly Batch[], read: ReadBatch): Generator<Cell[]> {
  for (const index of inTableOrder(batches)) yield* rowsOfBatch(trial, batches[index], read(index));
}

/** Indices of the batches that simulate trials: world 0 as planned, further worlds, other truths. */
function inTableOrder(batches: readonly Batch[]): number[] {
  const rank = ([batch]: readonly [Batch, number]): number =>
    batch.kind === 'worlds' ? 0.5 : batch.kind === 'replicates' ? batch.truth : -1;
  return batches
    .map((batch, index) => [batch, index] as const)
    .filter((place) => rank(place) >= 0)
    .sort((a, b) => rank(a) - rank(b))
    .map(([, index]) => index);
}

function* rowsOfBatch(trial: Trial, batch: Batch, result: BatchResult): Generator<Cell[]> {
  const { design, scenario } = trial;
  const success = (columns: ReplicateColumns, row: number): Cell => (succeeds(columns, row, design) ? 1 : 0);
  if (batch.kind === 'replicates' && result.kind === 'replicates') {
    const { columns, estimation, escalation } = result;
    const cells = createCells(trial, batch.truth);
    for (let row = 0; row < columns.rows; row++) {
      if (escalation) {
        const place = [trial.truthNames[batch.truth], 0, batch.from + row];
        yield [...place, ...escalationCells(trial, escalation, row)];
        continue;
      }
      const found = cells(columns, row, 0, batch.from + row);
      yield estimation
        ? [...found, ...aimCells(design.aim!, estimation, row)]
        : [...found, success(columns, row)];
    }
  }
  if (batch.kind === 'worlds' && result.kind === 'worlds' && result.columns) {
    const { columns } = result;
    const { replicatesPerWorld } = scenario.simulation;
    const cells = createCells(trial, 0);
    for (let row = 0; row < columns.rows; row++) {
      const world = batch.from + Math.floor(row / replicatesPerWorld);
      yield [...cells(columns, row, world, row % replicatesPerWorld), success(columns, row)];
    }
  }
}

/** The cells of a row but those of its success. */
type Cells = (columns: ReplicateColumns, row: number, world: number, replicate: number) => Cell[];

function createCells(trial: Trial, truthIndex: number): Cells {
  const { arms, design } = trial;
  const { claims } = design;
  const width = trial.truth(truthIndex).truth.endpoints.length;
  const estimates = claims.map((claim) => createEstimateReader(trial, truthIndex, claim));
  return (columns, row, world, replicate) => {
    const found: Cell[] = [trial.truthNames[truthIndex], world, replicate];
    for (let a = 0; a < arms.length; a++) {
      const at = row * arms.length + a;
      found.push(columns.evaluable[at], ...columns.events.subarray(at * width, (at + 1) * width));
    }
    found.push(...timeCells(claims, columns, row));
    estimates.forEach((read, k) => {
      const at = row * claims.length + k;
      const estimate = read(columns, row);
      found.push(Number.isNaN(estimate) ? null : estimate, columns.passes[at]);
      // Nulls are simulated in world 0 only
      found.push(...(world === 0 ? [columns.marginEvents[at], columns.passesAtMargin[at]] : [null, null]));
    });
    if (columns.course) found.push(...courseCells(trial, columns.course, row));
    return found;
  };
}
