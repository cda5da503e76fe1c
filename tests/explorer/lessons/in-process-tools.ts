import { readFileSync } from 'node:fs';
import { planBatches } from '../../../src/engine/plan.ts';
import type { RunResult } from '../../../src/engine/result.ts';
import { createBatchRunner } from '../../../src/engine/run-batch.ts';
import { createRunFold } from '../../../src/engine/run-fold.ts';
import { scenarioChanges } from '../../../src/explorer/lesson-parts/live-trial.ts';
import type { LessonTools } from '../../../src/explorer/lessons/definition.ts';
import { readScenario } from '../../../src/scenario/read-scenario.ts';

/** Text of a file that comes with the package, by its path among the scenarios. */
export const readShipped = (path: string): string =>
  readFileSync(new URL(`../../../scenarios/${path}`, import.meta.url), 'utf8');

/** Lessons' tools that run one batch after another in this process. */
export const inProcessTools: LessonTools = {
  files: {
    scenario: (name) => readShipped(`${name}.yaml`),
    effects: (name) => readShipped(`effects/${name}.yaml`),
  },
  run: async (yamlText, changes) => {
    const { scenario, trial, warnings } = readScenario(
      yamlText,
      'scenario.yaml',
      scenarioChanges(changes),
      readShipped,
    );
    const runBatch = createBatchRunner(scenario);
    const fold = createRunFold(trial, warnings);
    for (const batch of planBatches(scenario)) fold.add(batch, runBatch(batch));
    return (await fold.result()) as RunResult;
  },
};
