import { positive, strict } from '../../numeric/quantities.ts';
import { planAnswer } from '../group-sequential/plan-answer.ts';
import {
  checkPlan,
  efficacyOf,
  fractionsOf,
  futilityOf,
  planShape,
} from '../group-sequential/plan-fields.ts';
import { sequentialPlan } from '../group-sequential/sequential-plan.ts';
import { defineCalculator } from './definition.ts';

export const groupSequential = defineCalculator({
  summary: 'Interim looks for efficacy and futility: bounds, spending, stopping probabilities, inflation.',
  reference: 'Jennison & Turnbull 2000, Group Sequential Methods, ch. 2, 7 and 19',
  parameters: strict({
    ...planShape,
    fixedSize: positive('patients, or events, of a trial without looks; gives those of each look').optional(),
  }).check(({ value, issues }) => checkPlan(value, issues)),
  examples: [
    { looks: 3 },
    { fractions: [0.5, 0.75, 1], efficacy: 'hwangShihDeCani', gamma: -4, power: 0.9, fixedSize: 131.5 },
    { fractions: [0.75, 1], futility: 'betaSpending', binding: true, fixedSize: 131.5 },
    { looks: 3, efficacy: 'haybittlePeto', unadjusted: true, futility: 'fixedZ', futilityZ: [0] },
    { looks: 2, efficacy: 'obrienFleming', futility: 'conditionalPower', futilityUnder: 'design' },
  ],
  solve: (spec) => {
    const futility = futilityOf(spec);
    const plan = sequentialPlan({
      fractions: fractionsOf(spec),
      oneSidedAlpha: spec.oneSidedAlpha,
      efficacy: efficacyOf(spec),
      futility,
      isBinding: spec.binding,
      power: spec.power,
    });
    return planAnswer(spec, plan);
  },
});
