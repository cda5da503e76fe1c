import { expect, it } from 'vitest';
import { createExactAssurance, exactAssurance } from '../../src/engine/exact-assurance.ts';
import { resizedTrial } from '../../src/engine/resized-trial.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { atSize } from '../../src/study/size/size-scale.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

const perArm = { path: 'design.perArm' };

it('a resized trial has the assurance of a scenario of that size, to the last digit', () => {
  const { scenario } = readScenario(shippedText('sts-5x6-vs-25x2'), 'x');
  const trial = createTrial(scenario);
  const assuranceOf = createExactAssurance(trial);
  for (const size of [40, 165, 90]) {
    const sized = atSize(scenario, perArm, size);
    expect(assuranceOf(resizedTrial(trial, sized))).toEqual(exactAssurance(createTrial(sized)));
  }
});

it('what a look or an amendment places by the size is placed anew', () => {
  const { scenario } = readScenario(shippedText('hyport-sts'), 'x');
  const sized = resizedTrial(createTrial(scenario), atSize(scenario, perArm, 60));
  expect(sized.design.stages).toEqual(createTrial(atSize(scenario, perArm, 60)).design.stages);
});
