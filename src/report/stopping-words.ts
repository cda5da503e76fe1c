import type { Course, OperatingCharacteristics, RunResult } from '../engine/result.ts';
import { type Verdict, verdicts } from '../trial/rules/definition.ts';
import { best, known, knownMean } from './numbers.ts';

type Stopping = NonNullable<Course['stopping']>;

/** The verdicts by which trials are ever stopped, under any of the truths. */
export function verdictsOf(truths: readonly { readonly operatingCharacteristics: Course }[]): Verdict[] {
  return verdicts.filter((verdict) =>
    truths.some(
      ({ operatingCharacteristics: { stopping } }) => stopping && best(stopping.byVerdict[verdict]) > 0,
    ),
  );
}

function byVerdict(stopping: Stopping, occurring: readonly Verdict[]): string {
  if (occurring.length === 0) return '';
  if (occurring.length === 1) return ` for ${occurring[0]}`;
  return ` (${occurring.map((verdict) => `${known(stopping.byVerdict[verdict])} for ${verdict}`).join(', ')})`;
}

function monthsOf({ expectedMonths }: OperatingCharacteristics): string {
  return expectedMonths ? `${knownMean(expectedMonths)} months after opening` : '';
}

/** What looks and accrual do to the trial as planned, in a sentence; empty where there are neither. */
export function stoppingSentence({ truths, arms }: RunResult): string {
  const [planned] = truths;
  const { stopping, expectedSampleSize } = planned.operatingCharacteristics;
  const months = monthsOf(planned.operatingCharacteristics);
  if (!stopping) return months === '' ? '' : `The decision comes ${months} on average.`;
  const size = arms.reduce((sum, { n }) => sum + n, 0);
  const lead = `Interim looks stop the trial in ${known(stopping.probability)} of repetitions${byVerdict(stopping, verdictsOf([planned]))}`;
  const enrolled = `on average ${knownMean(expectedSampleSize)} of ${size} patients are enrolled by the decision`;
  return `${lead}; ${enrolled}${months === '' ? '' : `, which comes ${months}`}.`;
}
