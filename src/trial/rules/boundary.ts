import { z } from 'zod';
import { count, strict } from '../../numeric/quantities.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { lookSizes, looksSchema } from '../look-schedule.ts';
import { problemsOfLooks, tabulatedRule } from '../tabulated-rule.ts';
import { defineRule } from './definition.ts';

const bounds = (description: string) =>
  z.array(count(description, 0)).min(1).optional().describe(`${description}, by look`);
const boundKeys = ['successesAtMost', 'failuresAtLeast', 'successesAtLeast'] as const;

interface BoundProblem {
  readonly key: string;
  readonly message: string;
}

type Bounds = Partial<Record<(typeof boundKeys)[number], readonly number[] | undefined>>;

/** What is wrong with bounds at looks of so many patients: their number, bounds that no look reaches, a stop that is certain. */
function boundProblems(spec: Bounds, sizes: readonly number[]): BoundProblem[] {
  const lengths = boundKeys.flatMap((key): BoundProblem[] => {
    const given = spec[key]?.length ?? sizes.length;
    return given === sizes.length ? [] : [{ key, message: `${given} bounds for ${sizes.length} looks` }];
  });
  if (lengths.length > 0) return lengths;
  // One look may have a bound out of reach, to say that it has none
  const idle = (['failuresAtLeast', 'successesAtLeast'] as const).flatMap((key): BoundProblem[] =>
    spec[key]?.every((bound, look) => bound > sizes[look])
      ? [{ key, message: `${key} does nothing: no look has so many patients` }]
      : [],
  );
  return [...idle, ...sizes.flatMap((patients, look) => lookProblems(spec, look, patients))];
}

/** What is wrong with the bounds of one look: a stop that is certain, two that meet. */
function lookProblems(spec: Bounds, look: number, patients: number): BoundProblem[] {
  const futility = spec.successesAtMost?.[look] ?? -1;
  const harm = spec.failuresAtLeast?.[look] ?? Infinity;
  const efficacy = spec.successesAtLeast?.[look] ?? Infinity;
  const problem = (key: string, isWrong: boolean, message: string): BoundProblem[] =>
    isWrong ? [{ key, message }] : [];
  const certain = `of ${patients} are certain: every trial stops`;
  const both = `${efficacy} successes of ${patients} would stop the trial for efficacy and against it`;
  return [
    ...problem('successesAtMost', futility >= patients, `${futility} or fewer successes ${certain}`),
    ...problem('failuresAtLeast', harm === 0, `0 or more failures ${certain}`),
    ...problem('successesAtLeast', efficacy <= Math.max(futility, patients - harm), both),
  ];
}

export const boundary = defineRule({
  summary: 'Stops at stated counts, one a look: for futility, harm or efficacy.',
  reference: 'Simon 1989, Control Clin Trials 10:1 (one look for futility)',
  equations: [
    '"harm if failures reach" f_k',
    '"futility if successes are at most" r_k',
    '"efficacy if successes reach" s_k',
  ],
  symbols: {
    atYears: 't',
    withinDays: 't',
    'looks.*': 'n_k',
    'successesAtMost.*': 'r_k',
    'failuresAtLeast.*': 'f_k',
    'successesAtLeast.*': 's_k',
  },
  parameters: strict({
    ...endpointTimeShape,
    looks: looksSchema,
    successesAtMost: bounds('successes at or below which the trial stops for futility'),
    failuresAtLeast: bounds('failures from which the trial stops for harm'),
    successesAtLeast: bounds('successes from which the trial stops for efficacy'),
  })
    .check(checkEndpointTime as never)
    .check(({ value, issues }) => {
      if (boundKeys.every((key) => value[key] === undefined))
        issues.push({ code: 'custom', input: value, message: `needs one of ${boundKeys.join(', ')}` });
    }),
  examples: [{ endpoint: 'localControl', atYears: 1, looks: [9], successesAtMost: [0] }],
  problems: (spec, size) => {
    const looks = problemsOfLooks(spec as never, size);
    return looks.length > 0 ? looks : boundProblems(spec, lookSizes(spec.looks, size));
  },
  stopsForEfficacy: ({ successesAtLeast }) => successesAtLeast !== undefined,
  create: (spec, size) => {
    const { endpoint, time } = endpointAndTime(spec);
    const { successesAtMost, failuresAtLeast, successesAtLeast } = spec;
    const list = (values: readonly number[]): string => values.join(', ');
    const phrases = [
      successesAtMost && `for futility at ${list(successesAtMost)} or fewer successes`,
      failuresAtLeast && `for harm at ${list(failuresAtLeast)} or more failures`,
      successesAtLeast && `for efficacy at ${list(successesAtLeast)} or more successes`,
    ].filter((phrase) => phrase !== undefined);
    const phrase = `stops on ${endpointPhrase(endpoint, time)} ${phrases.join(', ')}`;
    return tabulatedRule(spec as never, size, phrase, (look, successes, patients) => {
      if (failuresAtLeast && patients - successes >= failuresAtLeast[look]) return 'harm';
      if (successesAtMost && successes <= successesAtMost[look]) return 'futility';
      return successesAtLeast && successes >= successesAtLeast[look] ? 'efficacy' : undefined;
    });
  },
});
