import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { betaPriorSchema, posteriorAbove, posteriorBelow } from '../beta-posterior.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { looksSchema } from '../look-schedule.ts';
import { percentWords } from '../percent-words.ts';
import { problemsOfLooks, tabulatedRule } from '../tabulated-rule.ts';
import { defineRule } from './definition.ts';

export const toxicityStop = defineRule({
  summary: 'Stops for harm once the posterior probability that the rate is worse than a limit is high.',
  reference: 'Thall & Simon 1994, Biometrics 50:337',
  equations: ['"harm if" P(p "worse than" p_0 | x, n) ≥ γ', 'p | x, n ~ Beta(a + x, b + n − x)'],
  symbols: {
    atYears: 't',
    withinDays: 't',
    'looks.*': 'n_k',
    'prior.a': 'a',
    'prior.b': 'b',
    limitRate: 'p_0',
    certainty: 'γ',
  },
  parameters: strict({
    ...endpointTimeShape,
    prior: betaPriorSchema.describe('beta prior of the event’s rate'),
    limitRate: interiorProbability('rate beyond which the treatment is not acceptable'),
    certainty: interiorProbability('posterior probability of a worse rate from which the trial stops'),
    looks: looksSchema,
  }).check(checkEndpointTime as never),
  examples: [
    {
      endpoint: 'woundComplication',
      withinDays: 120,
      prior: { a: 0.7, b: 1.3 },
      limitRate: 0.35,
      certainty: 0.95,
      looks: { every: 10 },
    },
  ],
  problems: (spec, size) => problemsOfLooks(spec as never, size),
  stopsForEfficacy: () => false,
  create: (spec, size) => {
    const { endpoint, time } = endpointAndTime(spec);
    const worse = endpoint.eventIsGood ? posteriorBelow : posteriorAbove;
    const side = endpoint.eventIsGood ? 'below' : 'above';
    const phrase = `stops for harm once ${endpointPhrase(endpoint, time)} ${side} ${percentWords(spec.limitRate)} is at least ${percentWords(spec.certainty)} probable`;
    return tabulatedRule(spec as never, size, phrase, (_look, successes, patients) => {
      const events = endpoint.eventIsGood ? successes : patients - successes;
      // P(rate worse than the limit | x of n) ≥ certainty
      return worse(spec.prior, events, patients, spec.limitRate) >= spec.certainty ? 'harm' : undefined;
    });
  },
});
