/** Where random numbers come from. */
export const generatorWords =
  'seedrandom turns the seed into a 128-bit key; Philox4x32-10 turns key, world, replicate and purpose into the state of a xoshiro128++ stream; 53-bit uniforms. Any number of threads gives the same bytes.';
