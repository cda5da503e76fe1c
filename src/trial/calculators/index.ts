import type { CalculatorDefinition } from './definition.ts';

/** Every calculator by the kind that `isoeffect design` takes. */
export const calculators: Record<string, CalculatorDefinition> = {};
