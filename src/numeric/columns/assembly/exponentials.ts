import { constant } from './memory';

/** 1/2, 1/ln 2, ln 2 high and low, P5 … P1, 1, 2, 2^52 + 2^51. */
const numbers: usize = memory.data<f64>(
  [
    0.5, 1.4426950408889634, 6.9314718036912381649e-1, 1.90821492927058770002e-10, 4.13813679705723846039e-8,
    -1.6533902205465251539e-6, 6.61375632143793436117e-5, -2.77777777770155933842e-3,
    1.66666666666666019037e-1, 1.0, 2.0, 6755399441055744.0,
  ],
  16,
);

/** Bits of the sign and of the rest, of 2⁻²⁸ and 704, of the upper half, and of the upper half of ln 2/2. */
const bits: usize = memory.data<u64>(
  [
    0x8000000000000000, 0x7fffffffffffffff, 0x3e30000000000000, 0x4086000000000000, 0xffffffff00000000,
    0x3fd62e4200000000,
  ],
  16,
);

/** Lanes where the general case of {@link exponentials} does not hold: |x| > 704, 1, and next to ln 2/2. */
function special(x: v128): v128 {
  const size = v128.and(x, constant(bits, 1));
  const isEdge = i64x2.eq(v128.and(size, constant(bits, 4)), constant(bits, 5));
  return v128.or(v128.or(i64x2.gt_s(size, constant(bits, 3)), isEdge), f64x2.eq(x, constant(numbers, 9)));
}

/** e^x, but 1 + x where |x| < 2⁻²⁸. */
function orOneMore(x: v128, exponential: v128): v128 {
  const isSmall = i64x2.gt_s(constant(bits, 2), v128.and(x, constant(bits, 1)));
  return v128.bitselect(f64x2.add(constant(numbers, 9), x), exponential, isSmall);
}

/**
 * exp(shift + scale·x) of the first `count` values of a column, in place: the operations of fdlibm's e_exp.c in their order, so that
 * every bit is that of a scalar exp by fdlibm. Two vectors at a time, so that a constant is loaded once for both.
 *
 * @returns how many of the values, from the first, are done: fewer than `count` where a special case waits for `exp`
 */
export function exponentials(column: usize, shift: f64, scale: f64, from: i32, count: i32): i32 {
  const a = f64x2.splat(shift);
  const b = f64x2.splat(scale);
  const end = column + ((<usize>count) << 3);
  for (let at = column + ((<usize>from) << 3); at < end; at += 32) {
    const x = f64x2.add(a, f64x2.mul(b, v128.load(at)));
    const X = f64x2.add(a, f64x2.mul(b, v128.load(at, 16)));
    if (v128.any_true(v128.or(special(x), special(X)))) return <i32>((at - column) >> 3);
    // k = trunc(x/ln 2 ± 1/2)
    let c = constant(bits, 0);
    let d = constant(numbers, 0);
    let e = constant(numbers, 1);
    const k = f64x2.trunc(f64x2.add(f64x2.mul(e, x), v128.or(d, v128.and(x, c))));
    const K = f64x2.trunc(f64x2.add(f64x2.mul(e, X), v128.or(d, v128.and(X, c))));
    // r = x − k·ln 2, in two parts
    c = constant(numbers, 2);
    d = constant(numbers, 3);
    const high = f64x2.sub(x, f64x2.mul(k, c));
    const HIGH = f64x2.sub(X, f64x2.mul(K, c));
    const low = f64x2.mul(k, d);
    const LOW = f64x2.mul(K, d);
    const r = f64x2.sub(high, low);
    const R = f64x2.sub(HIGH, LOW);
    // c = r − r²·(P1 + … + r⁸·P5)
    const t = f64x2.mul(r, r);
    const T = f64x2.mul(R, R);
    c = constant(numbers, 4);
    d = constant(numbers, 5);
    let p = f64x2.add(d, f64x2.mul(t, c));
    let P = f64x2.add(d, f64x2.mul(T, c));
    for (let j = 6; j < 9; j++) {
      c = constant(numbers, j);
      p = f64x2.add(c, f64x2.mul(t, p));
      P = f64x2.add(c, f64x2.mul(T, P));
    }
    p = f64x2.sub(r, f64x2.mul(t, p));
    P = f64x2.sub(R, f64x2.mul(T, P));
    // e^r = 1 − ((low − r·c/(2 − c)) − high)
    c = constant(numbers, 9);
    d = constant(numbers, 10);
    e = constant(numbers, 11);
    const y = f64x2.sub(c, f64x2.sub(f64x2.sub(low, f64x2.div(f64x2.mul(r, p), f64x2.sub(d, p))), high));
    const Y = f64x2.sub(c, f64x2.sub(f64x2.sub(LOW, f64x2.div(f64x2.mul(R, P), f64x2.sub(d, P))), HIGH));
    // 2^k: the low bits of k + 2^52 + 2^51 are k, added to the exponent
    v128.store(at, orOneMore(x, i64x2.add(y, i64x2.shl(f64x2.add(k, e), 52))));
    v128.store(at, orOneMore(X, i64x2.add(Y, i64x2.shl(f64x2.add(K, e), 52))), 16);
  }
  return count;
}

/** 1/(1 + x) of the first `count` values of a column, in place. */
export function shares(column: usize, count: i32): void {
  const one = constant(numbers, 9);
  const end = column + ((<usize>count) << 3);
  for (let at = column; at < end; at += 16) v128.store(at, f64x2.div(one, f64x2.add(one, v128.load(at))));
}
