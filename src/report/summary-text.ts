import type { RunResult, TruthResult } from '../engine/result.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import { tests } from '../trial/tests/index.ts';
import { exactly, withError } from './numbers.ts';

/** Lines of a table with padded columns. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

/** Text on lines of at most so many characters. */
function wrap(text: string, width = 100): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Rates by truth, endpoint and arm; the endpoint stands over its arms. */
function ratesTable({ truths, arms }: RunResult): string[] {
  const names = Object.keys(truths[0].arms[0].endpoints) as (keyof typeof endpoints)[];
  const columns = names.flatMap((endpoint) => arms.map((_, a) => ({ endpoint, a })));
  const rates = (truth: TruthResult): string[] =>
    columns.map(({ endpoint, a }) => withError(truth.arms[a].endpoints[endpoint]!.rate));
  return table([
    ['Truth', ...columns.map(({ endpoint, a }) => (a === 0 ? endpoints[endpoint].label : ''))],
    ['', ...columns.map(({ a }) => arms[a].name)],
    ...truths.map((truth) => [truth.name, ...rates(truth)]),
  ]);
}

function powerTable({ truths }: RunResult): string[] {
  return table([
    ['Truth', 'power, simulated', 'exact', 'type I error, simulated', 'exact'],
    ...truths.map(({ name, operatingCharacteristics: { power, typeIError } }) => [
      name,
      withError(power),
      exactly(power),
      withError(typeIError),
      exactly(typeIError),
    ]),
  ]);
}

/** The answer of a run for a terminal, within 100 columns; numbers after ± are Monte Carlo standard errors. */
export function summaryText(result: RunResult): string[] {
  const arms = result.arms.map(({ name, n, schedule, eqd2Gy }) => [
    `${name}:`,
    `${n} patients`,
    schedule ?? '',
    eqd2Gy === null ? '' : `EQD2 ${eqd2Gy.toFixed(1)} Gy`,
  ]);
  const claims = result.claims
    .map(({ sentence, test }) => `${sentence} (${tests[test].label})`)
    .join('; and ');
  return [
    result.scenario.title,
    ...(result.scenario.question ? wrap(result.scenario.question) : []),
    '',
    ...table(arms),
    ...wrap(`Success: ${claims}.`),
    '',
    ...ratesTable(result),
    '',
    ...powerTable(result),
    ...assuranceLines(result),
  ];
}

function assuranceLines({ assurance, worlds }: RunResult): string[] {
  if (!assurance) return [];
  const exact = (of: { exact?: number }): string =>
    of.exact === undefined ? '' : ` (exact ${exactly(of as never)})`;
  return [
    '',
    `Assurance ${withError(assurance)}${exact(assurance)} over ${worlds} worlds; ceiling ${withError(assurance.ceiling)}${exact(assurance.ceiling)}.`,
    `Success with the claim true ${withError(assurance.successAndTrue)}; with it false ${withError(assurance.successAndFalse)}.`,
  ];
}
