import type { UniformSources } from '../cohort/uniform-source.ts';
import type { SeedKey } from '../random/seed-key.ts';

/** How many patients come into each arm of a replicate, and what the trial knows of them before the arm does. */
export interface Allocation {
  /** Most patients that an arm can get. */
  readonly capacities: readonly number[];
  /** Patients by arm, of the replicate allocated last. */
  readonly sizes: ArrayLike<number>;
  /** The arm of each patient in the order in which they come, of the replicate allocated last; absent where sizes are fixed. */
  readonly armOf?: Uint8Array;
  /** Number of strata; 1 where the trial is not stratified. */
  readonly strata: number;
  /** By arm: the stratum of each patient, of the replicate allocated last; absent where the trial is not stratified. */
  readonly stratumOf?: readonly Uint32Array[];
  /** Uniforms that the trial brings to the arms. */
  readonly sources: UniformSources;
  /** Allocates the patients of a replicate. */
  allocate(key: SeedKey, world: number, replicate: number): void;
}
