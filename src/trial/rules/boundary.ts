import { z } from 'zod';
import { count, strict } from '../../numeric/quantities.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { lookSizes, looksSchema } from '../look-schedule.ts';
import { problemsOfLooks, tabulatedRule } from '../tabulated-rule.ts';
import { defineRule } from './definition.ts';

const bounds = (description: string) => z.array(count(description, 0)).min(1).optional();
const boundKeys = ['successesAtMost', 'failuresAtLeast', 'successesAtLeast'] as const;

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
    const looks = lookSizes(spec.looks, size).length;
    const lengths = boundKeys.flatMap((key) => {
      const given = spec[key]?.length ?? looks;
      return given === looks ? [] : [{ key, message: `${given} bounds for ${looks} looks` }];
    });
    return [...problemsOfLooks(spec as never, size), ...lengths];
  },
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
