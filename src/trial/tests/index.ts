import { exactBinomial } from './exact-binomial.ts';
import { farringtonManning } from './farrington-manning.ts';
import { wald } from './wald.ts';

/** Every test that a design can name. */
export const tests = { farringtonManning, wald, exactBinomial };

/** Name of a test in the registry. */
export type TestName = keyof typeof tests;
