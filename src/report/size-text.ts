import type { Analysis } from '../study/size/analysis.ts';
import type { SizedAnalyses, SizedTruth, SizeResult } from '../study/size/size-result.ts';
import { foundCell } from './found-words.ts';
import { exactly, grouped, percent, withError } from './numbers.ts';
import { paddedTable } from './padded-table.ts';
import { sizeAnswer } from './size-answer.ts';
import { unbroken } from './unbroken.ts';
import { wrapLines } from './wrap-lines.ts';

const DASH = '–';

/** What each truth asks for: power of the stated size, and the size for the target. */
function truthTable({ truths, solved, power }: SizeResult): string[] {
  const target = `${Number((100 * power).toPrecision(4))} %`;
  const hasFormula = truths.some(({ formula }) => formula);
  const hasDose = truths.some(({ arms }) => arms.some(({ eqd2Gy }) => eqd2Gy !== undefined));
  const rates = truths[0].arms.map(({ name }) => name);
  const table = paddedTable([
    [
      'Truth',
      ...(hasDose ? ['α/β', 'EQD2, Gy'] : []),
      ...rates,
      `power of ${grouped(solved.stated)}`,
      'exact',
      ...(hasFormula ? ['formula', 'n, formula'] : []),
      'n',
    ],
    ...truths.map((truth) => truthRow(truth, hasDose, hasFormula)),
  ]);
  return [...table, `n: ${solved.unit} for ${target} power.`];
}

function truthRow(truth: SizedTruth, hasDose: boolean, hasFormula: boolean): string[] {
  const { name, alphaBetaGy, arms, power, formula, found } = truth;
  const doses = arms.map(({ eqd2Gy }) => (eqd2Gy === undefined ? DASH : eqd2Gy.toFixed(1)));
  return [
    name,
    ...(hasDose
      ? [alphaBetaGy === undefined ? DASH : String(Number(alphaBetaGy.toPrecision(3))), doses.join(' / ')]
      : []),
    ...arms.map(({ rates }) =>
      Object.values(rates)
        .map((rate) => `${percent(rate)} %`)
        .join(', '),
    ),
    withError(power),
    exactly(power, 1),
    ...(hasFormula
      ? [
          formula ? `${percent(formula.power)} %` : DASH,
          formula?.size === undefined ? DASH : formula.size.toFixed(1),
        ]
      : []),
    foundCell(found),
  ];
}

/** What each analysis asks for, in patients of both arms. */
function analysesLines({ claim, plan, followUp, analyses }: SizedAnalyses): string[] {
  const heading = `${claim[0].toUpperCase()}${claim.slice(1)}, ${plan}: patients in all.`;
  const assumed =
    followUp?.isAssumed === true
      ? ' Of accrual and follow-up of the log-rank lines, what the design does not state in years is assumed.'
      : '';
  const notes = [...new Set(analyses.flatMap(({ label, note }) => (note ? [`${label}: ${note}.`] : [])))];
  return [
    '',
    ...wrapLines(`${heading}${assumed}`),
    ...paddedTable([
      ['', 'patients', 'formula', 'events', 'power', 'type I', 'worst', 'smallest', 'stays from'],
      ...analyses.map(analysisRow),
    ]),
    ...wrapLines(
      'Patients by formula, rounded up; their exact power and type I error, and the worst at any control rate; the smallest number by exact search, and that from which power stays.',
    ),
    ...notes.flatMap((note) => wrapLines(note)),
  ];
}

function analysisRow({ label, formula, exact }: Analysis): string[] {
  const share = (value: number | undefined): string => (value === undefined ? DASH : `${percent(value)} %`);
  return [
    label,
    formula ? grouped(formula.patients) : DASH,
    formula ? formula.unrounded.toFixed(1) : DASH,
    formula?.events === undefined ? DASH : formula.events.toFixed(1),
    share(exact?.power),
    share(exact?.typeIError),
    share(exact?.worstTypeIError),
    exact ? grouped(exact.smallest) : DASH,
    exact?.lasting === undefined ? DASH : grouped(exact.lasting),
  ];
}

/** Sizes of the table of assurance: a few of those that the curve has. */
const SHARES = [0.25, 0.5, 1, 2, 4];

function assuranceLines({ assurance, solved, ceiling, worlds }: SizeResult): string[] {
  if (!ceiling) return [];
  const nearest = (size: number) =>
    assurance.reduce((a, b) => (Math.abs(b.size - size) < Math.abs(a.size - size) ? b : a));
  const rows = [...new Set(SHARES.map((share) => nearest(share * solved.stated)))];
  return [
    '',
    ...paddedTable([
      [solved.unit, 'assurance', 'exact', 'claim true', 'exact', 'claim false', 'exact'],
      ...rows.map(({ size, assurance: all, successAndTrue, successAndFalse }) => [
        grouped(size),
        ...[all, successAndTrue, successAndFalse].flatMap((value) => [withError(value), exactly(value, 1)]),
      ]),
    ]),
    `Over ${grouped(worlds)} worlds; ceiling ${withError(ceiling)}${ceiling.exact === undefined ? '' : `, exactly ${exactly(ceiling, 1)}`}.`,
  ];
}

/** The answer of `isoeffect size` for a terminal. */
export function sizeText(result: SizeResult): string[] {
  const { scenario, analyses } = result;
  return [
    scenario.title,
    ...(scenario.question ? wrapLines(scenario.question) : []),
    '',
    ...sizeAnswer(result).flatMap((sentence) =>
      wrapLines(unbroken(`- ${sentence}`), 100, '  ').map((line) => line.replaceAll('\u00a0', ' ')),
    ),
    '',
    ...truthTable(result),
    ...analyses.flatMap(analysesLines),
    ...assuranceLines(result),
  ];
}
