import { costOf } from './cost-model.ts';
import { type Efficiency, SHARDS_PER_CORE, STUDIES } from './efficiency.ts';
import { ASSUMED } from './fleet.ts';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');

/** 10ⁿ. */
const power = (value: number): string =>
  `10${[...String(Math.round(Math.log10(value)))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
/** Two significant digits, without an exponent. */
const short = (value: number): string => Number(value.toPrecision(2)).toLocaleString('en-GB');
const duration = (seconds: number): string =>
  seconds < 120
    ? `${short(seconds)} s`
    : seconds < 7200
      ? `${short(seconds / 60)} min`
      : `${short(seconds / 3600)} h`;
const bytes = (count: number): string =>
  count < 1e12 ? `${short(count / 1e9)} GB` : `${short(count / 1e12)} TB`;
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** What studies cost where nothing is lost. */
export function costTable(): string {
  const rows = [1e10, 1e11, 1e12, 1e13, 1e14].map((patients) => {
    const cost = costOf(patients, ASSUMED.cores);
    return [
      power(patients),
      short(cost.coreHours),
      duration(costOf(patients, 1).wallSeconds),
      duration(cost.wallSeconds),
      bytes(cost.checkpointBytes),
      short(cost.kilowattHours),
    ];
  });
  const head = ['patients', 'core-hours', 'one core', '1,000 cores', 'checkpoints', 'kWh'];
  return table(head, rows);
}

/** Makespan and efficiency by shards a core. */
export function efficiencyTable(found: readonly Efficiency[]): string {
  const of = (patients: number, shardsPerCore: number): Efficiency[] =>
    found.filter((row) => row.patients === patients && row.shardsPerCore === shardsPerCore);
  const rows = STUDIES.flatMap((patients) =>
    SHARDS_PER_CORE.map((shardsPerCore) => [
      power(patients),
      String(shardsPerCore),
      ...of(patients, shardsPerCore).flatMap(({ makespanSeconds, efficiency, low, high }) => [
        duration(makespanSeconds),
        `${percent(efficiency)} (${percent(low)} to ${percent(high)})`,
      ]),
    ]),
  );
  return table(['patients', 'shards a core', 'static', 'of ideal', 'dynamic', 'of ideal'], rows);
}

/** The page with each part between its markers replaced. @throws RangeError if it has no such markers */
export function withParts(page: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new RangeError(`invalid page: no ${start} … ${end} (must hold both)`);
    return `${text.slice(0, from + start.length)}\n\n${part}\n\n${text.slice(to)}`;
  }, page);
}
