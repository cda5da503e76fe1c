import { exactPowerOf } from '../../engine/exact-power-of.ts';
import { createNestedSuccesses, isNestable, type NestedSuccesses } from '../../engine/nested-successes.ts';
import type { OnPiece } from '../../engine/on-piece.ts';
import { hasExactPower } from '../../engine/run-exact.ts';
import { createSuccessSimulator } from '../../engine/success-simulator.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { armCells, type KnownTruth, slacks, type Trial } from '../../scenario/trial.ts';
import { exactDesign, isMixed } from '../../trial/exact-design.ts';
import { sizedTrialsOf } from '../size/sized-trials.ts';
import { defineTask } from './definition.ts';

/** Pairs of counts up to which what a test says of them is remembered from world to world. */
const MOST_PAIRS_KEPT = 4e6;

/** Exact power in a world; undefined where there is none at a cost that thousands of worlds can bear. */
function exactWorldPower(trial: Trial, known: KnownTruth): number | undefined {
  const { design, matrices } = trial;
  if (isMixed(design)) return undefined;
  const pairs = design.sizes.reduce((product, size) => product * (size + 1), 1);
  if (pairs > MOST_PAIRS_KEPT) return exactPowerOf(trial, known);
  return hasExactPower(trial, known)
    ? exactDesign(design, matrices, armCells(trial, known))?.joint
    : undefined;
}

/** Worlds `from` … `to` − 1 of a scenario, at several sizes. */
export interface WorldsInput {
  readonly scenario: Scenario;
  readonly sizes: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** What worlds make of a design in several sizes. */
export interface WorldsAtSizes {
  /** powers[size][world]: exact, or the share of the world's replicates that succeeded. */
  readonly powers: readonly Float64Array[];
  /** 1 where the claim is strictly true for every required endpoint. */
  readonly isTrue: Uint8Array;
}

export const worldsAtSizes = defineTask({
  summary: 'power of drawn worlds at several sizes; the worlds are found once',
  run: ({ scenario, sizes, from, to }: WorldsInput, onPiece): WorldsAtSizes => {
    const { trial, inSize } = sizedTrialsOf(scenario);
    const sized = sizes.map(inSize);
    const powers = sizes.map(() => new Float64Array(to - from));
    const isTrue = new Uint8Array(to - from);
    for (let world = from; world < to; world++) {
      onPiece(world);
      const draw = trial.drawWorld(world);
      const planned = trial.truthInWorld(draw);
      isTrue[world - from] = slacks(trial, planned).every((slack) => slack > 0) ? 1 : 0;
      const known = sized.map((own) => (own.truth === trial.truth ? planned : own.truthInWorld(draw)));
      const exact = sized.map((own, s) => exactWorldPower(own, known[s]));
      const found = exact.every((power) => power !== undefined)
        ? exact
        : simulatedPowers(sized, known, world, onPiece);
      for (const [s, power] of found.entries()) powers[s][world - from] = power!;
    }
    return { powers, isTrue };
  },
});

/** Share of a world's replicates that succeed, by size. */
function simulatedPowers(
  sized: readonly Trial[],
  known: readonly KnownTruth[],
  world: number,
  onPiece: OnPiece,
): number[] {
  const last = sized.length - 1;
  const { replicatesPerWorld } = sized[last].scenario.simulation;
  const counts = sized.map(() => 0);
  const simulate = isNestable(sized[last])
    ? createNestedSuccesses(
        sized[last],
        known[last],
        sized.map(({ design }) => design),
      )
    : createSeparateSuccesses(sized, known);
  const flags = new Uint8Array(sized.length);
  for (let replicate = 0; replicate < replicatesPerWorld; replicate++) {
    onPiece(world, replicate);
    simulate(world, replicate, flags);
    for (let s = 0; s < counts.length; s++) counts[s] += flags[s];
  }
  return counts.map((count) => count / replicatesPerWorld);
}

/** Trials of each size by themselves. */
function createSeparateSuccesses(sized: readonly Trial[], known: readonly KnownTruth[]): NestedSuccesses {
  const simulators = sized.map((trial, s) => createSuccessSimulator(trial, known[s]));
  return (world, replicate, flags) => {
    for (const [s, succeeds] of simulators.entries()) flags[s] = succeeds(world, replicate) ? 1 : 0;
  };
}
