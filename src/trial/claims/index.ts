import { nonInferiority } from './non-inferiority.ts';
import { singleArm } from './single-arm.ts';

/** Every kind of claim that a design can make. */
export const claims = { nonInferiority, singleArm };
