import { exactPowerOf } from '../../engine/exact-power-of.ts';
import type { OnPiece } from '../../engine/on-piece.ts';
import { createSuccessSimulator } from '../../engine/success-simulator.ts';
import type { Path } from '../../scenario/path.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { claimRates, type KnownTruth, slacks, type Trial } from '../../scenario/trial.ts';
import { isMixed } from '../../trial/exact-design.ts';
import { trialOf } from '../trial-of.ts';
import { defineTask } from './definition.ts';

/** Worlds whose values are stated rather than drawn. */
export interface WorldPowersInput {
  readonly scenario: Scenario;
  readonly paths: readonly Path[];
  /** By world and path. */
  readonly values: Float64Array;
  /** By world, the number that addresses its random streams, where power is simulated. */
  readonly streams: Uint32Array;
  /** Trials simulated in a world without an exact power. */
  readonly replicates: number;
}

/** What a design achieves in each of some worlds. */
export interface WorldPowers {
  /** Probability of success: exact, or the share of the replicates that succeeded. */
  readonly power: Float64Array;
  /** 1 where power is exact. */
  readonly isExact: Uint8Array;
  /** 1 where the claim is strictly true for every required endpoint. */
  readonly isTrue: Uint8Array;
  /** True rates of the first claim; in a single arm both are its own. */
  readonly control: Float64Array;
  readonly experimental: Float64Array;
  /** By world and replicate, 1 where it succeeded; there where a world’s power is simulated. */
  readonly successes?: Uint8Array;
}

/** Writes whether each replicate of a world succeeded, and counts those that did. */
function simulate(
  trial: Trial,
  known: KnownTruth,
  world: number,
  flags: Uint8Array,
  onPiece: OnPiece,
): number {
  const succeeds = createSuccessSimulator(trial, known);
  let count = 0;
  for (let replicate = 0; replicate < flags.length; replicate++) {
    onPiece(world, replicate);
    flags[replicate] = succeeds(world, replicate) ? 1 : 0;
    count += flags[replicate];
  }
  return count;
}

export const worldPowers = defineTask({
  summary: 'power, claim and rates in worlds whose values are stated',
  run: ({ scenario, paths, values, streams, replicates }: WorldPowersInput, onPiece): WorldPowers => {
    const trial = trialOf(scenario);
    const worlds = streams.length;
    const column = (): Float64Array => new Float64Array(worlds);
    const found = { power: column(), control: column(), experimental: column() };
    const [isExact, isTrue] = [new Uint8Array(worlds), new Uint8Array(worlds)];
    let successes: Uint8Array | undefined;
    for (let w = 0; w < worlds; w++) {
      onPiece(streams[w]);
      const known = trial.truthInWorld(paths.map((path, i) => [path, values[w * paths.length + i]] as const));
      const { control, experimental } = claimRates(trial.design.claims[0], known);
      found.control[w] = control;
      found.experimental[w] = experimental;
      isTrue[w] = slacks(trial, known).every((slack) => slack > 0) ? 1 : 0;
      const exact = isMixed(trial.design) ? undefined : exactPowerOf(trial, known);
      isExact[w] = exact === undefined ? 0 : 1;
      if (exact === undefined) successes ??= new Uint8Array(worlds * replicates);
      const flags = successes?.subarray(w * replicates, (w + 1) * replicates);
      found.power[w] =
        exact === undefined ? simulate(trial, known, streams[w], flags!, onPiece) / replicates : exact;
    }
    return { ...found, isExact, isTrue, ...(successes && { successes }) };
  },
});
