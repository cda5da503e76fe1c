import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Kinds of tests by what they cost: a mutant that a hand-checked number notices need not wait for a simulation. */
const cost = (file: string): number =>
  /\/(contracts|engine)\//.test(file) ? 2 : /\.(property|statistical)\.test\.ts$/.test(file) ? 1 : 0;

/** Cheap files first, always in the same order. */
class CheapFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort(
      (a, b) => cost(a.moduleId) - cost(b.moduleId) || (a.moduleId < b.moduleId ? -1 : 1),
    );
  }
}

/** Beside a layer's own tests: what members of its registries promise, and those layers on top that say what it should do. */
const besides: Record<string, string[]> = {
  radiobiology: [
    'contracts/endpoint-model',
    'outcomes/{anchor,courses,promotion-time,subtype-models}',
    'scenario/check-dose',
  ],
  random: ['contracts/distribution'],
  trial: [
    'contracts/{calculator,equations,event-formula,sequential-bound,time-test,two-arm-test}',
    'scenario/{arms-centres-strata,bad-aim,bad-design,bad-times,stated-twice}',
    'engine/{adoption,aim,allocation,claim-stratum,observe-patients,resized-trial,time-course}',
    'report/equations/{claim-blocks,design-blocks}',
  ],
};
const layers = process.env.MUTATION_LAYER ? [process.env.MUTATION_LAYER] : Object.keys(besides);

/** The quick tests of the layers in question. */
export default defineConfig({
  test: {
    include: layers.flatMap((layer) => [
      `tests/${layer}/**/*.test.ts`,
      ...besides[layer].map((files) => `tests/${files}.test.ts`),
    ]),
    isolate: false,
    testTimeout: 600_000,
    setupFiles: ['tests/mutation/end-on-failure.ts'],
    sequence: { sequencer: CheapFirst },
    coverage: {
      provider: 'v8',
      include: layers.map((layer) => `src/${layer}/**/*.ts`),
      reporter: ['text', 'json'],
      reportsDirectory: 'out/coverage',
    },
  },
});
