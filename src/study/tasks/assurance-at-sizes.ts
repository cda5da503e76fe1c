import type { AssuranceResult } from '../../engine/batch-result.ts';
import { createExactAssurance } from '../../engine/exact-assurance.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { createScenarioMemory } from '../scenario-memory.ts';
import { sizedTrialsOf } from '../size/sized-trials.ts';
import { defineTask } from './definition.ts';

const assuranceOf = createScenarioMemory((scenario) => createExactAssurance(sizedTrialsOf(scenario).trial));

export const assuranceAtSizes = defineTask({
  summary: 'exact assurance and ceiling at several sizes, by quadrature over the uncertainty',
  run: (
    { scenario, sizes }: { scenario: Scenario; sizes: readonly number[] },
    onPiece,
  ): AssuranceResult[] => {
    const { inSize } = sizedTrialsOf(scenario);
    return sizes.map((size) => assuranceOf(scenario)(inSize(size), onPiece));
  },
});
