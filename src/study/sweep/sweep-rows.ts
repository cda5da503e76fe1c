import { type CellQuantity, quantityKey } from './cell-quantity.ts';
import { pairedError } from './paired-error.ts';
import type { SweepRow } from './sweep-result.ts';

/**
 * The rows of a cell.
 *
 * @param first quantities of the first cell; undefined in that cell itself
 */
export function sweepRows(
  cell: number,
  quantities: readonly CellQuantity[],
  first: ReadonlyMap<string, CellQuantity> | undefined,
): SweepRow[] {
  return quantities.map((own): SweepRow => {
    const { truth, quantity, of, value } = own;
    const base = first?.get(quantityKey(own));
    return {
      cell,
      truth,
      quantity,
      of,
      estimate: value.estimate,
      mcse: value.mcse,
      ...(value.exact !== undefined && { exact: value.exact }),
      ...(base && {
        difference: value.estimate - base.value.estimate,
        differenceMcse: pairedError(
          { mcse: value.mcse, series: own.series },
          { mcse: base.value.mcse, series: base.series },
        ),
      }),
    };
  });
}
