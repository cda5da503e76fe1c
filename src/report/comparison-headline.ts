import type { NamedResult } from './named-result.ts';
import { best, known } from './numbers.ts';

/** Between which values power as planned lies, and whose they are: a sentence without its full stop. */
export function comparisonHeadline(results: readonly NamedResult[]): string {
  const powers = results.map(({ name, result }) => ({
    name,
    power: result.truths[0].operatingCharacteristics.power,
  }));
  const ordered = powers.toSorted((a, b) => best(a.power) - best(b.power));
  const [least, most] = [ordered[0], ordered[ordered.length - 1]];
  const [low, high] = [known(least.power), known(most.power)];
  return low === high
    ? `Power as planned is ${low} in ${results.length === 2 ? 'both' : `all ${results.length}`} results`
    : `Power as planned runs from ${low} (${least.name}) to ${high} (${most.name})`;
}
