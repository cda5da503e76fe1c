import type { ReplicateColumns, ReplicatesResult } from '../../engine/batch-result.ts';
import { succeeds } from '../../engine/simulate-replicates.ts';
import { DAYS_A_MONTH } from '../../trial/accrual.ts';
import type { Design } from '../../trial/design.ts';
import { type Verdict, verdicts } from '../../trial/rules/definition.ts';
import type { Series } from './series.ts';

/** What the replicates of a truth hold, each as one value a replicate. */
export interface ReplicateRows {
  readonly success: Series;
  passes(claim: number): Series;
  passesAtMargin(claim: number): Series;
  /** Whether some claim passes with its endpoint at the margin. */
  readonly anyPassesAtMargin: Series;
  /** Whether a look drops the arm of a claim; undefined where none can. */
  dropped(claim: number): Series | undefined;
  /** Patients of an arm, and their events of an endpoint of the truth. */
  patients(arm: number): Series;
  events(arm: number, endpoint: number): Series;
  /** How trials go; undefined where every trial goes as planned. */
  readonly course:
    | {
        readonly enrolled: Series;
        readonly months: Series;
        stopped(verdict?: Verdict): Series;
      }
    | undefined;
  /** Failures that a claim's analysis saw; undefined where times decide none. */
  failures(claim: number): Series | undefined;
}

/** Reads a value of a row of columns. */
type Read = (columns: ReplicateColumns, row: number) => number;

/**
 * The replicates of a truth, batch after batch; all but the last batch hold the same number.
 *
 * @param sizes planned patients by arm
 */
export function replicateRows(
  parts: readonly ReplicatesResult[],
  design: Design,
  endpoints: number,
): ReplicateRows {
  const batches = parts.map(({ columns }) => columns);
  const rows = batches[0].rows;
  const length = batches.reduce((sum, batch) => sum + batch.rows, 0);
  const series = (read: Read): Series => ({
    length,
    at: (r) => {
      const batch = Math.floor(r / rows);
      return read(batches[batch], r - batch * rows);
    },
  });
  const flags = (read: Read): Series => ({ ...series(read), isFlag: true });
  const claims = design.claims.length;
  const arms = design.sizes.length;
  const [{ patients, sizes, course, times }] = batches;
  return {
    success: flags((columns, row) => (succeeds(columns, row, design) ? 1 : 0)),
    passes: (claim) => flags(({ passes }, row) => passes[row * claims + claim]),
    passesAtMargin: (claim) => flags(({ passesAtMargin }, row) => passesAtMargin[row * claims + claim]),
    anyPassesAtMargin: flags(({ passesAtMargin }, row) =>
      passesAtMargin.subarray(row * claims, (row + 1) * claims).includes(1) ? 1 : 0,
    ),
    dropped: (claim) =>
      course?.arms &&
      flags((columns, row) => {
        const { leftAt, verdict } = columns.course!.arms!;
        const at = row * claims + claim;
        const isShort = leftAt[at] < design.armLooks!.fractions.length;
        return isShort && verdicts[verdict[at] - 1] === 'futility' ? 1 : 0;
      }),
    patients: (arm) => {
      if (patients) return series((columns, row) => columns.patients!.sizes[row * arms + arm]);
      return series(sizes ? (columns, row) => columns.sizes![row * arms + arm] : () => design.sizes[arm]);
    },
    events: (arm, endpoint) =>
      series(
        (columns, row) => (columns.patients ?? columns).events[(row * arms + arm) * endpoints + endpoint],
      ),
    course: course && {
      enrolled: series((columns, row) => columns.course!.enrolled[row]),
      months: series((columns, row) => columns.course!.days[row] / DAYS_A_MONTH),
      stopped: (verdict) =>
        flags(({ course }, row) => {
          const at = course!.verdict[row];
          return at > 0 && (verdict === undefined || verdicts[at - 1] === verdict) ? 1 : 0;
        }),
    },
    failures: (claim) => times && series((columns, row) => columns.times!.failures[row * claims + claim]),
  };
}
