import type { KnownTruth, Trial } from '../scenario/trial.ts';
import type { WorldDraw } from '../scenario/truth-specs.ts';
import type { ReplicateAddress } from './trial-story.ts';

/** What a world drew, and the truth that it makes. */
export interface DrawnTruth {
  readonly draw: WorldDraw;
  readonly known: KnownTruth;
}

/**
 * The truth under which a replicate is simulated: a named one, or a world's about the first.
 *
 * @throws RangeError for an unknown truth, or a world above 0 of a truth other than the first
 * @throws ImpossibleWorld if the world has no truth
 */
export function truthOf(trial: Trial, { truth, world }: Omit<ReplicateAddress, 'replicate'>): DrawnTruth {
  const index = trial.truthNames.indexOf(truth);
  if (index < 0) throw new RangeError(`invalid truth: ${truth} (there is ${trial.truthNames.join(', ')})`);
  if (world === 0) return { draw: [], known: trial.truth(index) };
  if (index > 0)
    throw new RangeError(`invalid world: ${world} (worlds are draws about ${trial.truthNames[0]})`);
  const draw = trial.drawWorld(world);
  return { draw, known: trial.truthInWorld(draw) };
}
