import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { endpointShape } from '../planned-endpoint.ts';
import { oneSidedLevel } from '../significance-level.ts';
import { betaPrior } from '../single-arm/beta-rule.ts';
import { checkLooks, lookShape } from '../single-arm/look-fields.ts';
import { checkPlan, checkPlannedEndpoint, perArm } from '../single-arm/plan-shape.ts';
import { answerCertainty } from '../threshold/certainty-answer.ts';
import { defineCalculator } from './definition.ts';

export const certainty = defineCalculator({
  summary:
    'A single arm judged by a posterior probability: the certainty that holds a type I error, at its end or at looks for harm.',
  reference: 'Thall & Simon 1994, Biometrics 50:337',
  parameters: strict({
    perArm: perArm.max(1000).describe('patients, at most where looks may stop'),
    nullRate: interiorProbability(
      'rate of the event to be better than; with looks, the limit that harm lies above',
    ),
    alternativeRate: interiorProbability(
      'planned rate of the event; above the other rate the event is good, below it bad; with looks, a rate that is harm',
    ),
    typeIError: oneSidedLevel('probability of success, or with looks of a stop, at the null rate').default(
      0.05,
    ),
    prior: betaPrior('beta prior of the event’s rate'),
    ...lookShape,
    looks: lookShape.looks.describe(
      'numbers of patients at which it looks for harm, rising; none unless given',
    ),
    ...endpointShape,
  }).check(({ value, issues }) => {
    if (value.looks === undefined && value.every === undefined) {
      checkPlan('nullRate')({ value, issues });
      return;
    }
    checkLooks(value, value.perArm, issues);
    checkPlannedEndpoint(value, false, issues, 'looks for harm watch a bad event');
    if (value.alternativeRate <= value.nullRate)
      issues.push({
        code: 'custom',
        input: value,
        message: `${value.alternativeRate} is no harm (must be above the limit, ${value.nullRate})`,
        path: ['alternativeRate'],
      });
  }),
  examples: [
    { perArm: 79, nullRate: 0.7, alternativeRate: 0.85 },
    { perArm: 120, nullRate: 0.35, alternativeRate: 0.5, prior: { a: 0.7, b: 1.3 }, every: 10 },
  ],
  solve: answerCertainty,
});
