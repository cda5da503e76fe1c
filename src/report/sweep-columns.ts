import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { QuantityName } from '../study/sweep/cell-quantity.ts';
import type { SweepResult, SweepRow } from '../study/sweep/sweep-result.ts';
import { capitalised } from './endpoint-words.ts';
import { exactly, meanExactly, meanWithError, signedWithError, withError } from './numbers.ts';
import { successWords } from './success-words.ts';
import type { SweptCase } from './sweep-rows.ts';

/** A quantity of a table of cells: its heading, and what stands in the one to three columns below it. */
export interface SweepColumn {
  readonly heading: string;
  /** Headings of the columns after the first. */
  readonly further: readonly string[];
  cells(swept: SweptCase): string[];
}

/** How a kind of quantity is written. */
interface Style {
  simulated(row: SweepRow): string;
  exact(row: SweepRow): string;
  difference?(row: SweepRow): string;
}

const NOTHING = '–';
const share: Style = { simulated: withError, exact: exactly };
const mean: Style = { simulated: meanWithError, exact: meanExactly };
const compared: Style = {
  ...share,
  difference: ({ difference, differenceMcse }) =>
    difference === undefined ? NOTHING : signedWithError(difference, differenceMcse!),
};

/** A column of a quantity; undefined where no cell has it. */
function column(
  cases: readonly SweptCase[],
  [quantity, of]: readonly [QuantityName, string],
  heading: string,
  style: Style,
): SweepColumn | undefined {
  const rows = cases.flatMap((swept) => swept.row(quantity, of) ?? []);
  if (rows.length === 0) return undefined;
  const hasExact = rows.some(({ exact }) => exact !== undefined);
  const hasDifference = style.difference && rows.some(({ difference }) => difference !== undefined);
  return {
    heading,
    further: [...(hasExact ? ['exact'] : []), ...(hasDifference ? ['against the first'] : [])],
    cells: (swept) => {
      const row = swept.row(quantity, of);
      const say = (write: (row: SweepRow) => string): string => (row ? write(row) : NOTHING);
      return [
        say(style.simulated),
        ...(hasExact ? [say(style.exact)] : []),
        ...(hasDifference ? [say(style.difference!)] : []),
      ];
    },
  };
}

const doses: Style = { simulated: ({ estimate }) => estimate.toFixed(1), exact: () => '' };

/** EQD2 needs no second column: it is no estimate. */
function doseColumns(cases: readonly SweptCase[], arms: readonly string[]): (SweepColumn | undefined)[] {
  return arms.map((arm) => {
    const found = column(cases, ['eqd2Gy', arm], `EQD2 (Gy), ${arm}`, doses);
    return found && { ...found, further: [], cells: (swept) => found.cells(swept).slice(0, 1) };
  });
}

/** Stops and the patients they leave; a trial that always runs to its end has nothing to tell. */
function courseColumns(cases: readonly SweptCase[]): (SweepColumn | undefined)[] {
  const stopped = column(cases, ['stopped', ''], 'stopped early', share);
  return stopped ? [stopped, column(cases, ['expectedSampleSize', ''], 'patients', mean)] : [];
}

/** The main quantities of every cell, in the order of the table. */
export function sweepColumns(result: SweepResult, cases: readonly SweptCase[]): SweepColumn[] {
  const arms = result.arms.map(({ name }) => name);
  const { power, typeIError } = successWords(result);
  const named = [
    ...new Set(result.rows.flatMap(({ quantity, of }) => (quantity === 'rate' ? [of.split(' ')[1]] : []))),
  ];
  const label = (endpoint: string): string => endpoints[endpoint as EndpointName].label;
  const testedArms = result.claims.flatMap(({ arm }) => arm ?? []);
  const columns = [
    ...doseColumns(cases, arms),
    ...named.flatMap((endpoint) => [
      ...arms.map((arm) =>
        column(cases, ['rate', `${arm} ${endpoint}`], `${label(endpoint)}, ${arm}`, share),
      ),
    ]),
    column(cases, ['power', ''], power, compared),
    ...testedArms.map((arm) => column(cases, ['power', arm], `${power}, ${arm}`, share)),
    column(cases, ['typeIError', ''], typeIError, share),
    column(cases, ['familywiseError', ''], 'familywise error', share),
    ...testedArms.map((arm) => column(cases, ['dropped', arm], `dropped, ${arm}`, share)),
    ...courseColumns(cases),
    column(cases, ['expectedMonths', ''], 'months', mean),
    column(cases, ['assurance', ''], 'assurance', compared),
    column(cases, ['ceiling', ''], 'ceiling', share),
  ];
  return columns.flatMap((found) => (found ? [{ ...found, heading: capitalised(found.heading) }] : []));
}
