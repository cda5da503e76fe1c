/** Randomisation by permuted blocks of two arms. */
export interface PermutedBlocks {
  /** Sizes of blocks, each a multiple of {@link perBlock}'s sum. */
  readonly sizes: readonly number[];
  /** Patients of the control and the experimental arm in the smallest whole block. */
  readonly perBlock: readonly [control: number, experimental: number];
}

/**
 * Allocates the patients of one stratum in the order in which they come: 0 control, 1 experimental. Within a block every
 * order of its places is equally likely.
 *
 * @param sizeUniforms one a block, for its size; entry b belongs to block b
 * @param uniforms one a patient; entry k belongs to the stratum's patient k
 * @see Rosenberger & Lachin 2016, Randomization in Clinical Trials, ch. 3 (permuted and random block designs)
 */
export function allocateByBlocks(
  { sizes, perBlock: [control, experimental] }: PermutedBlocks,
  sizeUniforms: Float64Array,
  uniforms: Float64Array,
  arms: Uint8Array,
  count: number,
): void {
  let places = [0, 0];
  let block = 0;
  for (let k = 0; k < count; k++) {
    if (places[0] + places[1] === 0) {
      const chosen = Math.min(sizes.length - 1, Math.floor(sizeUniforms[block++] * sizes.length));
      const repeats = sizes[chosen] / (control + experimental);
      places = [repeats * control, repeats * experimental];
    }
    // P(control) = the control's share of the places that the block has left
    arms[k] = uniforms[k] * (places[0] + places[1]) < places[0] ? 0 : 1;
    places[arms[k]]--;
  }
}
