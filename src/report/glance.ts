import type { RunResult } from '../engine/result.ts';
import { decidingTypeIError } from './deciding-type-i-error.ts';
import { capitalised } from './endpoint-words.ts';
import { best, grouped, known, knownMean, percent } from './numbers.ts';
import { successWords } from './success-words.ts';

/** One number that a reader in a hurry asks for. */
export interface Glance {
  readonly question: string;
  readonly value: string;
  readonly note: string;
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
  const { typeIError } = successWords(result);
  return {
    question: capitalised(typeIError),
    value: known(decidingTypeIError(result, result.truths[0])),
    note: 'as planned otherwise',
  };
}

/** What not knowing makes of the power, and how often those in the trial would be given the worse schedule. */
function worldGlances(result: RunResult): Glance[] {
  const { assurance, worlds } = result;
  if (!assurance) return [];
  const { oneClaim, isCompletion } = successWords(result);
  return [
    {
      question: 'Assurance',
      value: known(assurance),
      note: `${isCompletion ? 'not stopped' : 'success'} over ${grouped(worlds)} worlds`,
    },
    {
      question: `Chance that ${oneClaim} is false`,
      value: `${percent(1 - best(assurance.ceiling))} %`,
      note: `so no size gets past ${percent(best(assurance.ceiling))} %`,
    },
  ];
}

/** The numbers of a result that are asked for first. */
export function glances(result: RunResult): Glance[] {
  const { power } = result.truths[0].operatingCharacteristics;
  const { isCompletion } = successWords(result);
  return [
    patientsGlance(result),
    {
      question: isCompletion ? 'Not stopped, as planned' : 'Power as planned',
      value: known(power),
      note: power.exact === undefined ? 'simulated' : 'exact',
    },
    errorGlance(result),
    ...worldGlances(result),
  ];
}
