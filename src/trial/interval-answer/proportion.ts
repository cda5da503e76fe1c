import { binomialProbabilities } from '../../numeric/binomial-probabilities.ts';
import type { Answer } from '../calculators/definition.ts';
import type { Sample } from '../difference-intervals/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import type { IntervalDefinition } from '../intervals/definition.ts';
import { intervals } from '../intervals/index.ts';
import { percentWords } from '../percent-words.ts';

/** Probability that an interval holds the true rate. */
function coverage({ interval }: IntervalDefinition, size: number, rate: number, level: number): number {
  const { first, probabilities } = binomialProbabilities(size, rate);
  return probabilities.reduce((sum, probability, i) => {
    const [low, high] = interval(first + i, size, level);
    return low <= rate && rate <= high ? sum + probability : sum;
  }, 0);
}

/** Every interval of a rate, each with its coverage were the true rate the one observed, which has none at 0 or 1. */
export function proportionIntervalAnswer({ events, size }: Sample, level: number): Answer {
  const rate = events / size;
  const isInterior = events > 0 && events < size;
  const found = Object.entries(intervals).map(([name, definition]) => ({
    name,
    label: definition.label,
    limits: definition.interval(events, size, level),
    ...(isInterior && { coverage: coverage(definition, size, rate, level) }),
  }));
  const [low, high] = intervals.wilson.interval(events, size, level);
  return {
    variant: [
      ...Object.values(intervals).map(
        ({ label, summary, reference }) => `${label}: ${summary} ${reference}.`,
      ),
      isInterior
        ? 'Nominal and exact: the level asked for, and the coverage if the true rate were the one observed.'
        : 'Nominal: the level asked for. There is no exact coverage beside it: with a true rate like the one observed, no other count could be seen.',
    ],
    rows: [
      { label: 'Observed rate', kind: 'probability', exact: rate },
      ...found.map(
        ({ label, limits: [lower, upper], coverage: exact }) =>
          ({
            label,
            kind: 'probability',
            low: lower,
            high: upper,
            nominal: level,
            ...(exact !== undefined && { exact }),
          }) as const,
      ),
    ],
    numbers: {
      rate,
      level,
      ...Object.fromEntries(found.map(({ name, limits }) => [name, limits])),
      ...(isInterior && {
        coverage: Object.fromEntries(found.map(({ name, coverage: exact }) => [name, exact])),
      }),
    },
    sentence: `The event was seen in ${events} of ${size} patients (${exactPercentWords(rate)}; ${percentWords(level)} Wilson score interval ${exactPercentWords(low)} to ${exactPercentWords(high)}).`,
  };
}
