import { z } from 'zod';
import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { defineAim, setNames } from './definition.ts';

export const alphaBeta = defineAim({
  summary:
    'α/β from counts at a fixed time in three arms or more, by a cumulative hazard that is log-linear in dose.',
  reference:
    'Prentice & Gloeckler 1978, Biometrics 34:57; Thames & Hendry 1987, Fractionation in Radiotherapy (direct analysis)',
  equations: ['ln h = a + g_1·∑ d + g_2·∑ d^2', 'α/β = g_1/g_2', 'h = −ln(1 − P("event"))'],
  symbols: { atYears: 't', withinDays: 't', level: '1 − α', set: '"set"' },
  assumptions: [
    'The trial estimates α/β by ln h = a + g1·Σd + g2·Σd², h being minus the logarithm of the share without the event (complementary log-log link on the counts): α/β = g1/g2.',
    'An estimate needs three arms, that tell total dose and fraction size apart, in which some patients fail and some do not, and any difference between arms; replicates without are counted as not estimable, and left out of what is said of estimates.',
    'The model of the analysis takes one α/β for all patients, full repair, and no effect of overall treatment time.',
  ],
  parameters: strict({
    ...endpointTimeShape,
    level: interiorProbability('level of the sets')
      .min(0.5, { error: (issue) => `invalid level: ${String(issue.input)} (must be >= 0.5, such as 0.95)` })
      .default(0.95),
    set: z
      .enum(setNames)
      .default('fieller')
      .describe(
        'the set that says whether an estimate bounds α/β: it has two ends, and both coefficients have the right sign',
      ),
  }).check(checkEndpointTime as never),
  examples: [
    { endpoint: 'localControl', atYears: 3, level: 0.95 },
    { endpoint: 'woundComplication', withinDays: 120, set: 'profileLikelihood' },
  ],
  create: (spec) => {
    const { endpoint, time } = endpointAndTime(spec);
    return {
      endpoint,
      time,
      event: endpoint.eventIsGood ? 'failure' : 'harm',
      level: spec.level,
      primary: spec.set,
      sentence: `α/β from ${endpointPhrase(endpoint, time)}, with its ${Number((100 * spec.level).toPrecision(6))} % set`,
    };
  },
});
