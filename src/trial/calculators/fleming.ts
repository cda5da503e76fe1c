import { strict } from '../../numeric/quantities.ts';
import { endpointShape } from '../planned-endpoint.ts';
import { flemingSize } from '../single-arm/fleming.ts';
import { checkPlan, oneSidedAlpha, ratesShape, targetPower } from '../single-arm/plan-shape.ts';
import { successRates } from '../single-arm/success-rates.ts';
import { testAnswer, testedDesign } from '../single-arm/test-answer.ts';
import { defineCalculator } from './definition.ts';

export const fleming = defineCalculator({
  summary: 'A single arm sized by the normal approximation, with the exact errors of its cut-off.',
  reference: 'Fleming 1982, Biometrics 38:143',
  parameters: strict({ ...ratesShape, oneSidedAlpha, power: targetPower, ...endpointShape }).check(
    checkPlan('nullRate'),
  ),
  examples: [
    { nullRate: 0.3, alternativeRate: 0.5 },
    { nullRate: 0.35, alternativeRate: 0.2 },
  ],
  solve: (spec) => {
    const rates = successRates(spec.nullRate, spec.alternativeRate);
    const unroundedSize = flemingSize(rates, spec.oneSidedAlpha, spec.power);
    const size = Math.ceil(unroundedSize);
    const design = testedDesign('normalApproximation', rates, spec.oneSidedAlpha, size);
    const answer = testAnswer('normalApproximation', spec, design, { size, power: spec.power }, [
      'Single stage by the normal approximation, n = ((z_α √(p₀q₀) + z_β √(p₁q₁))/(p₁ − p₀))², rounded up; variance of the null rate in the test, without continuity correction.',
    ]);
    return {
      ...answer,
      rows: [{ label: 'Patients, unrounded', kind: 'number', nominal: unroundedSize }, ...answer.rows],
      numbers: { ...answer.numbers, unroundedSize },
    };
  },
});
