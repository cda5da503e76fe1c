import type { Found } from '../study/size/size-result.ts';
import { grouped, percent, withError } from './numbers.ts';

/** The size that a search ends with: from which a target stays, or that which simulation recommends; undefined where there is none. */
export function foundSize(found: Found): number | undefined {
  if (found.kind === 'none') return undefined;
  return found.kind === 'exact' ? (found.lasting ?? found.smallest) : found.recommended;
}

/** `164`, `418 (402 to 418)` or `none`: a found size in a table. */
export function foundCell(found: Found): string {
  if (found.kind === 'none') return 'none';
  if (found.kind === 'exact') return grouped(found.lasting ?? found.smallest);
  const [low, high] = found.interval;
  return `${grouped(found.recommended)} (${grouped(low)} to ${grouped(high)})`;
}

/** How a found size was found and what it has, for the end of a sentence. */
export function foundWords(found: Found, unit: string): string {
  switch (found.kind) {
    case 'none':
      return found.isCertain
        ? `no number of ${unit} does: ${found.reason}`
        : `no number of ${unit} was found to do ${found.reason}`;
    case 'exact': {
      const { smallest, lasting, reached } = found;
      const size = lasting ?? smallest;
      const first =
        smallest === size
          ? `exactly ${percent(reached)} %, the smallest number that does`
          : `${grouped(smallest)} do too, but not all numbers between`;
      return `${grouped(size)} ${unit} do (${first})`;
    }
    case 'simulated': {
      const [low, high] = found.interval;
      const sure = `${Math.round(100 * found.confidence)} % interval ${grouped(low)} to ${grouped(high)}, by simulation`;
      return `${grouped(found.recommended)} ${unit} do (${sure}; ${withError(found.reached)} with ${grouped(found.recommended)})`;
    }
  }
}
