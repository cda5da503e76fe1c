import { expect, it } from 'vitest';
import { calculatorFields } from '../../src/trial/calculator-fields.ts';
import { calculators } from '../../src/trial/calculators/index.ts';

it('only parameters without a default must be given', () => {
  const fields = calculatorFields(calculators.simon);
  expect(fields.filter(({ isRequired }) => isRequired).map(({ key }) => key)).toEqual([
    'nullRate',
    'alternativeRate',
  ]);
  expect(fields.find(({ key }) => key === 'power')).toMatchObject({
    value: { kind: 'number' },
    isRequired: false,
    defaultValue: 0.8,
  });
});
