import { exactBinomial } from './exact-binomial.ts';
import { exactUnconditional } from './exact-unconditional.ts';
import { farringtonManning } from './farrington-manning.ts';
import { fisher } from './fisher.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { miettinenNurminen } from './miettinen-nurminen.ts';
import { newcombe } from './newcombe.ts';
import { normalApproximation } from './normal-approximation.ts';
import { wald } from './wald.ts';

/** Every test that a design can name. */
export const tests = {
  farringtonManning,
  miettinenNurminen,
  newcombe,
  wald,
  mantelHaenszel,
  fisher,
  exactUnconditional,
  exactBinomial,
  normalApproximation,
};

/** Name of a test in the registry. */
export type TestName = keyof typeof tests;
