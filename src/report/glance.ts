import type { RunResult } from '../engine/result.ts';
import type { Estimate } from '../numeric/monte-carlo.ts';
import { comparisonsOf } from './comparison-words.ts';
import { decidingTypeIError } from './deciding-type-i-error.ts';
import { capitalised } from './endpoint-words.ts';
import { best, grouped, knownMean, percent, withError } from './numbers.ts';
import { successWords } from './success-words.ts';

/** One number that a reader in a hurry asks for. */
export interface Glance {
  readonly question: string;
  readonly value: string;
  readonly note: string;
}

/** A probability in large, and how sure it is in small. */
function shown(estimate: Estimate): { value: string; basis: string } {
  const [, error] = withError(estimate).split(' ± ');
  return {
    value: `${percent(best(estimate))} %`,
    basis: estimate.exact === undefined ? `± ${error}` : 'exact',
  };
}

function patientsGlance({ arms, truths }: RunResult): Glance {
  const { stopping, expectedSampleSize } = truths[0].operatingCharacteristics;
  const sizes = arms.map(({ n }) => grouped(n)).join(' + ');
  const total = grouped(arms.reduce((sum, { n }) => sum + n, 0));
  const stopped = stopping ? [`${knownMean(expectedSampleSize)} expected by the decision`] : [];
  const notes = [...(arms.length > 1 ? [sizes] : []), ...stopped];
  return { question: 'Patients', value: total, note: notes.join('; ') };
}

/** How often the trial errs the other way. */
function errorGlance(result: RunResult): Glance {
  const { typeIError, oneClaim } = successWords(result);
  const comparisons = comparisonsOf(result.truths[0]);
  if (comparisons) {
    const { value, basis } = shown(comparisons.familywiseError);
    return { question: 'Familywise error', value, note: `${basis}, every arm at its margin at once` };
  }
  const { value, basis } = shown(decidingTypeIError(result, result.truths[0]));
  return { question: capitalised(typeIError), value, note: `${basis}, where ${oneClaim} is just false` };
}

/** What not knowing makes of the power, and how often those in the trial would be given the worse schedule. */
function worldGlances(result: RunResult): Glance[] {
  const { assurance, worlds } = result;
  if (!assurance) return [];
  const { oneClaim, isCompletion } = successWords(result);
  const { value, basis } = shown(assurance);
  return [
    {
      question: 'Assurance',
      value,
      note: `${basis}, ${isCompletion ? 'not stopped' : 'success'} over ${grouped(worlds)} worlds`,
    },
    {
      question: `Risk that ${oneClaim} is false`,
      value: `${percent(1 - best(assurance.ceiling))} %`,
      note: `${shown(assurance.ceiling).basis}; no size succeeds rightly in more than ${shown(assurance.ceiling).value}`,
    },
  ];
}

/** The numbers of a result that are asked for first. */
export function glances(result: RunResult): Glance[] {
  const { power } = result.truths[0].operatingCharacteristics;
  const { isCompletion } = successWords(result);
  const { value, basis } = shown(power);
  return [
    patientsGlance(result),
    { question: isCompletion ? 'Not stopped, as planned' : 'Power as planned', value, note: basis },
    errorGlance(result),
    ...worldGlances(result),
  ];
}
