import { constant } from './memory';

/** 1, 2, Lg1 … Lg7, ln 2 high and low, 1/2, 1/3. */
const numbers: usize = memory.data<f64>(
  [
    1.0, 2.0, 6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1,
    2.222219843214978396e-1, 1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1,
    6.9314718036912381649e-1, 1.90821492927058770002e-10, 0.5, 0.33333333333333333,
  ],
  16,
);

/** The upper half of the mantissa, √2/2, the carry, exponent 0; the whole mantissa, the bias, 2^52 + 2^51; the cases. */
const bits: usize = memory.data<u64>(
  [
    0x00000000000fffff, 0x0000000000095f64, 0x0000000000100000, 0x000000003ff00000, 0x000fffffffffffff,
    0x00000000000003ff, 0x4338000000000000, 0x000000000006147a, 0x000000000006b851, 0x0000000000000000,
    0x0000000000000003, 0x0000000000000002,
  ],
  16,
);

/** ln of two normal positive numbers: the operations of fdlibm's e_log.c in their order. */
function logarithm(x: v128): v128 {
  // x = 2^k·(1 + f), √2/2 < 1 + f < √2
  const word = i64x2.shr_u(x, 32);
  const mantissa = v128.and(word, constant(bits, 0));
  const carry = v128.and(i64x2.add(mantissa, constant(bits, 1)), constant(bits, 2));
  const exponent = i64x2.shl(v128.xor(carry, constant(bits, 3)), 32);
  const scaled = v128.or(v128.and(x, constant(bits, 4)), exponent);
  const whole = i64x2.add(i64x2.sub(i64x2.shr_u(word, 20), constant(bits, 5)), i64x2.shr_u(carry, 20));
  const k = f64x2.sub(i64x2.add(whole, constant(bits, 6)), constant(bits, 6));
  const f = f64x2.sub(scaled, constant(numbers, 0));
  const high = f64x2.mul(k, constant(numbers, 9));
  const low = f64x2.mul(k, constant(numbers, 10));
  const s = f64x2.div(f, f64x2.add(constant(numbers, 1), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let odd = f64x2.mul(w, constant(numbers, 8));
  odd = f64x2.mul(w, f64x2.add(constant(numbers, 6), odd));
  odd = f64x2.mul(w, f64x2.add(constant(numbers, 4), odd));
  odd = f64x2.mul(z, f64x2.add(constant(numbers, 2), odd));
  let even = f64x2.mul(w, constant(numbers, 7));
  even = f64x2.mul(w, f64x2.add(constant(numbers, 5), even));
  even = f64x2.mul(w, f64x2.add(constant(numbers, 3), even));
  const rest = f64x2.add(odd, even);
  const half = f64x2.mul(f64x2.mul(constant(numbers, 11), f), f);
  const withHalf = f64x2.sub(half, f64x2.add(f64x2.mul(s, f64x2.add(half, rest)), low));
  const without = f64x2.sub(f64x2.mul(s, f64x2.sub(f, rest)), low);
  const third = f64x2.sub(constant(numbers, 11), f64x2.mul(constant(numbers, 12), f));
  const nearOne = f64x2.sub(f64x2.mul(f64x2.mul(f, f), third), low);
  const isMiddle = i64x2.gt_s(
    v128.or(i64x2.sub(mantissa, constant(bits, 7)), i64x2.sub(constant(bits, 8), mantissa)),
    constant(bits, 9),
  );
  const isNearOne = i64x2.gt_s(
    constant(bits, 10),
    v128.and(i64x2.add(mantissa, constant(bits, 11)), constant(bits, 0)),
  );
  const tail = v128.bitselect(nearOne, v128.bitselect(withHalf, without, isMiddle), isNearOne);
  // ln x = k·ln 2 − (tail − f)
  return f64x2.sub(high, f64x2.sub(tail, f));
}

/** ln of the first `count` values of a column, normal positive numbers, in place: every bit is that of a scalar log by fdlibm. */
export function logarithms(column: usize, count: i32): void {
  const end = column + ((<usize>count) << 3);
  for (let at = column; at < end; at += 16) v128.store(at, logarithm(v128.load(at)));
}
