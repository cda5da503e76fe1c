import type { Found, SolveResult } from '../study/size/size-result.ts';
import { percentWords } from '../trial/percent-words.ts';
import { exactly, percent, withError } from './numbers.ts';
import { paddedTable } from './padded-table.ts';
import { wrapLines } from './wrap-lines.ts';

const short = (value: number): string => String(Number(value.toPrecision(4)));
const inFull = (value: number): string => String(Number(value.toPrecision(8)));

/** A solved value in a table. */
function valueCell(found: Found): string {
  if (found.kind === 'none') return 'none';
  if (found.kind === 'exact') return inFull(found.smallest);
  const [low, high] = found.interval;
  return `${short(found.estimate)} (${short(low)} to ${short(high)})`;
}

const reachedCell = (found: Found): string =>
  found.kind === 'none'
    ? ''
    : found.kind === 'exact'
      ? `${percent(found.reached, 2)} %`
      : withError(found.reached);

/** Why there is none, where there is none. */
function reasons(found: readonly [name: string, found: Found][]): string[] {
  return found.flatMap(([name, one]) => (one.kind === 'none' ? [`${name}: none; ${one.reason}.`] : []));
}

/** The answer of `isoeffect size --solve` for a terminal. */
export function solveText(result: SolveResult): string[] {
  const { scenario, solved, truths, power, overWorlds } = result;
  const unit = solved.unit === '' ? '' : ` ${solved.unit}`;
  const hasAlone = truths.some(({ alone }) => alone);
  const hasFormula = truths.some(({ formula }) => formula);
  const rows = truths.map(({ name, stated, found, formula, alone }) => [
    name,
    withError(stated),
    exactly(stated, 1),
    valueCell(found),
    reachedCell(found),
    ...(hasFormula ? [formula ? valueCell(formula) : ''] : []),
    ...(alone
      ? [
          withError(alone.stated),
          valueCell(alone.found),
          reachedCell(alone.found),
          alone.formula ? valueCell(alone.formula) : '',
        ]
      : []),
  ]);
  const at = `power at ${short(solved.stated)}`;
  return [
    scenario.title,
    '',
    ...wrapLines(
      `${solved.path}, ${short(solved.stated)}${unit} as stated, for ${percentWords(power)} power${hasAlone ? `: of the whole design, and of its claim alone (${truths[0].alone!.claim})` : ''}.`,
    ),
    '',
    ...paddedTable([
      [
        'Truth',
        at,
        'exact',
        'value',
        'power there',
        ...(hasFormula ? ['by formula'] : []),
        ...(hasAlone ? [`alone ${at}`, 'value', 'power there', 'by formula'] : []),
      ],
      ...rows,
    ]),
    ...reasons(truths.map(({ name, found }) => [name, found])).flatMap((line) => wrapLines(line)),
    ...(overWorlds ? overWorldsLines(overWorlds) : []),
  ];
}

function overWorldsLines({ name, value, stated, found }: NonNullable<SolveResult['overWorlds']>): string[] {
  const what = name === 'assurance' ? 'success' : 'success with the claim true';
  const answer =
    found.kind === 'none' ? `none; ${found.reason}` : `${valueCell(found)}: ${reachedCell(found)}`;
  return [
    '',
    ...wrapLines(
      `For ${percentWords(value)} ${what} over the worlds (${withError(stated)} as stated): ${answer}.`,
    ),
  ];
}
