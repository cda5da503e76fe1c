import type { RunResult, TruthResult } from '../../engine/result.ts';
import { competingCounts, competingWords } from '../../outcomes/competing-rates.ts';
import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { comparisonsOf } from '../comparison-words.ts';
import { competingTimeWords } from '../competing-time-words.ts';
import { decidingTypeIError } from '../deciding-type-i-error.ts';
import { capitalised } from '../endpoint-words.ts';
import { liveDesign } from '../live-design.ts';
import { type Markup, markup } from '../markup.ts';
import { grouped } from '../numbers.ts';
import { successWords } from '../success-words.ts';
import { table } from '../table.ts';
import { unbroken } from '../unbroken.ts';
import { estimateCells, estimateColumns } from './estimate-cells.ts';
import { interimTables } from './interim.ts';
import { timesSection } from './times.ts';

const names = Object.keys(endpoints) as EndpointName[];

/** Each arm of several compared with one control, and what they do together. */
function comparisonRows(truth: TruthResult): (string | Markup)[][] {
  const found = comparisonsOf(truth);
  if (!found) return [];
  return [
    ...Object.entries(found.byArm).map(([arm, { power, typeIError }]) => [
      truth.name,
      arm,
      ...estimateCells(power),
      ...estimateCells(typeIError),
    ]),
    [
      truth.name,
      'at least one arm',
      ...estimateCells(found.atLeastOne),
      ...estimateCells(found.familywiseError),
    ],
    [truth.name, 'every arm', ...estimateCells(found.all), '–', '–', '–'],
  ];
}

function characteristicsTable(result: RunResult): Markup {
  const rows = result.truths.flatMap((truth) => {
    const { name, operatingCharacteristics } = truth;
    const { byEndpoint } = operatingCharacteristics;
    const claimed = names.filter((endpoint) => byEndpoint[endpoint] !== undefined);
    const parts = claimed.length > 1 ? claimed : [];
    return [
      [
        name,
        'whole design',
        ...estimateCells(operatingCharacteristics.power),
        ...estimateCells(decidingTypeIError(result, truth)),
      ],
      ...parts.map((endpoint) => [
        name,
        endpoints[endpoint].label,
        ...estimateCells(byEndpoint[endpoint]!.power),
        ...estimateCells(byEndpoint[endpoint]!.typeIError),
      ]),
      ...comparisonRows(truth),
    ];
  });
  const { power, typeIError } = successWords(result);
  const groups = markup`<tr><td colspan="2"></td><th scope="colgroup" colspan="3">${capitalised(power)}</th><th scope="colgroup" colspan="3">${capitalised(typeIError)}</th></tr>`;
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
function competingTable(result: RunResult): Markup | undefined {
  const rows = result.truths.flatMap(({ name, arms }) =>
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
    { heading: `Event ${competingTimeWords(result)}` },
    { heading: 'Arm' },
  ];
  return markup`<h3>Death and metastasis beside local failure</h3>
<p class="note">Net is what 1 − Kaplan–Meier estimates, as if nobody died first; the cumulative incidence is what happens.</p>
${table('Competing events', [...columns, ...estimateColumns], rows)}`;
}

function assuranceTable(result: RunResult): Markup | undefined {
  const { assurance } = result;
  if (!assurance) return undefined;
  const { isCompletion, oneClaim, everyClaim } = successWords(result);
  const { ceiling, successAndTrue, successAndFalse } = assurance;
  const rows = [
    [`Assurance: ${isCompletion ? 'not stopped' : 'success'}`, ...estimateCells(assurance)],
    [`of it with ${everyClaim} true`, ...estimateCells(successAndTrue)],
    [`of it with ${oneClaim} false`, ...estimateCells(successAndFalse)],
    [`Ceiling: ${everyClaim} true`, ...estimateCells(ceiling)],
  ];
  return markup`<h3>Over the worlds</h3>${table('Assurance', [{ heading: 'Probability over the worlds' }, { heading: 'drawn worlds ± MCSE', isNumber: true }, ...estimateColumns.slice(1)], rows)}`;
}

/** What a row of a later claim holds. */
const HIERARCHY =
  'The whole design succeeds with its first claim. The power of a later one is the probability that it is shown after all before it.';

/** The same of arms that are compared with the control in order. */
const IN_ORDER = 'The power of an arm is the probability that it is shown after all arms before it.';

/** What came out, in tables: simulated beside exact. */
export function resultsSection(result: RunResult): Markup {
  const { replicates, worlds } = result;
  const over = worlds > 0 ? ` and ${grouped(worlds)} worlds` : '';
  const { isHierarchical, comparisons } = liveDesign(result);
  const hierarchy = isHierarchical ? ` ${comparisons ? IN_ORDER : HIERARCHY}` : undefined;
  return markup`<section aria-labelledby="results"><h2 id="results">Results in tables</h2>
<p>From ${grouped(replicates)} replicates under each truth${over}. After ± stands the Monte Carlo standard error (MCSE). Beside each simulated value stands the exact one where it exists; they should lie within about 3 MCSE.</p>
<h3>Operating characteristics</h3>
<p class="note">${unbroken(successWords(result).typeIErrorNote)}${hierarchy}</p>
${characteristicsTable(result)}
${timesSection(result)}${interimTables(result)}
<h3>Rates</h3>
${ratesTable(result)}
${competingTable(result)}
${assuranceTable(result)}
</section>`;
}
