import { normalReach } from '../numeric/normal-reach.ts';
import { doseSums } from '../radiobiology/linear-quadratic.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { type SetName, setNames } from '../trial/aims/definition.ts';
import { estimateFromCounts } from '../trial/alpha-beta/count-estimate.ts';
import type { FiellerSet } from '../trial/alpha-beta/ratio-sets.ts';
import type { ReplicateColumns } from './batch-result.ts';
import { type EstimationColumns, type SetColumns, setKinds } from './estimation-columns.ts';

/** Σd and Σd² of the arms of a trial with an aim, of which each has one schedule. */
export const armDoses = ({ arms }: Pick<Trial, 'arms'>) =>
  arms.map(({ schedules: [{ schedule }] }) => doseSums(schedule));

const emptySets = (rows: number): SetColumns => ({
  kind: new Uint8Array(rows),
  low: new Float64Array(rows).fill(Number.NaN),
  high: new Float64Array(rows).fill(Number.NaN),
});

function record(columns: SetColumns, row: number, { kind, low, high }: FiellerSet): void {
  columns.kind[row] = 1 + setKinds.indexOf(kind);
  columns.low[row] = low ?? Number.NaN;
  columns.high[row] = high ?? Number.NaN;
}

/** Estimates the aim of a trial from the counts of each row. */
export function estimateRows(
  trial: Trial,
  { truth }: Pick<KnownTruth, 'truth'>,
  { rows, evaluable, events }: ReplicateColumns,
): EstimationColumns {
  const { design } = trial;
  const aim = design.aim!;
  const doses = armDoses(trial);
  const arms = doses.length;
  const z = normalReach(aim.level);
  const e = endpointIndex(truth, aim);
  const column = (): Float64Array => new Float64Array(rows).fill(Number.NaN);
  const [perGy, perGy2, standardErrorGy] = [column(), column(), column()];
  const sets = Object.fromEntries(setNames.map((name) => [name, emptySets(rows)])) as Record<
    SetName,
    SetColumns
  >;
  const [failures, patients] = [new Float64Array(arms), new Float64Array(arms)];
  for (let row = 0; row < rows; row++) {
    for (let arm = 0; arm < arms; arm++) {
      const at = row * arms + arm;
      const count = events[at * truth.endpoints.length + e];
      patients[arm] = design.countsUnevaluableAsFailures ? design.sizes[arm] : evaluable[at];
      failures[arm] = aim.endpoint.eventIsGood ? patients[arm] - count : count;
    }
    const found = estimateFromCounts(doses, { failures, patients }, z);
    if (!found) continue;
    perGy[row] = found.coefficients.perGy;
    perGy2[row] = found.coefficients.perGy2;
    standardErrorGy[row] = found.standardErrorGy;
    for (const name of setNames) record(sets[name], row, found[name]);
  }
  return { perGy, perGy2, standardErrorGy, sets };
}
