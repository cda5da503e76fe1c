import { completion } from './completion.ts';
import { historicalControl } from './historical-control.ts';
import { nonInferiority } from './non-inferiority.ts';
import { posterior } from './posterior.ts';
import { singleArm } from './single-arm.ts';
import { successCount } from './success-count.ts';
import { superiority } from './superiority.ts';
import { timeNonInferiority } from './time-non-inferiority.ts';
import { timeSuperiority } from './time-superiority.ts';

/** Every kind of claim that a design can make. */
export const claims = {
  nonInferiority,
  superiority,
  timeNonInferiority,
  timeSuperiority,
  singleArm,
  successCount,
  posterior,
  historicalControl,
  completion,
};
