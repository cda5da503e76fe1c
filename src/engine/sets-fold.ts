import { estimateQuantile } from '../numeric/estimate-quantile.ts';
import { type Estimate, estimateProportion } from '../numeric/monte-carlo.ts';
import { normalReach } from '../numeric/normal-reach.ts';
import type { Aim, SetName } from '../trial/aims/definition.ts';
import type { ExpectedPrecision } from '../trial/alpha-beta/expected-precision.ts';
import { contains } from '../trial/alpha-beta/ratio-sets.ts';
import type { SetSummary } from './aim-result.ts';
import { boundsOf, type EstimateRow } from './estimate-row.ts';
import { withExpected } from './with-expected.ts';

/** What is known of a truth before a trial is simulated. */
export interface KnownAim {
  readonly aim: Aim;
  readonly trueGy: number | null;
  readonly precision: ExpectedPrecision | undefined;
}

/** Takes the sets of one kind, estimate by estimate. */
export interface SetsFold {
  add(row: EstimateRow): void;
  result(): SetSummary;
}

/**
 * How often sets of one kind hold what they should. Their median width takes every width: 8 bytes a replicate.
 *
 * @param most replicates
 */
export function createSetsFold(name: SetName | 'delta', known: KnownAim, most: number): SetsFold {
  const { trueGy, precision } = known;
  const widths = new Float64Array(most);
  let [rows, bounded, holdTrue, boundedHoldTrue, holdLimit] = [0, 0, 0, 0, 0];
  return {
    add: ({ sets }) => {
      const set = sets[name];
      const bounds = boundsOf(set);
      const holds = trueGy !== null && contains(set, trueGy);
      rows++;
      if (holds) holdTrue++;
      if (precision && contains(set, precision.ratioGy)) holdLimit++;
      if (!bounds) return;
      if (holds) boundedHoldTrue++;
      widths[bounded++] = bounds.high - bounds.low;
    },
    result: () => {
      const share = (count: number): Estimate => estimateProportion(count, rows);
      const median = (): Estimate => estimateQuantile(widths.slice(0, bounded).sort(), 0.5);
      const expected = expectedSet(name, known);
      return {
        bounded: withExpected(share(bounded), expected.bounded),
        ...(trueGy !== null && { coverage: share(holdTrue) }),
        ...(trueGy !== null &&
          bounded > 0 && { coverageWhereBounded: estimateProportion(boundedHoldTrue, bounded) }),
        ...(precision && { coverageOfLimit: share(holdLimit) }),
        ...(bounded > 0 && { medianWidthGy: withExpected(median(), expected.widthGy) }),
      };
    },
  };
}

/** How wide a set is expected to be, and with what probability it has two ends; undefined where neither is known. */
function expectedSet(
  name: SetName | 'delta',
  { precision, aim: { level } }: KnownAim,
): { readonly widthGy?: number; readonly bounded?: number } {
  if (!precision) return {};
  if (name === 'delta') return { widthGy: 2 * normalReach(level) * precision.standardErrorGy };
  if (name !== 'fieller') return {};
  const bounds = boundsOf(precision.fieller);
  return {
    ...(bounds && { widthGy: bounds.high - bounds.low }),
    bounded: 1 - precision.wrongSign.unboundedProbability,
  };
}
