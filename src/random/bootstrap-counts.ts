import type { SeedKey } from './seed-key.ts';
import { fillUniforms, purpose } from './stream.ts';

/**
 * How often each of some rows is drawn when as many are drawn again with replacement: resample `index` of those of a name.
 *
 * @returns counts by row, whose sum is `rows`
 * @see Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 6
 */
export function bootstrapCounts(key: SeedKey, name: string, index: number, rows: number): Uint32Array {
  const uniforms = new Float64Array(rows);
  fillUniforms(key, { world: 0, replicate: index, purpose: purpose(name) }, uniforms, rows);
  const counts = new Uint32Array(rows);
  for (const u of uniforms) counts[Math.floor(u * rows)]++;
  return counts;
}
