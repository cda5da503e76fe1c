import { z } from 'zod';
import { strict } from '../numeric/quantities.ts';
import { parseNumberTable } from './number-table.ts';

/** More draws than these say nothing more, and fill the result. */
const MOST_DRAWS = 20_000;

/**
 * Joint draws of several uncertain paths, such as a calibration's posterior: by path, one value a draw. A world takes one
 * draw, the same of every path.
 */
export const jointDrawsSchema = strict({
  draws: z
    .record(z.string(), z.array(z.number()).min(2).max(MOST_DRAWS))
    .refine((columns) => Object.keys(columns).length > 0, { error: 'the draws name no path' })
    .refine((columns) => new Set(Object.values(columns).map(({ length }) => length)).size <= 1, {
      error: 'every path needs the same number of draws',
    })
    .describe('path → values, draw by draw; or the name of a CSV file whose header holds the paths'),
});

/** Joint draws, valid by {@link jointDrawsSchema}. */
export type JointDraws = z.output<typeof jointDrawsSchema>;

/** Whether an entry of the uncertainty is a block of joint draws. */
export function isJointDraws(spec: object): spec is JointDraws {
  return 'draws' in spec;
}

/** Draws from a CSV file whose header holds the paths. @throws RangeError with line and column if it is no table of numbers */
export function parseDraws(csv: string): JointDraws['draws'] {
  const { names, columns } = parseNumberTable(csv);
  return Object.fromEntries(names.map((name, i) => [name, [...columns[i]]]));
}
