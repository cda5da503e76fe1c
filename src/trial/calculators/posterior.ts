import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import { endpointBlock, endpointShape, endpointWords } from '../planned-endpoint.ts';
import { betaPrior, posteriorRule, priorWords } from '../single-arm/beta-rule.ts';
import {
  CERTAINTY_ERROR_LABEL,
  CERTAINTY_IS_NOT_A_LEVEL,
  certaintyExcess,
} from '../single-arm/certainty-words.ts';
import { conventionWords, directionWords, successWords } from '../single-arm/cut-off-words.ts';
import { alternativeRate, checkPlan, maximumSize, perArm, targetPower } from '../single-arm/plan-shape.ts';
import { plannedSize, sizeWords } from '../single-arm/planned-size.ts';
import { probabilityRow } from '../single-arm/probability-row.ts';
import { sizeNumbers, sizeRows } from '../single-arm/size-rows.ts';
import { successRates } from '../single-arm/success-rates.ts';
import { defineCalculator } from './definition.ts';

export const posterior = defineCalculator({
  summary: 'A single arm that succeeds if its rate is better than a target with high posterior probability.',
  reference: 'Thall & Simon 1994, Biometrics 50:337',
  parameters: strict({
    target: interiorProbability('rate of the event to be better than'),
    alternativeRate,
    certainty: interiorProbability('posterior probability of a better rate that is success')
      .min(0.5)
      .default(0.95),
    prior: betaPrior('beta prior of the event’s rate'),
    perArm: perArm.optional().describe('patients; unless given, as few as reach the power'),
    power: targetPower,
    maximumSize: maximumSize(),
    ...endpointShape,
  }).check(checkPlan('target')),
  examples: [
    { target: 0.7, alternativeRate: 0.85 },
    { target: 0.35, alternativeRate: 0.2, perArm: 120, prior: { a: 0.7, b: 1.3 } },
  ],
  solve: (spec) => {
    const { target, certainty, prior } = spec;
    const rates = successRates(target, spec.alternativeRate);
    const { eventIsGood } = rates;
    const sizes = plannedSize(posteriorRule(prior, target, certainty, eventIsGood), rates, spec);
    const design = sizes.smallest;
    const side = eventIsGood ? 'above' : 'below';
    return {
      variant: [
        `Success if P(rate ${side} ${percentWords(target)} | data) ≥ ${percentWords(certainty)}, with a ${priorWords(prior)} prior of the event’s rate.`,
        CERTAINTY_IS_NOT_A_LEVEL,
        sizeWords(spec, sizes),
        conventionWords(design),
        directionWords(eventIsGood),
        ...certaintyExcess(design.typeIError, certainty),
      ],
      rows: sizeRows(
        sizes,
        eventIsGood,
        [probabilityRow(CERTAINTY_ERROR_LABEL, design.typeIError, 1 - certainty)],
        spec,
      ),
      numbers: sizeNumbers(sizes, eventIsGood),
      sentence: `The trial succeeds if ${successWords(design, eventIsGood)}, so that the posterior probability of a rate of ${endpointWords(spec, eventIsGood)} ${side} ${percentWords(target)} is at least ${percentWords(certainty)} (${priorWords(prior)} prior; exact type I error ${exactPercentWords(design.typeIError, 1 - certainty)} at ${percentWords(target)}, power ${exactPercentWords(design.power)} at ${percentWords(spec.alternativeRate)}).`,
      design: {
        perArm: design.size,
        posterior: { ...endpointBlock(spec, eventIsGood), prior, target, certainty },
      },
    };
  },
});
