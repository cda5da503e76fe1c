import type { SeedKey } from '../random/seed-key.ts';
import { type Address, fillUniforms, type Purpose, purpose } from '../random/stream.ts';

/**
 * Where the uniforms of one characteristic come from, in place of a stream of the arm's own: patients share them, or
 * the trial knows them before the arm.
 */
export interface UniformSource {
  /** Writes a uniform in (0, 1) for each of the first `count` patients of the arm at a position. */
  fill(
    key: SeedKey,
    at: Pick<Address, 'world' | 'replicate'>,
    armPosition: number,
    out: Float64Array,
    count: number,
  ): void;
}

/** Sources by the name of the characteristic. */
export type UniformSources = Readonly<Record<string, UniformSource>>;

/** Streams of the arms' own: each arm has one of this name. */
export function armStreams(name: string): UniformSource {
  const purposes: Purpose[] = [];
  return {
    fill: (key, { world, replicate }, armPosition, out, count) => {
      purposes[armPosition] ??= purpose(`${armPosition}/${name}`);
      fillUniforms(key, { world, replicate, purpose: purposes[armPosition] }, out, count);
    },
  };
}
