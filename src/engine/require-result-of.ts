import type { BatchResult } from './batch-result.ts';
import type { Batch } from './plan.ts';

/** Replicates or worlds of a batch; undefined of one that has none. */
const rowsOf = (batch: Batch): number | undefined => ('from' in batch ? batch.to - batch.from : undefined);

/** Every column within a result, however deep. */
function columnsIn(value: unknown): ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(columnsIn) : [];
}

/**
 * Takes what was read back for the result of a batch, if it is of its kind and has its rows.
 *
 * @throws RangeError if it is not, or has not
 */
export function requireResultOf(batch: Batch, value: unknown): BatchResult {
  const result = value as BatchResult | null;
  if (typeof result !== 'object' || result?.kind !== batch.kind)
    throw new RangeError(
      `invalid result: ${String((result as { kind?: unknown } | null)?.kind)} (must be ${batch.kind})`,
    );
  const columns = 'columns' in result ? result.columns : undefined;
  const rows = rowsOf(batch);
  if (rows === undefined) return result;
  const isRagged =
    columns && columnsIn(columns).some((column) => (column as Uint8Array).length % columns.rows !== 0);
  if (result.kind === 'replicates' && columns?.rows !== rows)
    throw new RangeError(`invalid rows: ${columns?.rows} (must be ${rows})`);
  if (result.kind === 'worlds' && result.power?.length !== rows)
    throw new RangeError(`invalid worlds: ${result.power?.length} (must be ${rows})`);
  if (columns && (!(columns.rows % rows === 0) || isRagged))
    throw new RangeError(`invalid columns: not of ${rows} rows`);
  return result;
}
