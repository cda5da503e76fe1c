import type { Estimate } from '../numeric/monte-carlo.ts';
import type { ArmLooksResult } from './arm-looks-result.ts';

/** What comparisons of several arms with one control do, each and together. */
export interface ComparisonsResult {
  /** By name of the experimental arm; its power with those before it passing where the arms are tested in order. */
  readonly byArm: Readonly<Record<string, Readonly<Record<'power' | 'typeIError', Estimate>>>>;
  /** At least one comparison passes. */
  readonly atLeastOne: Estimate;
  /** Every comparison passes. */
  readonly all: Estimate;
  /** At least one comparison passes with every experimental arm at its margin at once. */
  readonly familywiseError: Estimate;
  /** How arms leave the trial; there where looks drop some of them. */
  readonly looks?: ArmLooksResult;
}
