import { isAmended } from '../outcomes/planned-arm.ts';
import type { Truth } from '../outcomes/truth.ts';
import { isTimeClaim } from '../trial/claims/definition.ts';
import type { Design } from '../trial/design.ts';
import { MOST_PAIRS } from '../trial/exact-two-arm-sequential.ts';
import { sizesAtLook } from '../trial/sequential-design.ts';
import type { Trial } from './trial.ts';

/** Whether every replicate gives the arms their planned sizes, with patients independent of each other. */
export function hasPlannedSizes({ randomisation, sizes }: Pick<Design, 'randomisation' | 'sizes'>): boolean {
  if (!randomisation) return true;
  const { blocks, strata } = randomisation;
  const total = sizes.reduce((a, b) => a + b, 0);
  return strata.length === 0 && blocks.sizes.length === 1 && total % blocks.sizes[0] === 0;
}

/** Each arm with the control alone is a trial of two arms; several hang together by all that the control has been. */
const LOOKS_OF_ARMS = 'several arms leave the trial at looks at one control';

/** Why a trial under a truth has no exact power; none where enumeration reaches it, as far as its kind goes. */
export function inexactPower(trial: Pick<Trial, 'arms' | 'design'>, truth: Truth): string[] {
  const { claims, sequential, armLooks, randomisation, unevaluable } = trial.design;
  const isTimed = claims.some(isTimeClaim);
  const isLoose = !isTimed && sequential !== undefined && (randomisation !== undefined || unevaluable > 0);
  return [
    ...inexactCounts(trial, truth),
    ...(isTimed ? ['times of failure decide a claim'] : []),
    ...lookReasons(trial.design),
    ...(armLooks ? [LOOKS_OF_ARMS] : []),
    ...(isLoose ? ['how many of each arm a look sees is left to chance'] : []),
  ];
}

/** Why looks at counts are beyond enumeration. */
function lookReasons({ sequential, sizes }: Design): string[] {
  if (!sequential?.patients) return [];
  const isEmpty = sizesAtLook(sizes, sequential.patients[0]).includes(0);
  const pairs = sizes.reduce((product, size) => product * (size + 1), 1);
  return [
    ...(isEmpty ? ['the first look has nobody in one arm'] : []),
    ...(pairs > MOST_PAIRS ? ['looks are at too many pairs of counts'] : []),
  ];
}

/** Why the counts of a trial under a truth have no law that is enumerated; none where they are binomial. */
export function inexactCounts({ arms, design }: Pick<Trial, 'arms' | 'design'>, truth: Truth): string[] {
  const amended = arms.filter(isAmended).map(({ name }) => `the schedule of ${name} changes by amendment`);
  const isPartial = design.claims.length > 1 && design.claims.some(({ stratum }) => stratum);
  const clustered = truth.endpoints.some(({ spec }) => spec.centreSd !== undefined);
  return [
    ...amended,
    ...(clustered ? ['patients of a centre share its effect'] : []),
    ...(hasPlannedSizes(design) ? [] : ['blocks leave the sizes of the arms, or of their strata, to chance']),
    ...(design.claims.some((claim) => !isTimeClaim(claim) && claim.passesByStratum)
      ? ['a test decides by stratum']
      : []),
    ...(isPartial ? ['one of two claims looks at a stratum of the patients'] : []),
  ];
}
