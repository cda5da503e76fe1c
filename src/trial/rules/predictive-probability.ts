import { interiorProbability, strict } from '../../numeric/quantities.ts';
import {
  betaPriorSchema,
  posteriorAbove,
  posteriorBelow,
  predictiveProbability as predictive,
} from '../beta-posterior.ts';
import { checkEndpointTime, endpointAndTime, endpointPhrase, endpointTimeShape } from '../endpoint-time.ts';
import { looksSchema } from '../look-schedule.ts';
import { percentWords } from '../percent-words.ts';
import { problemsOfLooks, tabulatedRule } from '../tabulated-rule.ts';
import { defineRule } from './definition.ts';

export const predictiveProbability = defineRule({
  summary: 'Stops once the predictive probability of success at the end is low, or high.',
  reference: 'Lee & Liu 2008, Clin Trials 5:93',
  equations: [
    'PP = ∑_y P(y | x, n)·1_"success"(y)',
    '"success if" P(p "better than" p_1 | x + y, N) ≥ γ',
    '"futility if" PP < l; "efficacy if" PP > u',
  ],
  symbols: {
    atYears: 't',
    withinDays: 't',
    'looks.*': 'n_k',
    'prior.a': 'a',
    'prior.b': 'b',
    target: 'p_1',
    certainty: 'γ',
    futilityBelow: 'l',
    efficacyAbove: 'u',
  },
  parameters: strict({
    ...endpointTimeShape,
    prior: betaPriorSchema.describe('beta prior of the event’s rate'),
    target: interiorProbability('rate to be better than at the end'),
    certainty: interiorProbability('posterior probability of a better rate that is success at the end'),
    futilityBelow: interiorProbability('predictive probability below which the trial stops for futility'),
    efficacyAbove: interiorProbability(
      'predictive probability above which the trial stops for efficacy; never unless given',
    ).optional(),
    looks: looksSchema,
  })
    .check(checkEndpointTime as never)
    .check(({ value, issues }) => {
      if (value.efficacyAbove !== undefined && value.efficacyAbove <= value.futilityBelow) {
        const message = `efficacyAbove ${value.efficacyAbove} is not above futilityBelow ${value.futilityBelow}`;
        issues.push({ code: 'custom', input: value, message, path: ['efficacyAbove'] });
      }
    }),
  examples: [
    {
      endpoint: 'localControl',
      atYears: 1,
      prior: { a: 0.6, b: 0.4 },
      target: 0.6,
      certainty: 0.9,
      futilityBelow: 0.05,
      looks: { every: 10 },
    },
  ],
  problems: (spec, size) => problemsOfLooks(spec as never, size),
  stopsForEfficacy: ({ efficacyAbove }) => efficacyAbove !== undefined,
  create: (spec, size) => {
    const { endpoint, time } = endpointAndTime(spec);
    const { prior, target, certainty, futilityBelow, efficacyAbove = Infinity } = spec;
    const better = endpoint.eventIsGood ? posteriorAbove : posteriorBelow;
    const atEnd = Array.from(
      { length: size + 1 },
      (_, events) => better(prior, events, size, target) >= certainty,
    );
    const high = efficacyAbove === Infinity ? '' : `, for efficacy above ${percentWords(efficacyAbove)}`;
    const phrase = `stops on ${endpointPhrase(endpoint, time)} for futility once the predictive probability of success is below ${percentWords(futilityBelow)}${high}`;
    return tabulatedRule(spec as never, size, phrase, (_look, successes, patients) => {
      const events = endpoint.eventIsGood ? successes : patients - successes;
      const probability = predictive(prior, events, patients, size, (total) => atEnd[total]);
      if (probability < futilityBelow) return 'futility';
      return probability > efficacyAbove ? 'efficacy' : undefined;
    });
  },
});
