import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import type { Estimate } from '../../src/numeric/monte-carlo.ts';
import { charts } from '../../src/report/charts/index.ts';
import { errorsApart, exactly, known, knownMean, signed, withError } from '../../src/report/numbers.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { singleArmText } from '../fixtures/single-arm-text.ts';
import { withoutScripts } from '../fixtures/without-scripts.ts';
import { HOSTILE, IN_ORDER, LOOKS, makeResult, SINGLE_ARM, STATED_RATES, TWO_ARMS } from './make-result.ts';

/** Cells of the table of a label, row by row, as text. */
function tableOf(html: string, label: string): string[][] {
  const box = html.split(`aria-label="${label}"`)[1].split('</table>')[0].split('<tbody>')[1];
  const text = (cell: string): string => cell.replace(/<[^>]+>/g, '').replaceAll('\u00a0', ' ');
  return [...box.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => text(cell)),
  );
}

/** Three stated rates, each with a claim. */
const THREE_CLAIMS = STATED_RATES.replace(
  / {2}nonInferiority: .*/,
  `  coPrimary:
    - superiority: { endpoint: localControl, atYears: 3, twoSidedAlpha: 0.05, test: wald }
    - superiority: { endpoint: woundComplication, withinDays: 120, twoSidedAlpha: 0.05, test: wald }
    - superiority: { endpoint: fibrosis, atYears: 5, twoSidedAlpha: 0.05, test: wald }`,
)
  .replace('  unevaluable: 0.1\n', '')
  .replace('truths:', '  fibrosis: { model: statedRates, control: 0.3, experimental: 0.1 }\ntruths:');

const cells = (estimate: Estimate): string[] => {
  const apart = errorsApart(estimate);
  return [withError(estimate), exactly(estimate), apart === undefined ? '–' : signed(apart)];
};

let result: RunResult;
let html: string;

beforeAll(async () => {
  result = await makeResult(TWO_ARMS);
  ({ html } = await renderReport(result));
});

describe('tables hold the numbers of the result', () => {
  it('operating characteristics: whole design and every claim under every truth', () => {
    const expected = result.truths.flatMap(
      ({ name, operatingCharacteristics: { power, typeIError, byEndpoint } }) => [
        [name, 'whole design', ...cells(power), ...cells(typeIError)],
        ...(['localControl', 'woundComplication'] as const).map((endpoint) => [
          name,
          endpoint === 'localControl' ? 'local control' : 'wound complications',
          ...cells(byEndpoint[endpoint]!.power),
          ...cells(byEndpoint[endpoint]!.typeIError),
        ]),
      ],
    );
    expect(
      tableOf(html, 'Operating characteristics').map((row) => row.map((c) => c.replace(' (!)', ''))),
    ).toEqual(expected);
  });

  it('rates: every truth, endpoint and arm', () => {
    const rows = tableOf(html, 'Rates');
    expect(rows).toHaveLength(8);
    expect(rows[1].slice(3)).toEqual(cells(result.truths[0].arms[1].endpoints.localControl!.rate));
  });

  it('assurance with its ceiling and its split', () => {
    const { assurance } = result;
    expect(tableOf(html, 'Assurance').map(([, ...rest]) => rest)).toEqual([
      cells(assurance!),
      cells(assurance!.successAndTrue),
      cells(assurance!.successAndFalse),
      cells(assurance!.ceiling),
    ]);
  });

  it('arms and assumptions', () => {
    expect(tableOf(html, 'Arms')).toEqual(
      result.arms.map(({ name, schedule, n, eqd2Gy, bedGy }) => [
        name,
        schedule,
        String(n),
        eqd2Gy!.toFixed(1),
        bedGy!.toFixed(1),
      ]),
    );
    // Inputs stand with their equations; what is no input is left
    const premises = result.assumptions.filter(({ value }) => value === undefined);
    expect(tableOf(html, 'Assumptions')).toHaveLength(premises.length);
    for (const [basis, words] of [
      ['found', 'found in a published source'],
      ['fitted', 'fitted to data'],
      ['assumed', 'assumed'],
    ])
      expect(html).toContain(`${result.assumptions.filter((one) => one.basis === basis).length} ${words}`);
  });
});

describe('the page stands alone', () => {
  it('has a policy that admits nothing but its own style and script, and no address to fetch', () => {
    const style = html.match(/<style>(.*?)<\/style>/s)![1];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`);
    expect(withoutScripts(html)).not.toMatch(
      /<script|<link|<iframe|<object|javascript:|\son\w+=|\sstyle=|@import|url\((?!#)/i,
    );
    expect(withoutScripts(html)).not.toMatch(/(?:src|href)="(?!#)/);
  });

  it('says what repeats it', () => {
    for (const text of [
      result.scenario.sha256,
      'isoeffect run scenario.yaml',
      'Not for patient care',
      'Philox4x32-10',
    ]) {
      expect(html).toContain(text);
    }
  });

  it('cites only the models and tests that were used', () => {
    for (const cited of [
      'Fowler 1989',
      'Okunieff',
      'Farrington &amp; Manning',
      'Boag 1949',
      'O’Hagan',
      'Morris',
    ]) {
      expect(html).toContain(cited);
    }
    for (const unused of ['Withers, Peters', 'Bentzen', 'Wald 1943', 'Clopper', 'A’Hern'])
      expect(html).not.toContain(unused);
  });

  it('gives every id once', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same, byte for byte, when rendered again', async () => {
    expect((await renderReport(result)).html).toBe(html);
  });
});

it('shows text from the scenario as text, wherever it comes from', async () => {
  const hostile = await makeResult(TWO_ARMS, {
    title: HOSTILE,
    question: HOSTILE,
    source: HOSTILE,
    seed: HOSTILE,
    provenance: { 'truth.localControl.anchor': { assumed: HOSTILE } },
  });
  const page = (await renderReport({ ...hostile, warnings: [HOSTILE] })).html;
  expect(withoutScripts(page)).not.toMatch(/<script|<img|onerror="/i);
  expect(page.match(/&lt;img src=x onerror=&quot;/g)!.length).toBeGreaterThanOrEqual(6);
  // Charts and two examples, each for wide pages and for phones
  const drawn = Object.values(charts).filter(({ content }) => content(hostile));
  expect(page.match(/<\/svg>/g)).toHaveLength(2 * (drawn.length + 2));
  expect(page.match(/<\/title>/g)).toHaveLength(1);
});

describe('example trials', () => {
  const examplesOf = (page: string): string => page.split('<h2 id="examples">')[1].split('<h2')[0];
  const headings = (page: string): string[] =>
    [...examplesOf(page).matchAll(/<h3>(.*?)<\/h3>/g)].map(([, text]) => text);

  it('the first success and the first failure, each with its claims and a figure', () => {
    expect(headings(html)).toEqual([
      expect.stringMatching(/^Replicate \d+ under asPlanned succeeds at its final analysis/),
      expect.stringMatching(/^Replicate \d+ under asPlanned fails at its final analysis/),
    ]);
    expect(examplesOf(html).match(/<figure id="example-counts-\d+">/g)).toHaveLength(2);
    expect(examplesOf(html).match(/experimental needs \d+ or (?:more|fewer) of 75/g)).toHaveLength(4);
  });

  it('a stopped trial once, with its looks', async () => {
    const text = singleArmText({ accrual: '{ perMonth: 2 }' }).replace('perArm: 24', 'perArm: 12');
    const page = (await renderReport(await makeResult(text))).html;
    expect(headings(page).map((heading) => /succeeds|fails|is stopped/.exec(heading)![0])).toEqual([
      'succeeds',
      'is stopped',
    ]);
    expect(examplesOf(page)).toContain('0 of 9 with local control; 0 stops it for futility: it stops.');
    expect(examplesOf(page).match(/<figure id="example-trial-\d+">/g)).toHaveLength(2);
    expect(page.length).toBeLessThan(300_000);
  });
});

describe('leaner results', () => {
  it('a single arm: no difference, no worlds, no question', async () => {
    const page = (await renderReport(await makeResult(SINGLE_ARM))).html;
    expect(page).not.toMatch(/Assurance|class="question"|undefined|NaN/);
    expect(page).toContain('the rate to be better than is 45.0');
    expect(page).toContain('Clopper');
  });

  it('a stop for harm: what it is and does, and no type I error', async () => {
    const looks = await makeResult(LOOKS);
    const page = (await renderReport(looks)).html;
    const text = page.replaceAll('\u00a0', ' ');
    const { power, typeIError, stopping, expectedSampleSize } = looks.truths[0].operatingCharacteristics;
    expect(text).toContain(`the trial is not stopped in ${known(power)} of repetitions`);
    expect(text).toContain(`exactly at the limit of 35.0 % it would not be stopped in ${known(typeIError)}`);
    expect(text).toContain(
      `Interim looks stop the trial in ${known(stopping!.probability)} of repetitions for harm; on average ${knownMean(expectedSampleSize)} of 120 patients`,
    );
    expect(text).not.toMatch(/>Type I error|usual 80 %|undefined|NaN/);
    expect(
      tableOf(page, 'Course of the trial')
        .slice(0, 3)
        .map(([, what]) => what),
    ).toEqual(['stopped early', 'patients enrolled, mean', 'months to the decision, mean']);
    const rows = tableOf(page, 'Looks');
    expect(rows).toHaveLength(60);
    expect(rows[11].slice(0, 2)).toEqual(['asPlanned', '120']);
    expect(rows[11].slice(4, 6)).toEqual(cells(stopping!.probability).slice(0, 2));
    for (const cited of [
      'Interim rule: toxicityStop',
      'Schultz, Nichol',
      'the trial succeeds if it runs to its end',
    ])
      expect(text.toLowerCase()).toContain(cited.toLowerCase());
  });

  it('claims in order: the first is success, each verdict has its row', async () => {
    const ordered = await makeResult(IN_ORDER);
    const page = (await renderReport(ordered)).html;
    expect(page).toContain('The trial succeeds if its first claim passes');
    expect(page).toContain('the trial shows its first claim in');
    expect(page).toMatch(/<ol><li>local control.*<\/li><li>not stopped early/);
    expect(page).toContain('Maurer, Hothorn');
    expect(
      tableOf(page, 'Course of the trial')
        .slice(0, 4)
        .map(([, what]) => what),
    ).toEqual(['stopped early', '… for futility', '… for harm', 'patients enrolled, mean']);
    expect(page).not.toMatch(/undefined|NaN/);
  });

  it('three claims: exact values by multinomial enumeration; one arm: by every count', async () => {
    const three = await makeResult(THREE_CLAIMS);
    expect((await renderReport(three)).html).toContain('multinomial probabilities');
    expect(three.truths[0].operatingCharacteristics.power.exact).toBeDefined();
    expect((await renderReport(await makeResult(SINGLE_ARM))).html).toContain('enumerating every count,');
  });

  it('stated rates: no schedules, no cohort', async () => {
    const page = (await renderReport(await makeResult(STATED_RATES))).html;
    expect(page).not.toMatch(/Fowler|Boag|undefined|NaN|>null|null</);
    expect(page).toContain('none stated');
  });
});
