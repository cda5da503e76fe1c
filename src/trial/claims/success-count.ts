import { count, interiorProbability, strict } from '../../numeric/quantities.ts';
import { againstRate, RATE_IS_KNOWN } from '../against-rate.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { percentWords } from '../percent-words.ts';
import { defineClaim } from './definition.ts';

export const successCount = defineClaim({
  summary: 'One arm has more successes than a stated number, as the last stage of a two-stage design.',
  reference: 'Simon 1989, Control Clin Trials 10:1',
  equations: ['H_0: p = p_0', '"shown if successes exceed" r'],
  symbols: { atYears: 't', withinDays: 't', nullRate: 'p_0', successesAbove: 'r' },
  assumptions: [RATE_IS_KNOWN],
  arms: 1,
  parameters: strict({
    ...endpointTimeShape,
    nullRate: interiorProbability('the event’s rate to be better than'),
    successesAbove: count('successes that must be exceeded', 0),
  }).check(checkEndpointTime as never),
  examples: [{ endpoint: 'localControl', atYears: 1, nullRate: 0.05, successesAbove: 2 }],
  problems: ({ successesAbove }, size) =>
    successesAbove < size
      ? []
      : [
          {
            key: 'successesAbove',
            message: `more than ${successesAbove} successes of ${size} are impossible`,
          },
        ],
  create: (spec) => {
    const { endpoint, time } = endpointAndTime(spec);
    const { eventIsGood } = endpoint;
    const side = eventIsGood ? 'above' : 'below';
    return {
      endpoint,
      time,
      test: undefined,
      limit: spec.nullRate,
      sentence: `${endpointPhrase(endpoint, time)} ${side} ${percentWords(spec.nullRate)}, with more than ${spec.successesAbove} successes`,
      passes: (_controlEvents, _controlSize, events, size) =>
        (eventIsGood ? events : size - events) > spec.successesAbove,
      ...againstRate(eventIsGood, spec.nullRate),
    };
  },
});
