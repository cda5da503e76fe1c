import { assuranceAtSizes } from './assurance-at-sizes.ts';
import { batch } from './batch.ts';
import { crossing } from './crossing.ts';
import { nestedSuccesses } from './nested-successes.ts';
import { powersAtSizes } from './powers-at-sizes.ts';
import { successes } from './successes.ts';
import { worldPowers } from './world-powers.ts';
import { worldsAtSizes } from './worlds-at-sizes.ts';

/** Every kind of work that a study hands to threads. */
export const tasks = {
  assuranceAtSizes,
  batch,
  crossing,
  nestedSuccesses,
  powersAtSizes,
  successes,
  worldPowers,
  worldsAtSizes,
};
