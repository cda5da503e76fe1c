import { nonInferiority } from './non-inferiority.ts';
import { singleArm } from './single-arm.ts';
import { superiority } from './superiority.ts';

/** Every kind of claim that a design can make. */
export const claims = { nonInferiority, superiority, singleArm };
