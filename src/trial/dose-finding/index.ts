import { boin } from './boin.ts';
import { crm } from './crm.ts';
import type { DoseFindingDefinition } from './definition.ts';
import { threePlusThree } from './three-plus-three.ts';
import { titeCrm } from './tite-crm.ts';

/** Every method that can climb a ladder of schedules. */
export const doseFinding = {
  threePlusThree,
  boin,
  crm,
  titeCrm,
} satisfies Record<string, DoseFindingDefinition>;

/** Name of a method in the registry. */
export type DoseFindingName = keyof typeof doseFinding;
