import { comparisonHeadline } from '../comparison-headline.ts';
import type { Markup } from '../markup.ts';
import type { NamedResult } from '../named-result.ts';
import { best, known } from '../numbers.ts';
import { scenarioDifferences } from '../scenario-differences.ts';
import { successWords } from '../success-words.ts';
import { opening } from './opening.ts';

/** Which of the results succeeds most often once what is not known is drawn; those that print alike share the place. */
function assuranceSentence(results: readonly NamedResult[]): string[] {
  const drawn = results.flatMap(({ name, result: { assurance } }) =>
    assurance ? [{ name, assurance }] : [],
  );
  // One alone is not the most of any
  if (drawn.length < 2) return [];
  const most = known(drawn.toSorted((a, b) => best(b.assurance) - best(a.assurance))[0].assurance);
  const first = drawn.filter(({ assurance }) => known(assurance) === most).map(({ name }) => name);
  const single = `${first[0]} succeeds most often`;
  const shared = `${new Intl.ListFormat('en-GB').format(first)} succeed ${first.length === drawn.length ? 'equally' : 'most'} often`;
  return [
    `Over the worlds, which also draw what is not known, ${first.length === 1 ? single : shared}: ${most} (assurance).`,
  ];
}

/** Whose success is no claim passed. */
function completionSentence(results: readonly NamedResult[]): string[] {
  const completing = results.filter(({ result }) => successWords(result).isCompletion);
  if (completing.length === 0) return [];
  const names = completing.map(({ name }) => name).join(', ');
  return [`Power is here the probability of running to the end without being stopped: ${names}.`];
}

/** Where one scenario was run with other random numbers, or more of them, what differs is chance. */
function chanceSentence(results: readonly NamedResult[]): string[] {
  const differing = scenarioDifferences(results).map(({ path }) => path);
  if (differing.length === 0) return ['All are of one scenario with one seed.'];
  return differing.every((path) => /^(seed$|simulation\.)/.test(path))
    ? [
        'All are of one scenario but for seed and numbers of replicates: what differs between them is Monte Carlo error.',
      ]
    : [];
}

/** What the results say beside each other, for the minute reader. */
export function comparisonSummarySection(results: readonly NamedResult[]): Markup {
  const titles = new Set(results.map(({ result }) => result.scenario.title));
  const [{ result: first }] = results;
  return opening({
    kind: `${results.length} simulated trials side by side`,
    title: titles.size === 1 ? first.scenario.title : `${results.length} trials side by side`,
    question: titles.size === 1 ? first.scenario.question : null,
    answer: [
      `${comparisonHeadline(results)}.`,
      ...assuranceSentence(results),
      ...completionSentence(results),
      ...chanceSentence(results),
    ],
    care: 'These are consequences of stated assumptions, not findings about patients.',
    warnings: results.flatMap(({ name, result }) => result.warnings.map((warning) => `${name}: ${warning}`)),
  });
}
