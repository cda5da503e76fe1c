import { pathLabels } from '../../study/sweep/path-words.ts';
import type { SweepResult } from '../../study/sweep/sweep-result.ts';
import { capitalised } from '../endpoint-words.ts';
import type { Markup } from '../markup.ts';
import { grouped } from '../numbers.ts';
import { sweepHeadline } from '../sweep-headline.ts';
import { opening } from './opening.ts';

/** Answers that a minute reader reads; the table of tipping points has them all. */
const MOST_ANSWERS = 6;

/** The page for the minute reader: what was varied, where the answer turns, warnings. */
export function sweepSummarySection(result: SweepResult): Markup {
  const { scenario, answers, cells, paths, warnings } = result;
  const varied = pathLabels(paths.map(({ path }) => path)).join(' and ');
  const size = `${grouped(cells.length)} cells with the same random numbers, in which ${varied} ${paths.length > 1 ? 'vary' : 'varies'}.`;
  const headline = sweepHeadline(result);
  const told = answers.length > 0 || !headline ? answers.slice(0, MOST_ANSWERS) : [`${headline}.`];
  return opening({
    kind: 'a sweep over a scenario',
    title: scenario.title,
    question: scenario.question,
    answer: [...told, size],
    care: 'Where a truth lies on these axes is not known from this sweep.',
    warnings: warnings.map(capitalised),
  });
}
