import spec from '../../../reports/results-side-by-side.vl.json' with { type: 'json' };
import { cut } from '../calibration-words.ts';
import type { Row } from '../charts/definition.ts';
import { comparisonHeadline } from '../comparison-headline.ts';
import { comparedQuantities } from '../comparison-rows.ts';
import type { NamedResult } from '../named-result.ts';
import { best, short } from '../numbers.ts';
import { USUAL_POWER } from '../usual-power.ts';
import type { ComparisonChart } from './definition.ts';

const MOST_LABEL = 24;
const MOST_NARROW = 13;
/** Half the width of an interval of 95 %, in standard errors. */
const TWO_SIDED = 1.96;

function rowsOf({ result }: NamedResult, row: number): Row[] {
  return comparedQuantities.flatMap(({ label, of }) => {
    const estimate = of(result);
    if (!estimate) return [];
    const value = best(estimate);
    const reach = estimate.exact === undefined ? TWO_SIDED * estimate.mcse : 0;
    const [low, high] = [Math.max(0, value - reach), Math.min(1, value + reach)];
    return [{ row, what: label, value: short(100 * value), low: short(100 * low), high: short(100 * high) }];
  });
}

export const resultsSideBySide: ComparisonChart = {
  summary: 'Power as planned, assurance and ceiling of several results.',
  reference: 'O’Hagan, Stevens & Campbell 2005, Pharm Stat 4:187',
  spec,
  content(results) {
    const rows = results.flatMap(rowsOf);
    const isSimulated = rows.some(({ low, high }) => low !== high);
    return {
      title: comparisonHeadline(results),
      description: `Each row is one result. ${isSimulated ? 'Lines reach 1.96 Monte Carlo standard errors to both sides; values without a line are exact. ' : 'All values are exact. '}The dashed line is a power of ${100 * USUAL_POWER} %.`,
      data: { values: rows, usual: [{ power: 100 * USUAL_POWER }] },
      params: {
        labels: results.map(({ name }) => cut(name, MOST_LABEL)),
        names: results.map(({ name }) => cut(name, MOST_NARROW)),
        shown: comparedQuantities
          .map(({ label }) => label)
          .filter((label) => rows.some(({ what }) => what === label)),
      },
    };
  },
};
