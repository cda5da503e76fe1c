import type { ComparisonsResult } from '../engine/comparisons-result.ts';
import type { RunResult, Success, TruthResult } from '../engine/result.ts';
import type { Estimate } from '../numeric/monte-carlo.ts';
import { competingCounts, competingWords } from '../outcomes/competing-rates.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import { adoptionLines } from './adoption-text.ts';
import { burdenLines } from './burden-text.ts';
import { armPrefix, comparisonLead, comparisonsOf, levelSentence } from './comparison-words.ts';
import { competingTimeWords } from './competing-time-words.ts';
import { courseLines } from './course-text.ts';
import { decidingTypeIError } from './deciding-type-i-error.ts';
import { findingSentence } from './finding-sentence.ts';
import { headText } from './head-text.ts';
import { liveDesign } from './live-design.ts';
import { exactly, withError } from './numbers.ts';
import { paddedTable } from './padded-table.ts';
import { conductSentences } from './sequential-words.ts';
import { successWords } from './success-words.ts';
import { testWords } from './test-words.ts';
import { timesLines } from './times-text.ts';
import { truthTables } from './truth-tables.ts';
import { wrapLines } from './wrap-lines.ts';

/** Endpoints that stand beside each other in a table of 100 columns. */
const ENDPOINTS_A_TABLE = 2;

/** Rates by truth, endpoint and arm, two endpoints a table. */
function ratesTables(result: RunResult): string[] {
  const names = Object.keys(result.truths[0].arms[0].endpoints) as (keyof typeof endpoints)[];
  const tables = Array.from({ length: Math.ceil(names.length / ENDPOINTS_A_TABLE) }, (_, i) =>
    ratesTable(result, names.slice(i * ENDPOINTS_A_TABLE, (i + 1) * ENDPOINTS_A_TABLE)),
  );
  return tables.flatMap((table, i) => (i === 0 ? table : ['', ...table]));
}

/** Rates by truth, endpoint and arm; the endpoint stands over its arms. */
function ratesTable({ truths, arms }: RunResult, names: readonly (keyof typeof endpoints)[]): string[] {
  const columns = names.flatMap((endpoint) => arms.map((_, a) => ({ endpoint, a })));
  const rates = (truth: TruthResult): string[] =>
    columns.map(({ endpoint, a }) => withError(truth.arms[a].endpoints[endpoint]!.rate));
  return paddedTable([
    ['Truth', ...columns.map(({ endpoint, a }) => (a === 0 ? endpoints[endpoint].label : ''))],
    ['', ...columns.map(({ a }) => arms[a].name)],
    ...truths.map((truth) => [truth.name, ...rates(truth)]),
  ]);
}

/** What death and metastasis leave to be seen of local failure, as planned. */
function competingLines(result: RunResult): string[] {
  const {
    truths: [planned],
    arms,
  } = result;
  const [first] = planned.arms;
  if (!first.competing) return [];
  const rows = competingCounts.map((count) => [
    competingWords[count],
    ...planned.arms.map(({ competing }) => withError(competing![count])),
  ]);
  return [
    '',
    ...paddedTable([[`As planned, ${competingTimeWords(result)}`, ...arms.map(({ name }) => name)], ...rows]),
  ];
}

function powerTable(result: RunResult): string[] {
  const words = successWords(result);
  return truthTables(result.truths, [
    { heading: `${words.power}, simulated`, of: (truth) => truth.operatingCharacteristics.power },
    { heading: `${words.typeIError}, simulated`, of: (truth) => decidingTypeIError(result, truth) },
  ]);
}

/** How often each later claim of a hierarchy is shown, and its type I error. */
function laterLines(result: RunResult): string[] {
  const { isHierarchical, comparisons } = liveDesign(result);
  if (!isHierarchical || comparisons) return [];
  const { typeIError } = successWords(result);
  const columns = result.claims.slice(1).flatMap(({ endpoint }) => {
    const { label } = endpoints[endpoint];
    const own = ({ operatingCharacteristics }: TruthResult): Success =>
      operatingCharacteristics.byEndpoint[endpoint]!;
    return [
      { heading: `then ${label}`, of: (truth: TruthResult) => own(truth).power },
      { heading: `its ${typeIError}`, of: (truth: TruthResult) => own(truth).typeIError },
    ];
  });
  return ['', ...truthTables(result.truths, columns)];
}

/** How often each of several arms is shown against one control, and what they do together. */
function comparisonLines(result: RunResult): string[] {
  if (!liveDesign(result).comparisons) return [];
  const of =
    (pick: (found: ComparisonsResult) => Estimate) =>
    (truth: TruthResult): Estimate =>
      pick(comparisonsOf(truth)!);
  const columns = [
    ...result.claims.flatMap(({ arm }) => [
      { heading: arm!, of: of(({ byArm }) => byArm[arm!].power) },
      { heading: 'its type I error', of: of(({ byArm }) => byArm[arm!].typeIError) },
    ]),
    { heading: 'at least one arm', of: of(({ atLeastOne }) => atLeastOne) },
    { heading: 'familywise error', of: of(({ familywiseError }) => familywiseError) },
    { heading: 'every arm', of: of(({ all }) => all) },
  ];
  return ['', ...truthTables(result.truths, columns)];
}

/** What success is, what else is claimed, and what stops the trial before. */
function claimLines(result: RunResult): string[] {
  const { isHierarchical, rules, claims, comparisons } = liveDesign(result);
  const sentences = result.claims.map(
    ({ sentence, test, arm }, i) =>
      `${armPrefix({ arm })}${sentence}${test ? ` (${testWords(result, i)})` : ''}`,
  );
  const [first, ...later] = sentences;
  const unstopped = claims.some(({ isCompletion }) => isCompletion)
    ? [successWords(result).typeIErrorNote]
    : [];
  const success = comparisons
    ? [comparisonLead(result), `${sentences.join('; ')}.`, levelSentence(result)]
    : [
        `Success: ${isHierarchical ? first : sentences.join('; and ')}.`,
        ...(isHierarchical ? later.map((sentence) => `Then, if all before is shown: ${sentence}.`) : []),
      ];
  return [
    ...success,
    ...rules.map(({ sentence }) => `Interim: ${sentence}.`),
    ...conductSentences(result),
    ...unstopped,
  ].flatMap((line) => wrapLines(line));
}

/** The answer of a run for a terminal, within 100 columns; numbers after ± are Monte Carlo standard errors. */
export function summaryText(result: RunResult): string[] {
  return [
    ...headText(result),
    ...claimLines(result),
    ...result.claims.flatMap((claim) => (claim.finding ? wrapLines(findingSentence(claim)) : [])),
    '',
    ...ratesTables(result),
    ...competingLines(result),
    '',
    ...powerTable(result),
    ...laterLines(result),
    ...comparisonLines(result),
    ...timesLines(result),
    ...courseLines(result),
    ...assuranceLines(result),
    ...adoptionLines(result),
    ...burdenLines(result),
  ];
}

function assuranceLines(result: RunResult): string[] {
  const { assurance, worlds } = result;
  if (!assurance) return [];
  const exact = (of: { exact?: number }): string =>
    of.exact === undefined ? '' : ` (exact ${exactly(of as never)})`;
  const success = successWords(result).isCompletion ? 'Not stopped' : 'Success';
  const design = liveDesign(result);
  const isHierarchical = design.isHierarchical && !design.comparisons;
  const claim = design.comparisons
    ? successWords(result).everyClaim
    : isHierarchical
      ? 'the first claim'
      : 'the claim';
  return [
    '',
    ...wrapLines(
      `Assurance${isHierarchical ? ' of the first claim' : ''} ${withError(assurance)}${exact(assurance)} over ${worlds} worlds; ceiling ${withError(assurance.ceiling)}${exact(assurance.ceiling)}.`,
    ),
    ...wrapLines(
      `${success} with ${claim} true ${withError(assurance.successAndTrue)}; with it false ${withError(assurance.successAndFalse)}.`,
    ),
  ];
}
