import type { AdoptionResult } from '../engine/adoption-result.ts';
import type { RunResult } from '../engine/result.ts';
import type { Estimate } from '../numeric/monte-carlo.ts';
import { percentWords } from '../trial/percent-words.ts';
import { liveDesign } from './live-design.ts';
import { exactly, withError } from './numbers.ts';
import { paddedTable } from './padded-table.ts';
import { wrapLines } from './wrap-lines.ts';

/** The question that thresholds of adoption answer, as a heading. */
export const ADOPTION_QUESTION = 'Would it change practice?';

/** One thing that may happen under a truth. */
export interface AdoptionRow {
  readonly truth: string;
  readonly what: string;
  readonly estimate: Estimate;
}

const ALL = 'all of these together';

/** Each criterion, and all together where there are several, under each truth; none where the design asks for none. */
export function adoptionRows({ truths }: RunResult): AdoptionRow[] {
  return truths.flatMap(({ name: truth, operatingCharacteristics: { adoption } }) => {
    if (!adoption) return [];
    const { criteria, all } = adoption;
    return [
      ...criteria.map(({ sentence: what, met: estimate }) => ({ truth, what, estimate })),
      ...(criteria.length > 1 ? [{ truth, what: ALL, estimate: all }] : []),
    ];
  });
}

/** What the numbers are, in a sentence or more. */
export function adoptionNote(result: RunResult): string {
  const { claims, rules, sequential } = liveDesign(result);
  const arm = result.arms.length > 1 ? 'the experimental arm' : 'the arm';
  const looks = rules.length > 0 || sequential;
  const stopped = looks ? ' A trial that stops for harm or futility meets none.' : '';
  const timed = claims.some((claim) => 'times' in claim)
    ? ' Rates are shares of all patients, as if each were followed to the endpoint’s time.'
    : '';
  return `Probability that the rate observed in ${arm} is one that would do, whatever the trial shows.${stopped}${timed}`;
}

/** Who named each criterion, in a sentence each; none where nothing is said. */
export function adoptionSources({ criteria }: AdoptionResult): string[] {
  return criteria.flatMap(({ sentence, acceptedBy, source }) => {
    const accepted = acceptedBy === undefined ? '' : `accepted by ${percentWords(acceptedBy)} of those asked`;
    const words = [accepted, source ?? ''].filter((part) => part !== '').join('; ');
    const opening = sentence.charAt(0).toUpperCase() + sentence.slice(1);
    return words === '' ? [] : [`${opening}: ${words}.`];
  });
}

/** Whether observed rates would change practice, for a terminal; nothing where the design does not ask. */
export function adoptionLines(result: RunResult): string[] {
  const rows = adoptionRows(result);
  const asked = result.truths[0].operatingCharacteristics.adoption;
  if (!asked) return [];
  return [
    '',
    ...wrapLines(`${ADOPTION_QUESTION} ${adoptionNote(result)}`),
    ...paddedTable([
      ['Truth', 'Observed', 'simulated', 'exact'],
      ...rows.map(({ truth, what, estimate }) => [truth, what, withError(estimate), exactly(estimate)]),
    ]),
    ...adoptionSources(asked).flatMap((line) => wrapLines(line)),
  ];
}
