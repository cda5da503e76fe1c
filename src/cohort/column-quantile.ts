import { findRoot } from '../numeric/find-root.ts';
import {
  type Cohort,
  characteristicNames,
  characteristicsBehind,
  fillDerived,
  isDerivable,
} from './cohort.ts';

/** Share of a characteristic at or below x over all subtypes. */
function shareBelow({ subtypes }: Cohort, index: number, x: number): number {
  return subtypes.reduce((sum, { weight, characteristics }) => {
    const { fixed, law } = characteristics[index];
    return sum + weight * (law ? law.cdf(x) : fixed! <= x ? 1 : 0);
  }, 0);
}

/** Quantile of a characteristic over all subtypes. */
function quantileOfCharacteristic(cohort: Cohort, index: number, probability: number): number {
  const within = cohort.subtypes.map(({ characteristics }) => {
    const { fixed, law } = characteristics[index];
    return fixed ?? law!.quantile(probability);
  });
  const [low, high] = [Math.min(...within), Math.max(...within)];
  if (low === high || shareBelow(cohort, index, low) >= probability) return low;
  return findRoot((x) => shareBelow(cohort, index, x) - probability || Number.MIN_VALUE, low, high);
}

/**
 * Quantile of a column over the cohort, or undefined where the cohort has none of that name. A derived one is taken at
 * the quantile of the first characteristic that it is derived from, the others at their medians: exact where only that
 * one varies.
 */
export function quantileOf(cohort: Cohort, column: string, probability: number): number | undefined {
  const names = characteristicNames(cohort);
  if (names.includes(column)) return quantileOfCharacteristic(cohort, names.indexOf(column), probability);
  const sources = characteristicsBehind(cohort, [column]);
  if (!isDerivable(column) || !sources.every((name) => names.includes(name))) return undefined;
  const columns: Record<string, Float64Array> = {};
  sources.forEach((name, i) => {
    columns[name] = Float64Array.of(
      quantileOfCharacteristic(cohort, names.indexOf(name), i === 0 ? probability : 0.5),
    );
  });
  fillDerived(cohort, [column], columns, 1);
  return columns[column][0];
}

/** Median of a column: {@link quantileOf} one half. */
export function medianOf(cohort: Cohort, column: string): number | undefined {
  return quantileOf(cohort, column, 0.5);
}
