import type { Answer } from '../calculators/definition.ts';
import type { Sample } from '../difference-intervals/definition.ts';
import { differenceIntervals } from '../difference-intervals/index.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { fisherPValue } from '../fisher-p-value.ts';
import { percentWords } from '../percent-words.ts';

/** Every interval of a difference, first − second, and Fisher's two-sided p-value. */
export function differenceIntervalAnswer(first: Sample, second: Sample, level: number): Answer {
  const difference = first.events / first.size - second.events / second.size;
  const found = Object.entries(differenceIntervals).map(([name, { label, interval }]) => ({
    name,
    label,
    limits: interval(first, second, level),
  }));
  const fisherTwoSidedP = fisherPValue({
    controlSuccesses: second.events,
    controlSize: second.size,
    experimentalSuccesses: first.events,
    experimentalSize: first.size,
  });
  const [low, high] = differenceIntervals.newcombe.interval(first, second, level);
  const words = ({ events, size }: Sample): string => `${events} of ${size}`;
  return {
    variant: [
      'First minus second sample.',
      ...Object.values(differenceIntervals).map(
        ({ label, summary, reference }) => `${label}: ${summary} ${reference}.`,
      ),
    ],
    rows: [
      { label: 'Observed difference', kind: 'probability', exact: difference },
      ...found.map(
        ({ label, limits: [lower, upper] }) =>
          ({ label, kind: 'probability', low: lower, high: upper }) as const,
      ),
      { label: 'p of Fisher’s exact test, two-sided', kind: 'number', exact: fisherTwoSidedP },
    ],
    numbers: {
      difference,
      level,
      ...Object.fromEntries(found.map(({ name, limits }) => [name, limits])),
      fisherTwoSidedP,
    },
    sentence: `The event was seen in ${words(first)} against ${words(second)} patients, a difference of ${exactPercentWords(difference)}, first minus second (${percentWords(level)} Newcombe interval ${exactPercentWords(low)} to ${exactPercentWords(high)}).`,
  };
}
