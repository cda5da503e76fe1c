import type { CalibrationResult } from '../../evidence/calibration-result.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped, percent } from '../numbers.ts';
import { table } from '../table.ts';

const three = (value: number): string => String(Number(value.toPrecision(3))).replace('-', '−');

/** Posterior draws in short: marginals, and how far the chains can be trusted. */
export function calibrationDrawsSection({ posteriors }: CalibrationResult): Markup {
  const rows = posteriors.flatMap(({ marginals }) =>
    marginals.map(
      ({ path, scale, median, low95, high95, mean, standardDeviation, mcse, rHat, effectiveSize }) => [
        markup`<code>${path.split(/(?<=\.)/).map((part, i) => (i === 0 ? part : markup`<wbr>${part}`))}</code>`,
        three(median),
        `${three(low95)} to ${three(high95)}`,
        `${three(mean)} ± ${three(standardDeviation)}${scale === 'ln' ? ' (ln)' : ''}`,
        three(mcse),
        rHat.toFixed(3),
        grouped(Math.round(effectiveSize)),
      ],
    ),
  );
  const chains = posteriors.map(
    ({ chains, steps, acceptance }) =>
      `${chains} chains of ${grouped(steps)} steps, ${percent(acceptance, 0)} % accepted`,
  );
  const columns = [
    { heading: 'Path in a scenario' },
    { heading: 'Median', isNumber: true },
    { heading: '95 %', isNumber: true },
    { heading: 'Mean ± SD', isNumber: true },
    { heading: 'MCSE of mean', isNumber: true },
    { heading: 'R̂', isNumber: true },
    { heading: 'Effective size', isNumber: true },
  ];
  return markup`<section aria-labelledby="draws"><h2 id="draws">Posterior draws</h2>
<p>${grouped(posteriors[0].draws.length)} draws stand in <code>draws.csv</code>, one a line, for a scenario’s uncertainty. They hold the priors: where the studies do not determine α/β, its draws follow the prior.</p>
${table('Posterior', columns, rows)}
<p class="note">${chains.join('; ')}. R̂ near 1 means that the chains have met.</p>
</section>`;
}
