import type { BreakingPoint, SizeResult } from '../../study/size/size-result.ts';
import { pathWords } from '../../study/sweep/path-words.ts';
import { type Markup, type MarkupValue, markup } from '../markup.ts';
import { percent } from '../numbers.ts';
import { pathMarkup } from '../path-markup.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

/** A number as a scenario would state it, to so many digits. */
const stated = (value: number): string => String(Number(value.toPrecision(4)));

function rowOf({ path, planned, value, falseWhere, probability }: BreakingPoint): MarkupValue[] {
  const { label, unit } = pathWords(path);
  const withUnit = (amount: number): string => unbroken(`${stated(amount)} ${unit}`.trimEnd());
  return [
    label === path ? pathMarkup(path) : markup`${label} (${pathMarkup(path)})`,
    withUnit(planned),
    `${falseWhere} ${withUnit(value)}`,
    unbroken(`${percent(probability)} %`),
  ];
}

/** Where uncertain values make the claim false. */
export function sizeBreakingPointsSection({ breakingPoints, ceiling }: SizeResult): Markup | undefined {
  if (!ceiling && breakingPoints.length === 0) return undefined;
  const columns = [
    { heading: 'Uncertain value' },
    { heading: 'Planned', isNumber: true },
    { heading: 'Claim false', isNumber: true },
    { heading: 'Probability', isNumber: true },
  ];
  const body =
    breakingPoints.length > 0
      ? table('Breaking points', columns, breakingPoints.map(rowOf))
      : markup`<p>No uncertain value turns the claim by itself, within four normal scores of its median.</p>`;
  return markup`<section aria-labelledby="breaking"><h2 id="breaking">Where the claim breaks</h2>
<p>One uncertain value at a time, all others as planned: where the claim turns from true to false. Beyond, more patients show nothing.</p>
${body}
</section>`;
}
