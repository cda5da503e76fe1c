import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { againstRate, RATE_IS_KNOWN } from '../against-rate.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { percentWords } from '../percent-words.ts';
import { defineClaim } from './definition.ts';

export const completion = defineClaim({
  summary: 'The trial is not stopped by its interim rules: no harm was shown.',
  reference: 'Thall & Simon 1994, Biometrics 50:337',
  equations: ['"shown if no look stops the trial"', 'H_0: p = p_0'],
  symbols: { atYears: 't', withinDays: 't', limitRate: 'p_0' },
  assumptions: [RATE_IS_KNOWN],
  arms: 1,
  parameters: strict({
    ...endpointTimeShape,
    limitRate: interiorProbability('the event’s rate beyond which the trial should have been stopped'),
  }).check(checkEndpointTime as never),
  examples: [{ endpoint: 'woundComplication', withinDays: 120, limitRate: 0.35 }],
  create: (spec) => {
    const { endpoint, time } = endpointAndTime(spec);
    const { eventIsGood } = endpoint;
    const side = eventIsGood ? 'below' : 'above';
    return {
      endpoint,
      time,
      test: undefined,
      limit: spec.limitRate,
      limitName: 'limit',
      isCompletion: true,
      sentence: `not stopped early for ${endpointPhrase(endpoint, time)} ${side} ${percentWords(spec.limitRate)}`,
      passes: () => true,
      ...againstRate(eventIsGood, spec.limitRate),
    };
  },
});
