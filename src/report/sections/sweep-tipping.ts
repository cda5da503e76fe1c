import { pathLabels } from '../../study/sweep/path-words.ts';
import type { SweepResult } from '../../study/sweep/sweep-result.ts';
import { crossingWords } from '../../study/sweep/tipping-words.ts';
import { type Markup, markup } from '../markup.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

/** Every tipping point with how it was found. */
export function sweepTippingSection({ tippingPoints, paths, truths }: SweepResult): Markup | undefined {
  if (tippingPoints.length === 0) return undefined;
  const names = paths.map(({ path }) => path);
  const labels = pathLabels(names);
  const labelOf = (path: string): string => labels[names.indexOf(path)];
  const hasTruths = truths.length > 1;
  const rows = tippingPoints.map(({ path, truth, others, sentence, crossings }) => {
    const held = Object.entries(others).map(([other, text]) => `${labelOf(other)} ${text || 'as stated'}`);
    const isExact = crossings.every((crossing) => crossing.isExact);
    return [
      labelOf(path),
      held.join(', ') || '–',
      ...(hasTruths ? [truth] : []),
      unbroken(sentence),
      crossings.map(crossingWords).join(', ') || '–',
      crossings.length === 0 ? '–' : isExact ? 'exact' : 'interpolated',
    ];
  });
  const columns = [
    { heading: 'Along' },
    { heading: 'At' },
    ...(hasTruths ? [{ heading: 'Truth' }] : []),
    { heading: 'What turns' },
    { heading: 'Where', isNumber: true },
    { heading: 'Root' },
  ];
  return markup`<section aria-labelledby="tipping"><h2 id="tipping">Where the answer turns</h2>
${table('Tipping points', columns, rows)}
</section>`;
}
