import { isAmended } from '../outcomes/planned-arm.ts';
import type { Truth } from '../outcomes/truth.ts';
import type { Design } from '../trial/design.ts';
import type { Trial } from './trial.ts';

/** Whether every replicate gives the arms their planned sizes, with patients independent of each other. */
export function hasPlannedSizes({ randomisation, sizes }: Pick<Design, 'randomisation' | 'sizes'>): boolean {
  if (!randomisation) return true;
  const { blocks, strata } = randomisation;
  const total = sizes.reduce((a, b) => a + b, 0);
  return strata.length === 0 && blocks.sizes.length === 1 && total % blocks.sizes[0] === 0;
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
    ...(design.claims.some(({ passesByStratum }) => passesByStratum) ? ['a test decides by stratum'] : []),
    ...(isPartial ? ['one of two claims looks at a stratum of the patients'] : []),
  ];
}
