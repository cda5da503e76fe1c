import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { comparedQuantities } from '../comparison-rows.ts';
import { decidingTypeIError } from '../deciding-type-i-error.ts';
import { capitalised } from '../endpoint-words.ts';
import { type Markup, type MarkupValue, markup } from '../markup.ts';
import type { NamedResult } from '../named-result.ts';
import { exactly, grouped, withError } from '../numbers.ts';
import { pathMarkup } from '../path-markup.ts';
import { scenarioDifferences } from '../scenario-differences.ts';
import { showValue } from '../show-value.ts';
import { type Column, table } from '../table.ts';
import { unbroken } from '../unbroken.ts';

const simulated = (heading: string): Column[] => [
  { heading: `${capitalised(heading)}, simulated`, isNumber: true },
  { heading: 'exact', isNumber: true },
];

/** Power, type I error and what the worlds make of them. */
function characteristicsTable(results: readonly NamedResult[]): Markup {
  const quantities = [
    ...comparedQuantities.slice(0, 1),
    {
      label: 'type I error',
      of: (result: NamedResult['result']) => decidingTypeIError(result, result.truths[0]),
    },
    ...comparedQuantities.slice(1),
  ].filter(({ of }) => results.some(({ result }) => of(result) !== undefined));
  const rows = results.map(({ name, result }) => [
    name,
    grouped(result.replicates),
    grouped(result.worlds),
    ...quantities.flatMap(({ of }): MarkupValue[] => {
      const estimate = of(result);
      return estimate ? [withError(estimate), exactly(estimate)] : ['–', '–'];
    }),
  ]);
  const columns = [
    { heading: 'Result' },
    { heading: 'Replicates', isNumber: true },
    { heading: 'Worlds', isNumber: true },
    ...quantities.flatMap(({ label }) => simulated(label)),
  ];
  return table('Operating characteristics', columns, rows);
}

/** Arms with their rates as planned. */
function armsTable(results: readonly NamedResult[]): Markup {
  const names = (Object.keys(endpoints) as EndpointName[]).filter((endpoint) =>
    results.some(({ result }) => result.truths[0].arms.some((arm) => arm.endpoints[endpoint])),
  );
  const rows = results.flatMap(({ name, result }) =>
    result.arms.map((arm, i) => [
      i === 0 ? name : '',
      arm.name,
      unbroken(arm.schedule ?? 'none stated'),
      arm.n,
      ...names.map((endpoint) => {
        const summary = result.truths[0].arms[i].endpoints[endpoint];
        return summary ? withError(summary.rate) : '–';
      }),
    ]),
  );
  const columns = [
    { heading: 'Result' },
    { heading: 'Arm' },
    { heading: 'Schedule' },
    { heading: 'Patients', isNumber: true },
    ...names.map((endpoint) => ({ heading: capitalised(endpoints[endpoint].label), isNumber: true })),
  ];
  return table('Arms', columns, rows);
}

/** In what the scenarios differ. */
function differencesTable(results: readonly NamedResult[]): Markup {
  const differences = scenarioDifferences(results);
  if (differences.length === 0) return markup`<p>The scenarios state the same values.</p>`;
  const rows = differences.map(({ path, values }) => [
    pathMarkup(path),
    ...values.map((value) => (value === undefined ? '–' : markup`<code>${showValue(value)}</code>`)),
  ]);
  return table('Differences', [{ heading: 'Path' }, ...results.map(({ name }) => ({ heading: name }))], rows);
}

/** The numbers of several results beside each other, and in what their scenarios differ. */
export function comparisonTablesSection(results: readonly NamedResult[]): Markup {
  return markup`<section aria-labelledby="results"><h2 id="results">Results in tables</h2>
<p>All of the truth as planned; after ± stands the Monte Carlo standard error.</p>
<h3>Operating characteristics</h3>
${characteristicsTable(results)}
<h3>Arms and rates</h3>
${armsTable(results)}
</section>
<section aria-labelledby="differences"><h2 id="differences">In what the scenarios differ</h2>
${differencesTable(results)}
</section>`;
}
