import type { RunResult } from '../../engine/result.ts';
import { competingCounts, competingWords } from '../../outcomes/competing-rates.ts';
import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped } from '../numbers.ts';
import { table } from '../table.ts';
import { estimateCells, estimateColumns } from './estimate-cells.ts';

const names = Object.keys(endpoints) as EndpointName[];

function characteristicsTable({ truths }: RunResult): Markup {
  const rows = truths.flatMap(({ name, operatingCharacteristics }) => {
    const { byEndpoint } = operatingCharacteristics;
    const claimed = names.filter((endpoint) => byEndpoint[endpoint] !== undefined);
    const parts = claimed.length > 1 ? claimed : [];
    return [
      [
        name,
        'whole design',
        ...estimateCells(operatingCharacteristics.power),
        ...estimateCells(operatingCharacteristics.typeIError),
      ],
      ...parts.map((endpoint) => [
        name,
        endpoints[endpoint].label,
        ...estimateCells(byEndpoint[endpoint]!.power),
        ...estimateCells(byEndpoint[endpoint]!.typeIError),
      ]),
    ];
  });
  const groups = markup`<tr><td colspan="2"></td><th scope="colgroup" colspan="3">Power</th><th scope="colgroup" colspan="3">Type I error</th></tr>`;
  return table(
    'Operating characteristics',
    [{ heading: 'Truth' }, { heading: 'Claim' }, ...estimateColumns, ...estimateColumns],
    rows,
    { groups },
  );
}

function ratesTable({ truths }: RunResult): Markup {
  const rows = truths.flatMap(({ name, arms }) =>
    names
      .filter((endpoint) => arms[0].endpoints[endpoint] !== undefined)
      .flatMap((endpoint) =>
        arms.map((arm) => [
          name,
          endpoints[endpoint].label,
          arm.name,
          ...estimateCells(arm.endpoints[endpoint]!.rate),
        ]),
      ),
  );
  return table(
    'Rates',
    [{ heading: 'Truth' }, { heading: 'Endpoint' }, { heading: 'Arm' }, ...estimateColumns],
    rows,
  );
}

/** Local failure, net and competing, by truth and arm, where death and metastasis compete. */
function competingTable({ truths }: RunResult): Markup | undefined {
  const rows = truths.flatMap(({ name, arms }) =>
    arms.flatMap((arm) =>
      competingCounts.flatMap((count) =>
        arm.competing
          ? [[name, competingWords[count], arm.name, ...estimateCells(arm.competing[count])]]
          : [],
      ),
    ),
  );
  if (rows.length === 0) return undefined;
  const columns = [
    { heading: 'Truth' },
    { heading: 'Event by the time of local control' },
    { heading: 'Arm' },
  ];
  return markup`<h3>Death and metastasis beside local failure</h3>
<p class="note">Net is what 1 − Kaplan–Meier estimates, as if nobody died first; the cumulative incidence is what happens.</p>
${table('Competing events', [...columns, ...estimateColumns], rows)}`;
}

function assuranceTable({ assurance }: RunResult): Markup | undefined {
  if (!assurance) return undefined;
  const { ceiling, successAndTrue, successAndFalse } = assurance;
  const rows = [
    ['Assurance: success', ...estimateCells(assurance)],
    ['of it with every claim true', ...estimateCells(successAndTrue)],
    ['of it with a claim false', ...estimateCells(successAndFalse)],
    ['Ceiling: every claim true', ...estimateCells(ceiling)],
  ];
  return markup`<h3>Over the worlds</h3>${table('Assurance', [{ heading: 'Probability over the worlds' }, { heading: 'drawn worlds ± MCSE', isNumber: true }, ...estimateColumns.slice(1)], rows)}`;
}

/** What came out, in tables: simulated beside exact. */
export function resultsSection(result: RunResult): Markup {
  const { replicates, worlds, claims } = result;
  const largest =
    claims.length > 1
      ? ' For the whole design it is the largest over the nulls, the other claims certain to pass.'
      : undefined;
  const over = worlds > 0 ? ` and ${grouped(worlds)} worlds` : '';
  return markup`<section aria-labelledby="results"><h2 id="results">Results in tables</h2>
<p>From ${grouped(replicates)} replicates under each truth${over}. After ± stands the Monte Carlo standard error (MCSE). Beside each simulated value stands the exact one where it exists; they should lie within about 3 MCSE.</p>
<h3>Operating characteristics</h3>
<p class="note">Type I error: success with the experimental arm exactly at the margin (or at the null rate).${largest}</p>
${characteristicsTable(result)}
<h3>Rates</h3>
${ratesTable(result)}
${competingTable(result)}
${assuranceTable(result)}
</section>`;
}
