import fc from 'fast-check';
import { parseShard } from '../../../src/cli/shard-option.ts';
import { readChange } from '../../../src/scenario/read-scenario.ts';
import { crossPaths } from '../../../src/study/sweep/sweep-grid.ts';
import { readTip } from '../../../src/study/sweep/tip.ts';
import { readVariedPath } from '../../../src/study/sweep/varied-path.ts';
import { expectRefusal } from '../expected-error.ts';
import { mutatedText } from '../mutated-text.ts';
import type { FuzzTarget } from '../target.ts';

const written = [
  'design.perArm=100',
  'truth.localControl.gamma50=1..3/4',
  'truth.cohort.heterogeneity.alphaBetaGy=1..16/4 log,20',
  'arms.experimental.schedule=5 x 6 Gy,"5 x 5 Gy, BID",{ plan: 25 x 2 Gy }',
  'design.allocation=[2, 1],[1, 1]',
  'power=0.8',
  '3/8',
  'auto/9',
  'seed=*a',
  'seed=!!binary aGk=',
];

const readers: readonly ((text: string) => unknown)[] = [
  (text) => readChange(text),
  (text) => {
    const grid = crossPaths([readVariedPath(text)]);
    for (let index = 0; index < Math.min(grid.count, 1000); index++) grid.cell(index);
  },
  (text) => readTip(text),
  (text) => parseShard(text, { SLURM_ARRAY_TASK_ID: text, SLURM_ARRAY_TASK_COUNT: text }),
  (text) => parseShard('auto/7', { SLURM_ARRAY_TASK_ID: text, JOB_COMPLETION_INDEX: text }),
];

/** Arguments that hold a small language of their own. */
export const argumentsTarget: FuzzTarget<string> = {
  summary: '--set, --vary, --tip and --shard',
  quick: 400,
  inputs: fc.oneof(
    mutatedText(written),
    fc
      .array(
        fc.constantFrom(
          '1',
          '..',
          '1e9',
          '/',
          ' log',
          ',',
          '[',
          ']',
          '{',
          '"',
          "'",
          ':',
          ' ',
          '-',
          '.',
          'a',
          '=',
        ),
        { maxLength: 20 },
      )
      .map((all) => `a=${all.join('')}`),
  ),
  take(text) {
    for (const read of readers)
      try {
        read(text);
      } catch (error) {
        expectRefusal(error, 'ScenarioError', 'InvalidArgumentError');
      }
  },
};
