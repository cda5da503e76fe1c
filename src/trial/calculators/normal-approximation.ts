import { strict } from '../../numeric/quantities.ts';
import { endpointShape } from '../planned-endpoint.ts';
import { flemingPower } from '../single-arm/fleming.ts';
import { checkPlan, oneSidedAlpha, perArm, ratesShape } from '../single-arm/plan-shape.ts';
import { successRates } from '../single-arm/success-rates.ts';
import { testAnswer, testedDesign } from '../single-arm/test-answer.ts';
import { defineCalculator } from './definition.ts';

export const normalApproximation = defineCalculator({
  summary: 'The normal approximation for a single arm of given size: cut-off, exact type I error and power.',
  reference: 'Fleming 1982, Biometrics 38:143',
  parameters: strict({ perArm, ...ratesShape, oneSidedAlpha, ...endpointShape }).check(checkPlan('nullRate')),
  examples: [
    { perArm: 35, nullRate: 0.3, alternativeRate: 0.5 },
    { perArm: 120, nullRate: 0.35, alternativeRate: 0.23 },
  ],
  solve: (spec) => {
    const rates = successRates(spec.nullRate, spec.alternativeRate);
    const design = testedDesign('normalApproximation', rates, spec.oneSidedAlpha, spec.perArm);
    const power = flemingPower(rates, spec.oneSidedAlpha, spec.perArm);
    const answer = testAnswer('normalApproximation', spec, design, { power }, [
      'z = (p̂ − p₀)/√(p₀q₀/n) at or above z_α: variance of the null rate, without continuity correction; nominal power by the same approximation.',
    ]);
    return { ...answer, numbers: { ...answer.numbers, nominalPower: power } };
  },
});
