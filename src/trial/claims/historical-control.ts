import { count, interiorProbability, probability, strict } from '../../numeric/quantities.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { againstRate } from '../against-rate.ts';
import { betaPriorSchema } from '../beta-posterior.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { createHistoryComparison } from '../history-comparison.ts';
import { percentWords } from '../percent-words.ts';
import { defineClaim } from './definition.ts';

export const historicalControl = defineClaim({
  summary: 'One arm is better than the rate of an earlier series, whose own uncertainty counts.',
  reference: 'Thall & Simon 1990, Stat Med 9:215 (historical controls with their sampling error)',
  equations: [
    '"shown if" P(p "better than" p_H "less" δ | x, x_H) ≥ γ',
    'p, p_H ~ Beta(a, b) "before the data"',
  ],
  symbols: {
    atYears: 't',
    withinDays: 't',
    events: 'x_H',
    patients: 'n_H',
    margin: 'δ',
    'prior.a': 'a',
    'prior.b': 'b',
    certainty: 'γ',
  },
  assumptions: [
    'The patients of the earlier series are like those of the trial: it differs from the truth by sampling alone.',
  ],
  arms: 1,
  parameters: strict({
    ...endpointTimeShape,
    events: count('events in the earlier series', 0),
    patients: count('patients in the earlier series', 1),
    margin: probability('how much worse than the earlier series is still acceptable').max(0.99).default(0),
    prior: betaPriorSchema
      .describe('beta prior of either rate; Jeffreys unless given')
      .prefault({ a: 0.5, b: 0.5 }),
    certainty: interiorProbability('posterior probability of a better rate from which the claim passes'),
  })
    .check(checkEndpointTime as never)
    .check(({ value, issues }) => {
      if (value.events > value.patients) {
        const message = `${value.events} events in ${value.patients} patients`;
        issues.push({ code: 'custom', input: value, message, path: ['events'] });
        return;
      }
      const worse = endpoints[value.endpoint].eventIsGood ? -value.margin : value.margin;
      const limit = value.events / value.patients + worse;
      if (limit > 0 && limit < 1) return;
      const shown = Number(limit.toPrecision(4));
      const message = `the rate to be better than would be ${shown} (must be above 0 and below 1)`;
      issues.push({ code: 'custom', input: value, message, path: [value.margin > 0 ? 'margin' : 'events'] });
    }),
  examples: [{ endpoint: 'woundComplication', withinDays: 120, events: 31, patients: 88, certainty: 0.95 }],
  create: ({ events: earlier, patients, margin, prior, certainty, ...spec }) => {
    const { endpoint, time } = endpointAndTime(spec);
    const { eventIsGood } = endpoint;
    const probabilityBetter = createHistoryComparison(prior, earlier, patients, margin, eventIsGood);
    const rate = earlier / patients;
    const within = margin === 0 ? 'better than' : `no more than ${percentWords(margin)} worse than`;
    return {
      endpoint,
      time,
      test: undefined,
      limit: eventIsGood ? rate - margin : rate + margin,
      limitName: margin === 0 ? 'earlier rate' : 'earlier rate with margin',
      sentence: `${endpointPhrase(endpoint, time)} ${within} the ${earlier} of ${patients} of an earlier series with a posterior probability of at least ${percentWords(certainty)}`,
      passes: (_controlEvents, _controlSize, events, size) =>
        size > 0 && probabilityBetter(events, size) >= certainty,
      ...againstRate(eventIsGood, eventIsGood ? rate - margin : rate + margin),
    };
  },
});
