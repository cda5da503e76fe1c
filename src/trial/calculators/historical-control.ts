import { count, interiorProbability, probability, strict } from '../../numeric/quantities.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { createHistoryComparison } from '../history-comparison.ts';
import { endpointShape, type PlannedEndpoint } from '../planned-endpoint.ts';
import { betaPrior } from '../single-arm/beta-rule.ts';
import { type History, limitOf } from '../single-arm/history.ts';
import { historyAnswer } from '../single-arm/history-answer.ts';
import { checkPlannedEndpoint, maximumSize, perArm, targetPower } from '../single-arm/plan-shape.ts';
import { plannedSize } from '../single-arm/planned-size.ts';
import { successRates } from '../single-arm/success-rates.ts';
import { defineCalculator } from './definition.ts';

type HistoryData = Pick<History, 'events' | 'patients' | 'margin' | 'prior'>;

/** The earlier series; where no endpoint says whether the event is good, the planned rate does. */
const historyOf = (spec: HistoryData & PlannedEndpoint & { alternativeRate: number }): History => ({
  events: spec.events,
  patients: spec.patients,
  margin: spec.margin,
  prior: spec.prior,
  eventIsGood: spec.endpoint
    ? endpoints[spec.endpoint].eventIsGood
    : spec.alternativeRate > spec.events / spec.patients,
});

export const historicalControl = defineCalculator({
  summary: 'A single arm against an earlier series whose own uncertainty counts.',
  reference: 'Thall & Simon 1990, Stat Med 9:215',
  parameters: strict({
    events: count('events in the earlier series', 0),
    patients: count('patients in the earlier series'),
    alternativeRate: interiorProbability(
      'planned rate of the event; above the earlier rate the event is good, below it bad, unless the endpoint says so',
    ),
    margin: probability('how much worse than the earlier rate is still acceptable').max(0.99).default(0),
    certainty: interiorProbability('posterior probability of a better rate that is success').default(0.95),
    prior: betaPrior('beta prior of either rate'),
    perArm: perArm.optional().describe('patients; unless given, as few as reach the power'),
    power: targetPower,
    maximumSize: maximumSize(300, 1000),
    ...endpointShape,
  }).check(({ value, issues }) => {
    const fail = (message: string, key: string): void => {
      issues.push({ code: 'custom', input: value, message, path: [key] });
    };
    const { events, patients, alternativeRate: planned, margin } = value;
    if (events > patients) return fail(`${events} events in ${patients} patients`, 'events');
    if (value.endpoint === undefined && planned === events / patients)
      return fail(
        `${planned} is the earlier rate itself: an endpoint must say whether the event is good`,
        'alternativeRate',
      );
    const history = historyOf(value);
    checkPlannedEndpoint(value, history.eventIsGood, issues);
    const limit = limitOf(history, events / patients);
    if (limit <= 0 || limit >= 1)
      return fail(
        `the earlier rate with its margin is ${limit} (must be above 0 and below 1)`,
        margin > 0 ? 'margin' : 'events',
      );
    if (planned === limit || planned > limit !== history.eventIsGood)
      fail(`${planned} is not better than ${limit}, the earlier rate with its margin`, 'alternativeRate');
  }),
  examples: [
    { events: 31, patients: 88, alternativeRate: 0.15, perArm: 60 },
    { events: 80, patients: 100, alternativeRate: 0.9, endpoint: 'localControl', margin: 0.05 },
  ],
  solve: (spec) => {
    const { events, patients, margin, prior, certainty } = spec;
    const history = historyOf(spec);
    const { eventIsGood } = history;
    const rates = successRates(limitOf(history, events / patients), spec.alternativeRate);
    const probabilityBetter = createHistoryComparison(prior, events, patients, margin, eventIsGood);
    const sizes = plannedSize(
      (successes, size) => probabilityBetter(eventIsGood ? successes : size - successes, size) >= certainty,
      rates,
      spec,
    );
    return historyAnswer(spec, history, rates, sizes);
  },
});
