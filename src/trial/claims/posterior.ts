import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { againstRate, RATE_IS_KNOWN } from '../against-rate.ts';
import { betaPriorSchema, posteriorAbove, posteriorBelow } from '../beta-posterior.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { percentWords } from '../percent-words.ts';
import { observedSchema, posteriorFinding } from '../posterior-finding.ts';
import { defineClaim } from './definition.ts';

export const posterior = defineClaim({
  summary: 'One arm is better than a target rate with high posterior probability, the prior being beta.',
  reference: 'Thall & Simon 1994, Biometrics 50:337',
  equations: ['"shown if" P(p "better than" p_1 | x, n) ≥ γ', 'p | x, n ~ Beta(a + x, b + n − x)'],
  symbols: {
    atYears: 't',
    withinDays: 't',
    'prior.a': 'a',
    'prior.b': 'b',
    target: 'p_1',
    certainty: 'γ',
    'observed.*': 'x_"seen"',
  },
  assumptions: [RATE_IS_KNOWN],
  arms: 1,
  parameters: strict({
    ...endpointTimeShape,
    prior: betaPriorSchema.describe('beta prior of the event’s rate'),
    target: interiorProbability('the event’s rate to be better than'),
    certainty: interiorProbability('posterior probability of a better rate from which the claim passes'),
    observed: observedSchema.optional().describe('what the trial found, where it is over'),
  }).check(checkEndpointTime as never),
  examples: [
    { endpoint: 'localControl', atYears: 2, prior: { a: 0.5, b: 0.5 }, target: 0.7, certainty: 0.95 },
  ],
  create: ({ prior, target, certainty, observed, ...spec }) => {
    const { endpoint, time } = endpointAndTime(spec);
    const { eventIsGood } = endpoint;
    const better = eventIsGood ? posteriorAbove : posteriorBelow;
    return {
      endpoint,
      time,
      test: undefined,
      limit: target,
      limitName: 'target',
      sentence: `${endpointPhrase(endpoint, time)} ${eventIsGood ? 'above' : 'below'} ${percentWords(target)} with a posterior probability of at least ${percentWords(certainty)}`,
      // P(rate better than the target | x of n) ≥ certainty
      passes: (_controlEvents, _controlSize, events, size) =>
        size > 0 && better(prior, events, size, target) >= certainty,
      ...againstRate(eventIsGood, target),
      ...(observed && { finding: posteriorFinding(prior, observed, target, eventIsGood) }),
    };
  },
});
