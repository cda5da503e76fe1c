import { strict } from '../../numeric/quantities.ts';
import { endpointShape } from '../planned-endpoint.ts';
import { aHernSizes } from '../single-arm/a-hern-sizes.ts';
import { flemingSize } from '../single-arm/fleming.ts';
import { checkPlan, maximumSize, oneSidedAlpha, ratesShape, targetPower } from '../single-arm/plan-shape.ts';
import { successRates } from '../single-arm/success-rates.ts';
import { testAnswer } from '../single-arm/test-answer.ts';
import { defineCalculator } from './definition.ts';

export const aHern = defineCalculator({
  summary: 'The smallest single arm whose exact binomial test holds both errors.',
  reference: 'A’Hern 2001, Stat Med 20:859',
  parameters: strict({
    ...ratesShape,
    oneSidedAlpha,
    power: targetPower,
    maximumSize: maximumSize(),
    ...endpointShape,
  }).check(checkPlan('nullRate')),
  examples: [
    { nullRate: 0.3, alternativeRate: 0.5 },
    { nullRate: 0.35, alternativeRate: 0.2, power: 0.9 },
  ],
  solve: (spec) => {
    const rates = successRates(spec.nullRate, spec.alternativeRate);
    const { smallest, lasting } = aHernSizes(rates, spec.oneSidedAlpha, spec.power, spec.maximumSize);
    const nominal = {
      size: Math.ceil(flemingSize(rates, spec.oneSidedAlpha, spec.power)),
      power: spec.power,
    };
    const answer = testAnswer('exactBinomial', spec, smallest, nominal, [
      'Exact binomial test, one-sided; the smallest number of patients that holds both errors. Nominal: the normal approximation (Fleming 1982).',
      lasting
        ? `Power is not monotone in the number of patients: from ${lasting.size} on, every larger number up to ${spec.maximumSize} holds both errors too.`
        : `Power is not monotone in the number of patients: even ${spec.maximumSize}, where the search ended, does not hold both errors.`,
    ]);
    const rows = lasting
      ? [{ label: 'Patients from which power stays', kind: 'count', exact: lasting.size } as const]
      : [];
    return {
      ...answer,
      rows: [...answer.rows, ...rows],
      numbers: { ...answer.numbers, normalApproximationSize: nominal.size, ...(lasting && { lasting }) },
    };
  },
});
