import type { EfficacyBoundDefinition } from './definition.ts';
import { haybittlePeto } from './haybittle-peto.ts';
import { hwangShihDeCani } from './hwang-shih-de-cani.ts';
import { kimDeMets } from './kim-demets.ts';
import { lanDeMetsObrienFleming } from './lan-demets-obrien-fleming.ts';
import { lanDeMetsPocock } from './lan-demets-pocock.ts';
import { obrienFleming } from './obrien-fleming.ts';
import { pocock } from './pocock.ts';

/** Every kind of efficacy bounds that a group-sequential design can have. */
export const efficacyBounds = {
  obrienFleming,
  pocock,
  lanDeMetsObrienFleming,
  lanDeMetsPocock,
  hwangShihDeCani,
  kimDeMets,
  haybittlePeto,
} satisfies Record<string, EfficacyBoundDefinition>;

/** Name of efficacy bounds in the registry. */
export type EfficacyBoundName = keyof typeof efficacyBounds;
