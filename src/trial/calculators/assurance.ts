import { strict } from '../../numeric/quantities.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import { endpointShape } from '../planned-endpoint.ts';
import { oneStageAssurance } from '../single-arm/assurance.ts';
import { betaPrior, priorWords } from '../single-arm/beta-rule.ts';
import { checkPlan, oneSidedAlpha, perArm, ratesShape } from '../single-arm/plan-shape.ts';
import { probabilityRow } from '../single-arm/probability-row.ts';
import { successRates } from '../single-arm/success-rates.ts';
import { testAnswer, testedDesign } from '../single-arm/test-answer.ts';
import { defineCalculator } from './definition.ts';

export const assurance = defineCalculator({
  summary: 'Probability that a single arm succeeds while its true rate is uncertain, beside its power.',
  reference: 'O’Hagan, Stevens & Campbell 2005, Pharm Stat 4:187',
  parameters: strict({
    perArm,
    ...ratesShape,
    oneSidedAlpha,
    prior: betaPrior('beta law of the event’s true rate'),
    ...endpointShape,
  }).check(checkPlan('nullRate')),
  examples: [
    { perArm: 25, nullRate: 0.1, alternativeRate: 0.3, prior: { a: 3, b: 7 } },
    { perArm: 120, nullRate: 0.35, alternativeRate: 0.23, prior: { a: 27, b: 90 } },
  ],
  solve: (spec) => {
    const { nullRate, prior } = spec;
    const rates = successRates(nullRate, spec.alternativeRate);
    const design = testedDesign('exactBinomial', rates, spec.oneSidedAlpha, spec.perArm);
    const found = oneStageAssurance(design, prior, nullRate, rates.eventIsGood);
    const answer = testAnswer('exactBinomial', spec, design, {}, [
      `Exact binomial test; assurance is the mean of its power over a ${priorWords(prior)} law of the true rate, by the beta-binomial law of the count.`,
      `The ceiling is the probability of a rate ${rates.eventIsGood ? 'above' : 'below'} ${percentWords(nullRate)}: no number of patients buys success with the claim true past it.`,
    ]);
    return {
      ...answer,
      rows: [
        ...answer.rows,
        probabilityRow('Assurance', found.assurance),
        probabilityRow('Ceiling', found.ceiling),
        probabilityRow('Success with the claim true', found.successAndTrue),
        probabilityRow('Success with the claim false', found.successAndFalse),
      ],
      numbers: { ...answer.numbers, ...found },
      sentence: `${answer.sentence} Assurance over a ${priorWords(prior)} law of the rate is ${exactPercentWords(found.assurance)}, with a ceiling of ${exactPercentWords(found.ceiling)}.`,
    };
  },
});
