import { count, interiorProbability, strict } from '../../numeric/quantities.ts';
import { predictiveProbability as predictive } from '../beta-posterior.ts';
import { endpointBlock, endpointShape } from '../planned-endpoint.ts';
import { rules } from '../rules/index.ts';
import { betaPrior, posteriorRule } from '../single-arm/beta-rule.ts';
import { checkLooks, lookShape, looksOf } from '../single-arm/look-fields.ts';
import { monitoringAnswer } from '../single-arm/monitoring-answer.ts';
import { cutOffOf } from '../single-arm/one-stage.ts';
import { alternativeRate, checkPlan, perArm } from '../single-arm/plan-shape.ts';
import { lookBounds, sequentialDesign } from '../single-arm/sequential-design.ts';
import { defineCalculator } from './definition.ts';

export const predictiveProbability = defineCalculator({
  summary: 'A single arm that stops early once success at its end is improbable, or all but certain.',
  reference: 'Lee & Liu 2008, Clin Trials 5:93',
  parameters: strict({
    perArm: perArm.min(2).max(500).describe('patients at most'),
    target: interiorProbability('rate of the event to be better than at the end'),
    alternativeRate,
    certainty: interiorProbability(
      'posterior probability of a better rate that is success at the end',
    ).default(0.9),
    futilityBelow: interiorProbability('predictive probability below which it stops for futility').default(
      0.05,
    ),
    efficacyAbove: interiorProbability(
      'predictive probability above which it stops for efficacy; never unless given',
    ).optional(),
    prior: betaPrior('beta prior of the event’s rate'),
    ...lookShape,
    events: count('events seen by now, to be judged', 0).optional(),
    patients: count('patients whose outcome is known by now').optional(),
    ...endpointShape,
  })
    .check(checkPlan('target'))
    .check(({ value, issues }) => {
      checkLooks(value, value.perArm - 1, issues);
      const { events, patients, perArm: most, futilityBelow, efficacyAbove } = value;
      const fail = (message: string, key: string) =>
        issues.push({ code: 'custom', input: value, message, path: [key] });
      if ((events === undefined) !== (patients === undefined))
        fail('events and patients go together', events === undefined ? 'events' : 'patients');
      else if (patients! > most) fail(`${patients} patients are beyond the ${most} of the trial`, 'patients');
      else if (events! > patients!) fail(`${events} events in ${patients} patients`, 'events');
      if (efficacyAbove !== undefined && efficacyAbove <= futilityBelow)
        fail(`${efficacyAbove} is not above futilityBelow ${futilityBelow}`, 'efficacyAbove');
    }),
  examples: [
    {
      perArm: 40,
      target: 0.6,
      alternativeRate: 0.8,
      prior: { a: 0.6, b: 0.4 },
      every: 10,
      events: 16,
      patients: 23,
    },
    { perArm: 60, target: 0.35, alternativeRate: 0.2, efficacyAbove: 0.99, looks: [20, 30, 40, 50] },
  ],
  solve: (spec) => {
    const { perArm: size, target, certainty, prior, futilityBelow, efficacyAbove } = spec;
    const eventIsGood = spec.alternativeRate > target;
    const succeeds = posteriorRule(prior, target, certainty, eventIsGood);
    const atEnd = (events: number): boolean => succeeds(eventIsGood ? events : size - events, size);
    // The last patient's look is the final analysis
    const planned = looksOf(spec);
    const looks = Array.isArray(planned) ? planned : { ...planned, to: size - 1 };
    const block = {
      ...endpointBlock(spec, eventIsGood),
      prior,
      target,
      certainty,
      futilityBelow,
      ...(efficacyAbove !== undefined && { efficacyAbove }),
      looks,
    };
    const rule = rules.predictiveProbability.create(block, size);
    return monitoringAnswer(spec, block, {
      bounds: lookBounds(rule),
      atTarget: sequentialDesign(rule, size, target, atEnd),
      atAlternative: sequentialDesign(rule, size, spec.alternativeRate, atEnd),
      finalCutOff: cutOffOf(succeeds, size),
      ...(spec.events !== undefined && {
        now: predictive(prior, spec.events, spec.patients!, size, atEnd),
      }),
    });
  },
});
