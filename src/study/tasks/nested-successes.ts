import { createNestedSuccesses } from '../../engine/nested-successes.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { sizedTrialsOf } from '../size/sized-trials.ts';
import { defineTask } from './definition.ts';

/** What replicates `from` … `to` − 1 of world 0 give at several sizes, in one pass over the patients of the largest. */
export interface NestedInput {
  readonly scenario: Scenario;
  readonly truth: number;
  /** Rising. */
  readonly sizes: readonly number[];
  readonly from: number;
  readonly to: number;
}

export const nestedSuccesses = defineTask({
  summary: 'trials that succeed, at several sizes, in one pass over nested patients',
  run: ({ scenario, truth, sizes, from, to }: NestedInput, onPiece): number[] => {
    const sized = sizes.map(sizedTrialsOf(scenario).inSize);
    const largest = sized[sized.length - 1];
    const known = largest.truth(truth);
    const simulate = createNestedSuccesses(
      largest,
      known,
      sized.map(({ design }) => design),
    );
    const counts = sizes.map(() => 0);
    const succeeds = new Uint8Array(sizes.length);
    for (let replicate = from; replicate < to; replicate++) {
      onPiece(0, replicate);
      simulate(0, replicate, succeeds);
      for (let s = 0; s < counts.length; s++) counts[s] += succeeds[s];
    }
    return counts;
  },
});
