import { radiobiologyCalculators } from '../calculators/radiobiology-calculators.ts';
import type { Inputs } from '../calculators/reference-inputs.ts';
import type { CaseDefinition } from '../case-definition.ts';
import values from '../values/radiobiology-values.json' with { type: 'json' };
import type { SuiteDefinition } from './definition.ts';

interface RadiobiologyValue {
  readonly id: string;
  readonly model: string;
  readonly inputs: object;
  readonly expected: number;
  /** Relative, or absolute where it ends in “abs”. */
  readonly tolerance: number | string;
  readonly source: string;
}

function caseOf({ id, model, inputs, expected, tolerance, source }: RadiobiologyValue): CaseDefinition {
  const isAbsolute = String(tolerance).endsWith('abs');
  return {
    id,
    title: model,
    source,
    expected: { value: expected },
    tolerance: isAbsolute ? Number.parseFloat(String(tolerance)) : Number(tolerance) * Math.abs(expected),
    compute: () => ({ value: radiobiologyCalculators[model](inputs as Inputs) }),
  };
}

export const radiobiology: SuiteDefinition = {
  summary:
    'Dose, effect, local control, complications and populations against independently computed values.',
  cases: () => (values as readonly RadiobiologyValue[]).map(caseOf),
};
