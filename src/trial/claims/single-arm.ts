import { z } from 'zod';
import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { againstRate, RATE_IS_KNOWN } from '../against-rate.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { percentWords } from '../percent-words.ts';
import { oneSidedLevel } from '../significance-level.ts';
import { testName } from '../test-name.ts';
import type { OneArmTest } from '../tests/definition.ts';
import { tests } from '../tests/index.ts';
import { defineClaim } from './definition.ts';

export const singleArm = defineClaim({
  summary: 'One arm is better than a fixed rate.',
  reference: 'A’Hern 2001, Stat Med 20:859 (exact single-stage designs)',
  equations: ['H_0: p = p_0', 'H_1: p "better than" p_0'],
  symbols: { atYears: 't', withinDays: 't', nullRate: 'p_0', oneSidedAlpha: 'α', 'stratum.*': 'x' },
  assumptions: [RATE_IS_KNOWN],
  arms: 1,
  parameters: strict({
    ...endpointTimeShape,
    nullRate: interiorProbability('the rate to be better than'),
    oneSidedAlpha: oneSidedLevel(),
    test: testName(1),
    stratum: z
      .record(z.string(), z.union([z.number(), z.string()]))
      .refine((levels) => Object.keys(levels).length === 1, {
        error: 'a stratum is one characteristic: its value',
      })
      .optional()
      .describe('a finite characteristic and its value or level: only patients who have it are analysed'),
  }).check(checkEndpointTime as never),
  examples: [
    {
      endpoint: 'woundComplication',
      withinDays: 120,
      nullRate: 0.35,
      oneSidedAlpha: 0.05,
      test: 'exactBinomial',
    },
  ],
  create: (spec) => {
    const { endpoint, time } = endpointAndTime(spec);
    const { eventIsGood } = endpoint;
    const nullSuccess = eventIsGood ? spec.nullRate : 1 - spec.nullRate;
    const rejects = (tests[spec.test] as OneArmTest).create(nullSuccess, spec.oneSidedAlpha);
    const [stratum] = Object.entries(spec.stratum ?? {}).map(([name, is]) => ({ name, is }));
    const where = stratum ? ` where ${stratum.name} is ${stratum.is}` : '';
    return {
      endpoint,
      time,
      test: spec.test,
      limit: spec.nullRate,
      sentence: `${endpointPhrase(endpoint, time)} ${eventIsGood ? 'above' : 'below'} ${percentWords(spec.nullRate)}${where}`,
      ...(stratum && { stratum }),
      passes: (_controlEvents, _controlSize, events, size) =>
        size > 0 && rejects(eventIsGood ? events : size - events, size),
      ...againstRate(eventIsGood, spec.nullRate),
    };
  },
});
