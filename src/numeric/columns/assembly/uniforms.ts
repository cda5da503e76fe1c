/** Where the four streams are: word w of stream l at 16·w + 4·l bytes. */
const states: usize = memory.data(64, 16);
/** What the four streams are for: two words each. */
const purposes: usize = memory.data(32, 16);
const factors: usize = memory.data<f64>([67108864.0, 0.5, 1.1102230246251565e-16], 16);

export function purposesAt(): usize {
  return purposes;
}

export function statesAt(): usize {
  return states;
}

/** Puts the four streams at their addresses: Philox4x32-10 of world, replicate and purpose, as `philox4x32` does. */
export function seek(world: u32, replicate: u32, key0: u32, key1: u32): void {
  for (let stream: usize = 0; stream < 4; stream++) {
    let c0 = world;
    let c1 = replicate;
    const purpose = purposes + (stream << 3);
    let c2 = load<u32>(purpose);
    let c3 = load<u32>(purpose, 4);
    let k0 = key0;
    let k1 = key1;
    for (let round = 0; round < 10; round++) {
      const first = <u64>0xd2511f53 * <u64>c0;
      const second = <u64>0xcd9e8d57 * <u64>c2;
      c0 = <u32>(second >> 32) ^ c1 ^ k0;
      c1 = <u32>second;
      c2 = <u32>(first >> 32) ^ c3 ^ k1;
      c3 = <u32>first;
      k0 += 0x9e3779b9;
      k1 += 0xbb67ae85;
    }
    if ((c0 | c1 | c2 | c3) === 0) c0 = 1;
    const at = states + (stream << 2);
    store<u32>(at, c0);
    store<u32>(at, c1, 16);
    store<u32>(at, c2, 32);
    store<u32>(at, c3, 48);
  }
}

/** (high·2²⁶ + low)·2⁻⁵³, 0 replaced by 2⁻⁵⁴, of the first two lanes. */
function toUnit(high: v128, low: v128): v128 {
  const whole = f64x2.add(
    f64x2.mul(f64x2.convert_low_i32x4_s(high), v128.load64_splat(factors)),
    f64x2.convert_low_i32x4_s(low),
  );
  return f64x2.mul(f64x2.pmax(v128.load64_splat(factors, 8), whole), v128.load64_splat(factors, 16));
}

/** The upper two lanes as the lower two. */
function upper(x: v128): v128 {
  return i64x2.shuffle(x, x, 1, 1);
}

/** Advances the four xoshiro128++ streams and writes `count` uniforms of each into its column. */
export function uniforms(a: usize, b: usize, c: usize, d: usize, count: i32): void {
  let s0 = v128.load(states);
  let s1 = v128.load(states, 16);
  let s2 = v128.load(states, 32);
  let s3 = v128.load(states, 48);
  const end = (<usize>count) << 3;
  for (let at: usize = 0; at < end; at += 8) {
    let sum = i32x4.add(s0, s3);
    const high = i32x4.shr_u(i32x4.add(v128.or(i32x4.shl(sum, 7), i32x4.shr_u(sum, 25)), s0), 5);
    let t = i32x4.shl(s1, 9);
    s2 = v128.xor(s2, s0);
    s3 = v128.xor(s3, s1);
    s1 = v128.xor(s1, s2);
    s0 = v128.xor(s0, s3);
    s2 = v128.xor(s2, t);
    s3 = v128.or(i32x4.shl(s3, 11), i32x4.shr_u(s3, 21));
    sum = i32x4.add(s0, s3);
    const low = i32x4.shr_u(i32x4.add(v128.or(i32x4.shl(sum, 7), i32x4.shr_u(sum, 25)), s0), 6);
    t = i32x4.shl(s1, 9);
    s2 = v128.xor(s2, s0);
    s3 = v128.xor(s3, s1);
    s1 = v128.xor(s1, s2);
    s0 = v128.xor(s0, s3);
    s2 = v128.xor(s2, t);
    s3 = v128.or(i32x4.shl(s3, 11), i32x4.shr_u(s3, 21));
    const first = toUnit(high, low);
    const second = toUnit(upper(high), upper(low));
    v128.store64_lane(a + at, first, 0);
    v128.store64_lane(b + at, first, 1);
    v128.store64_lane(c + at, second, 0);
    v128.store64_lane(d + at, second, 1);
  }
  v128.store(states, s0);
  v128.store(states, s1, 16);
  v128.store(states, s2, 32);
  v128.store(states, s3, 48);
}
