import { describe, expect, it } from 'vitest';
import { isNestable } from '../../src/engine/nested-successes.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { runTask } from '../../src/study/run-tasks.ts';
import { atSize, sizeScale } from '../../src/study/size/size-scale.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

const read = (name: string, ...changes: string[]) =>
  readScenario(
    shippedText(name),
    'x',
    changes.map((change) => readChange(change)),
  ).scenario;

const scenarios = {
  'one comparison': read('quick-start'),
  'two claims': read('scopes-ii'),
  'dropped patients': read('quick-start', 'design.unevaluable=0.1'),
  'patients who count as failures': read(
    'quick-start',
    'design.unevaluable=0.1',
    'design.analysisSet=intentionToTreat',
  ),
  'a single arm': read('null-single-arm'),
};

describe('one pass over nested patients', () => {
  it.each(Object.entries(scenarios))('%s: what a run of each size gives, trial for trial', (_, scenario) => {
    const scale = sizeScale(scenario);
    const sizes = [7, 20, scale.stated].sort((a, b) => a - b);
    const at = { truth: 0, from: 3, to: 43 };
    const nested = runTask({ kind: 'nestedSuccesses', input: { scenario, sizes, ...at } });
    const separate = sizes.map((size) =>
      runTask({ kind: 'successes', input: { scenario: atSize(scenario, scale, size), ...at } }),
    );
    expect(nested).toEqual(separate);
  });

  it('is not made where times, looks or blocks have a part in it', () => {
    const names = ['sts-log-rank', 'hyport-sts', 'hyport-adjuvant', 'pace-b-centres'];
    for (const name of names) expect(isNestable(createTrial(read(name))), name).toBe(false);
    expect(isNestable(createTrial(scenarios['two claims']))).toBe(true);
  });
});
