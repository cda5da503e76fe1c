import type { Cohort } from '../cohort/cohort.ts';
import type { UniformSource, UniformSources } from '../cohort/uniform-source.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { fillUniforms, purpose } from '../random/stream.ts';
import type { Allocation } from './allocation.ts';
import type { Design } from './design.ts';
import { allocateByBlocks } from './permuted-blocks.ts';
import { createStratifier, type Stratifier } from './strata.ts';

/** A stratifier with the uniforms of all patients in the order in which they come. */
interface Drawn {
  readonly stratifier: Stratifier;
  readonly uniforms: Float64Array;
}

/**
 * Randomisation of patients who come one after another, in permuted blocks within strata: drawn for the trial, so that
 * draw k of an arm's streams is still patient k of the arm. Undefined where the design fixes the sizes of the arms.
 */
export function createRandomisation(
  { randomisation, sizes: planned, centres = 1 }: Pick<Design, 'sizes' | 'centres' | 'randomisation'>,
  cohort: Cohort,
): Allocation | undefined {
  if (!randomisation) return undefined;
  const total = planned.reduce((a, b) => a + b, 0);
  const column = (): Float64Array => new Float64Array(total);
  const drawn = randomisation.strata.map(
    (name): Drawn => ({ stratifier: createStratifier(cohort, name, centres), uniforms: column() }),
  );
  const strata = drawn.reduce((product, { stratifier }) => product * stratifier.levels, 1);
  const sizes = [0, 0];
  const places = [0, 1].map(() => new Uint32Array(total));
  const stratumOf = [0, 1].map(() => new Uint32Array(total));
  const stratum = new Uint32Array(total);
  const armOf = new Uint8Array(total);
  const allocateStrata = createStrataAllocation(randomisation.blocks, strata, total);
  const streams = drawn.map(({ stratifier }) => purpose(`trial/${stratifier.name}`));
  const allocate = (key: SeedKey, world: number, replicate: number): void => {
    drawn.forEach(({ uniforms }, d) => {
      fillUniforms(key, { world, replicate, purpose: streams[d] }, uniforms, total);
    });
    stratum.fill(0);
    for (const { stratifier, uniforms } of drawn)
      for (let i = 0; i < total; i++)
        stratum[i] = stratum[i] * stratifier.levels + stratifier.levelAt(uniforms[i]);
    armOf.set(allocateStrata(key, world, replicate, stratum));
    sizes.fill(0);
    for (let i = 0; i < total; i++) {
      const k = sizes[armOf[i]]++;
      places[armOf[i]][k] = i;
      stratumOf[armOf[i]][k] = stratum[i];
    }
  };
  const sources = sourcesOf(drawn, places);
  const isStratified = randomisation.strata.length > 0;
  return {
    capacities: [total, total],
    sizes,
    armOf,
    strata,
    ...(isStratified && { stratumOf }),
    sources,
    allocate,
  };
}

/** The arms take the uniforms of the patients whom they got. */
function sourcesOf(drawn: readonly Drawn[], places: readonly Uint32Array[]): UniformSources {
  const source = (uniforms: Float64Array): UniformSource => ({
    fill: (_key, _address, arm, out, count) => {
      for (let k = 0; k < count; k++) out[k] = uniforms[places[arm][k]];
    },
  });
  return Object.fromEntries(drawn.map(({ stratifier, uniforms }) => [stratifier.name, source(uniforms)]));
}

/** The arm of each patient in the order in which they come, from streams of each stratum's own. */
function createStrataAllocation(
  blocks: Parameters<typeof allocateByBlocks>[0],
  strata: number,
  total: number,
): (key: SeedKey, world: number, replicate: number, stratum: Uint32Array) => Uint8Array {
  const [uniforms, sizeUniforms] = [new Float64Array(total), new Float64Array(total)];
  const [arms, inStratum] = [new Uint8Array(total), new Uint8Array(total)];
  const streams = Array.from({ length: strata }, (_, s) => ({
    place: purpose(`trial/blocks/${s}`),
    size: purpose(`trial/blockSizes/${s}`),
  }));
  return (key, world, replicate, stratum) => {
    const members: number[][] = streams.map(() => []);
    for (let i = 0; i < total; i++) members[stratum[i]].push(i);
    members.forEach((own, s) => {
      const { place, size } = streams[s];
      fillUniforms(key, { world, replicate, purpose: place }, uniforms, own.length);
      if (blocks.sizes.length > 1)
        fillUniforms(key, { world, replicate, purpose: size }, sizeUniforms, own.length);
      allocateByBlocks(blocks, sizeUniforms, uniforms, inStratum, own.length);
      own.forEach((patient, k) => {
        arms[patient] = inStratum[k];
      });
    });
    return arms;
  };
}
