import type { Estimate } from '../../numeric/monte-carlo.ts';
import { seedKey } from '../../random/seed-key.ts';
import { exactLadder } from './exact-ladder.ts';
import type { LadderCharacteristics } from './ladder-characteristics.ts';
import type { LadderMethod } from './ladder-method.ts';
import type { Examination } from './rates-shape.ts';
import { simulateLadder } from './simulate-ladder.ts';

/** Characteristics of a method, exact where they can be enumerated. */
export type Examined =
  | { readonly kind: 'exact'; readonly characteristics: LadderCharacteristics }
  | {
      readonly kind: 'simulated';
      readonly characteristics: LadderCharacteristics<Estimate>;
      readonly replicates: number;
    };

/** Characteristics of a method by enumeration, or where there are too many courses by simulation. */
export function examine(
  method: LadderMethod,
  { rates, replicates, seed }: Examination,
  target: number,
): Examined {
  const exact = exactLadder(method, rates, target);
  if (exact !== undefined) return { kind: 'exact', characteristics: exact };
  const characteristics = simulateLadder(method, rates, target, seedKey(seed), replicates);
  return { kind: 'simulated', characteristics, replicates };
}
