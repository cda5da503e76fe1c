import { exactPowerOf } from '../../engine/exact-power-of.ts';
import { resizedTrial } from '../../engine/resized-trial.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { atSize, sizeScale } from '../size/size-scale.ts';
import { sizedTrialsOf } from '../size/sized-trials.ts';
import { defineTask } from './definition.ts';

/** Exact power of a design at several sizes, under one truth in world 0. */
export const powersAtSizes = defineTask({
  summary: 'exact power at several sizes; none where enumeration does not reach',
  run: (
    { scenario, truth, sizes }: { scenario: Scenario; truth: number; sizes: readonly number[] },
    onPiece,
  ): number[] | undefined => {
    const { trial } = sizedTrialsOf(scenario);
    const scale = sizeScale(scenario);
    const powers = sizes.map((size) => {
      onPiece(0);
      // A search looks at hundreds of sizes once: nothing of them is kept
      const sized = resizedTrial(trial, atSize(scenario, scale, size));
      return exactPowerOf(sized, sized.truth(truth));
    });
    return powers.every((power) => power !== undefined) ? powers : undefined;
  },
});
