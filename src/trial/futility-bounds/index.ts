import { betaSpending } from './beta-spending.ts';
import { conditionalPower } from './conditional-power.ts';
import type { FutilityBoundDefinition } from './definition.ts';
import { fixedZ } from './fixed-z.ts';

/** Every kind of futility bounds that a group-sequential design can have. */
export const futilityBounds = { betaSpending, conditionalPower, fixedZ } satisfies Record<
  string,
  FutilityBoundDefinition
>;

/** Name of futility bounds in the registry. */
export type FutilityBoundName = keyof typeof futilityBounds;
