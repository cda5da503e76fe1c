import { philox4x32 } from './philox.ts';
import type { SeedKey } from './seed-key.ts';

/** What a stream is for, as 64 bits: the arm's position and the variable, for example `1/alphaBetaGy`. */
export interface Purpose {
  readonly low: number;
  readonly high: number;
}

/** Where a stream lies: world and replicate are whole numbers below 2³². */
export interface Address {
  readonly world: number;
  readonly replicate: number;
  readonly purpose: Purpose;
}

/** Murmur3's 32-bit finaliser. */
function finalise(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hashes a purpose's name; done once a name, not once a draw. */
export function purpose(name: string): Purpose {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(finalise(high) + code, 0xcc9e2d51);
  }
  return { low: finalise(low), high: finalise(high ^ name.length) };
}

const block = new Uint32Array(4);

/** The initial state of the stream at an address: four words, never all zero. */
function locate(key: SeedKey, address: Address): Uint32Array {
  block[0] = address.world ^ key[2];
  block[1] = address.replicate ^ key[3];
  block[2] = address.purpose.low;
  block[3] = address.purpose.high;
  philox4x32(block, key[0], key[1]);
  if ((block[0] | block[1] | block[2] | block[3]) === 0) block[0] = 1;
  return block;
}

const UNIT = 1 / 9007199254740992;

/** (high·2²⁶ + low)·2⁻⁵³ of 27 and 26 bits, 0 replaced by 2⁻⁵⁴. */
function toUnit(high: number, low: number): number {
  return (high * 67108864 + low || 0.5) * UNIT;
}

/**
 * Advances xoshiro128++ from `state` and writes `count` uniforms strictly inside (0, 1): 53 bits each, 0 replaced by 2⁻⁵⁴.
 *
 * @see Blackman & Vigna 2021, ACM Transactions on Mathematical Software 47:36. doi:10.1145/3460772
 */
export function fillFromState(state: Uint32Array, out: Float64Array, count: number): void {
  let [s0, s1, s2, s3] = [state[0] | 0, state[1] | 0, state[2] | 0, state[3] | 0];
  for (let i = 0; i < count; i++) {
    const sum = (s0 + s3) | 0;
    const high = (((sum << 7) | (sum >>> 25)) + s0) >>> 5;
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
    const nextSum = (s0 + s3) | 0;
    const low = (((nextSum << 7) | (nextSum >>> 25)) + s0) >>> 6;
    const nextT = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= nextT;
    s3 = (s3 << 11) | (s3 >>> 21);
    out[i] = toUnit(high, low);
  }
}

/** Writes the first `count` uniforms of the stream at `address` into `out`; draw k belongs to patient k. */
export function fillUniforms(key: SeedKey, address: Address, out: Float64Array, count: number): void {
  fillFromState(locate(key, address), out, count);
}

const single = new Float64Array(1);

/** The first uniform of the stream at `address`. */
export function uniformAt(key: SeedKey, address: Address): number {
  fillUniforms(key, address, single, 1);
  return single[0];
}
