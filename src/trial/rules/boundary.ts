import { z } from 'zod';
import { count, strict } from '../../numeric/quantities.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { lookSizes, looksSchema } from '../look-schedule.ts';
import { problemsOfLooks, tabulatedRule } from '../tabulated-rule.ts';
import { defineRule } from './definition.ts';

const bounds = (description: string) => z.array(count(description, 0)).min(1).optional();
const boundKeys = ['successesAtMost', 'failuresAtLeast', 'successesAtLeast'] as const;

type Bounds = Partial<Record<(typeof boundKeys)[number], readonly number[] | undefined>>;

/** What is wrong with bounds at looks of so many patients: their number, a stop that is certain or cannot be, two that meet. */
function boundProblems(spec: Bounds, sizes: readonly number[]): { key: string; message: string }[] {
  const { successesAtMost, failuresAtLeast, successesAtLeast } = spec;
  const lengths = boundKeys.flatMap((key) => {
    const given = spec[key]?.length ?? sizes.length;
    return given === sizes.length ? [] : [{ key, message: `${given} bounds for ${sizes.length} looks` }];
  });
  if (lengths.length > 0) return lengths;
  return sizes.flatMap((patients, look) => {
    const [futility, harm, efficacy] = [successesAtMost, failuresAtLeast, successesAtLeast].map(
      (bounds) => bounds?.[look],
    );
    const lowest = Math.max(futility ?? -1, harm === undefined ? -1 : patients - harm);
    const problem = (key: string, wrong: boolean, message: string) => (wrong ? [{ key, message }] : []);
    return [
      ...problem(
        'successesAtMost',
        futility !== undefined && futility >= patients,
        `${futility} or fewer successes of ${patients} are certain: every trial stops`,
      ),
      ...problem(
        'failuresAtLeast',
        harm === 0 || (harm ?? 0) > patients,
        `${harm} or more failures of ${patients} are ${harm === 0 ? 'certain: every trial stops' : 'impossible'}`,
      ),
      ...problem(
        'successesAtLeast',
        (efficacy ?? 0) > patients,
        `${efficacy} or more successes of ${patients} are impossible`,
      ),
      ...problem(
        'successesAtLeast',
        efficacy !== undefined && efficacy <= lowest,
        `${efficacy} successes of ${patients} would stop the trial for efficacy and against it`,
      ),
    ];
  });
}

export const boundary = defineRule({
  summary: 'Stops at stated counts, one a look: for futility, harm or efficacy.',
  reference: 'Simon 1989, Control Clin Trials 10:1 (one look for futility)',
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
