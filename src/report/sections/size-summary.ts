import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import type { SizedTruth, SizeResult } from '../../study/size/size-result.ts';
import { capitalised } from '../endpoint-words.ts';
import { foundCell } from '../found-words.ts';
import { type Markup, markup } from '../markup.ts';
import { exactly, grouped, percent, withError } from '../numbers.ts';
import { sizeAnswer } from '../size-answer.ts';
import { type Column, table } from '../table.ts';
import { unbroken } from '../unbroken.ts';
import { opening } from './opening.ts';

/** A column of the table of truths: what stands in it, or nothing where no truth has it. */
interface TruthColumn extends Column {
  of(truth: SizedTruth): string | undefined;
}

const armsWords = (
  values: readonly (number | undefined)[],
  say: (value: number) => string,
): string | undefined =>
  values.some((value) => value === undefined) ? undefined : values.map((value) => say(value!)).join(' / ');

function columnsOf({ truths, solved, power }: SizeResult): TruthColumn[] {
  const names = Object.keys(truths[0].arms[0].rates) as EndpointName[];
  const stated = `Power of the stated ${grouped(solved.stated)}`;
  const columns: TruthColumn[] = [
    {
      heading: 'α/β (Gy)',
      isNumber: true,
      of: ({ alphaBetaGy }) =>
        alphaBetaGy === undefined ? undefined : String(Number(alphaBetaGy.toFixed(2))),
    },
    {
      heading: 'EQD2 (Gy)',
      isNumber: true,
      of: ({ arms }) =>
        armsWords(
          arms.map(({ eqd2Gy }) => eqd2Gy),
          (dose) => dose.toFixed(1),
        ),
    },
    ...names.map(
      (name): TruthColumn => ({
        heading: `${capitalised(endpoints[name].label)} (%)`,
        isNumber: true,
        of: ({ arms }) =>
          armsWords(
            arms.map(({ rates }) => rates[name]),
            (rate) => percent(rate),
          ),
      }),
    ),
    { heading: 'Claim true', of: ({ isTrue }) => (isTrue ? 'yes' : 'no') },
    { heading: stated, isNumber: true, of: ({ power: found }) => withError(found) },
    {
      heading: 'Exact',
      isNumber: true,
      of: ({ power: { exact, ...rest } }) => (exact === undefined ? undefined : exactly({ ...rest, exact })),
    },
    {
      heading: 'Usual formula',
      isNumber: true,
      of: ({ formula }) => formula && `${percent(formula.power)} %`,
    },
    {
      heading: `${capitalised(solved.unit)} for ${Number(percent(power))} %`,
      of: ({ found }) => foundCell(found),
    },
  ];
  return columns.filter(({ of }) => truths.some((truth) => of(truth) !== undefined));
}

function truthsTable(result: SizeResult): Markup {
  const columns = columnsOf(result);
  const rows = result.truths.map((truth) => [
    truth.name,
    ...columns.map(({ of }) => unbroken(of(truth) ?? '–')),
  ]);
  return table('What each truth asks for', [{ heading: 'Truth' }, ...columns], rows);
}

/** What the columns of the table mean, as far as they are there. */
function notes({ truths }: SizeResult): string {
  const [{ arms, formula }] = truths;
  return [
    ...(arms.length > 1
      ? [
          `Values of ${arms.length === 2 ? 'two' : arms.length} arms: ${arms.map(({ name }) => name).join(' / ')}.`,
        ]
      : []),
    ...(truths.some(({ found }) => found.kind === 'exact')
      ? ['A size is that from which every larger one has the power, as far as was searched.']
      : []),
    ...(truths.some(({ found }) => found.kind === 'simulated')
      ? ['A size with an interval is simulated: the upper end of its 95 % interval.']
      : []),
    ...(formula ? [`The usual formula: ${formula.label}.`] : []),
  ].join(' ');
}

/** The page for the minute reader: title, question, answer, what each truth asks for, warnings. */
export function sizeSummarySection(result: SizeResult): Markup {
  const { title, question } = result.scenario;
  return markup`${opening({
    kind: 'how large a trial must be',
    title,
    question,
    answer: sizeAnswer(result),
    care: 'These are consequences of stated assumptions, not findings about patients.',
    warnings: result.warnings.map(capitalised),
  })}
<section aria-labelledby="truths"><h2 id="truths">What each truth asks for</h2>
${truthsTable(result)}
<p class="note">${unbroken(notes(result))}</p>
</section>`;
}
