import { strict } from '../../numeric/quantities.ts';
import { endpointShape } from '../planned-endpoint.ts';
import { checkPlan, oneSidedAlpha, perArm, ratesShape } from '../single-arm/plan-shape.ts';
import { successRates } from '../single-arm/success-rates.ts';
import { testAnswer, testedDesign } from '../single-arm/test-answer.ts';
import { defineCalculator } from './definition.ts';

export const exactBinomial = defineCalculator({
  summary: 'The exact binomial test of a single arm of given size: cut-off, type I error and power.',
  reference: 'Clopper & Pearson 1934, Biometrika 26:404 (the tail probabilities)',
  parameters: strict({ perArm, ...ratesShape, oneSidedAlpha, ...endpointShape }).check(checkPlan('nullRate')),
  examples: [
    { perArm: 120, nullRate: 0.35, alternativeRate: 0.23 },
    { perArm: 39, nullRate: 0.3, alternativeRate: 0.5 },
  ],
  solve: (spec) => {
    const rates = successRates(spec.nullRate, spec.alternativeRate);
    const design = testedDesign('exactBinomial', rates, spec.oneSidedAlpha, spec.perArm);
    return testAnswer('exactBinomial', spec, design, {}, [
      'Exact binomial test, one-sided: the fewest successes whose tail probability at the null rate is at most the level.',
    ]);
  },
});
