import { CENTRE } from '../cohort/cohort-shape.ts';
import { armStreams, type UniformSource, type UniformSources } from '../cohort/uniform-source.ts';
import { centreEffect, createCentreSource } from '../outcomes/centre-model.ts';
import type { Truth } from '../outcomes/truth.ts';
import type { Allocation } from './allocation.ts';
import type { Design } from './design.ts';
import { createRandomisation } from './randomisation.ts';

/** Allocation under a design: arms of fixed size, or patients who come one after another. */
export function createAllocation(
  design: Pick<Design, 'sizes' | 'centres' | 'randomisation'>,
  truth: Truth,
): Allocation {
  const randomised = createRandomisation(design, truth.cohort);
  const fixed: Allocation = {
    capacities: design.sizes,
    sizes: design.sizes,
    strata: 1,
    sources: {},
    allocate: () => {},
  };
  const { sources, ...rest } = randomised ?? fixed;
  const centreOf = sources[CENTRE] ?? armStreams(CENTRE);
  return { ...rest, sources: { ...sources, ...centreSources(design, truth, centreOf) } };
}

/** Sources of the effects of centres, by the columns that they fill. */
function centreSources(
  { centres = 1 }: Pick<Design, 'centres'>,
  truth: Truth,
  centreOf: UniformSource,
): UniformSources {
  const clustered = truth.endpoints.filter(({ spec }) => spec.centreSd !== undefined);
  return Object.fromEntries(
    clustered.map(({ definition: { name } }) => [
      centreEffect(name),
      createCentreSource(name, centres, centreOf),
    ]),
  );
}
