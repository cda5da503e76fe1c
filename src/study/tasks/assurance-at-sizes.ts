import type { AssuranceResult } from '../../engine/batch-result.ts';
import { createExactAssurance } from '../../engine/exact-assurance.ts';
import { resizedTrial } from '../../engine/resized-trial.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { createTrial } from '../../scenario/trial.ts';
import { createScenarioMemory } from '../scenario-memory.ts';
import { atSize, sizeScale } from '../size/size-scale.ts';
import { defineTask } from './definition.ts';

const memory = createScenarioMemory((scenario) => {
  const trial = createTrial(scenario);
  return { trial, assuranceOf: createExactAssurance(trial) };
});

export const assuranceAtSizes = defineTask({
  summary: 'exact assurance and ceiling at several sizes, by quadrature over the uncertainty',
  run: ({ scenario, sizes }: { scenario: Scenario; sizes: readonly number[] }): AssuranceResult[] => {
    const { trial, assuranceOf } = memory(scenario);
    const scale = sizeScale(scenario);
    return sizes.map((size) => assuranceOf(resizedTrial(trial, atSize(scenario, scale, size))));
  },
});
