import { logarithms } from './logarithms';
import { constant } from './memory';

/** 1/2, 0.425, 0.180625, 1, 5, 1.6. */
const numbers: usize = memory.data<f64>([0.5, 0.425, 0.180625, 1.0, 5.0, 1.6], 16);

/** Numerator and denominator, eight coefficients each from the highest power down: centre, tails, far tails. */
const rationals: usize = memory.data<f64>(
  [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
    13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
    5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0, 7.7454501427834140764e-4,
    0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504,
    5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734, 1.05075007164441684324e-9,
    5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455,
    1.6763848301838038494, 2.05319162663775882187, 1.0, 2.01033439929228813265e-7, 2.71155556874348757815e-5,
    0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358,
    5.4637849111641143699, 6.6579046435011037772, 2.04426310338993978564e-15, 1.4215117583164458887e-7,
    1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
    0.59983220655588793769, 1.0,
  ],
  16,
);
const TAIL: i32 = 16;
const FAR_TAIL: i32 = 32;

/** Probabilities that lie in the tails, their positions, and the logarithms of the smaller shares. */
const tails: usize = memory.data(8192 + 32, 16);
const positions: usize = memory.data(4096 + 16, 16);
const shares: usize = memory.data(8192 + 32, 16);

/** Numerator over denominator of the rational that starts at a coefficient. */
function rational(first: i32, r: v128): v128 {
  let above = f64x2.add(f64x2.mul(r, constant(rationals, first)), constant(rationals, first + 1));
  let below = f64x2.add(f64x2.mul(r, constant(rationals, first + 8)), constant(rationals, first + 9));
  for (let j = first + 2; j < first + 8; j++) {
    above = f64x2.add(f64x2.mul(above, r), constant(rationals, j));
    below = f64x2.add(f64x2.mul(below, r), constant(rationals, j + 8));
  }
  return f64x2.div(above, below);
}

/** Standard normal quantiles of the first `count` values of a column, each in (0, 1), in place: AS 241, to the bit the scalar one. */
export function normalQuantiles(column: usize, count: i32): void {
  const found = centres(column, count);
  // What is past the end of the tails is computed and left
  v128.store(tails + ((<usize>found) << 3), constant(numbers, 0));
  for (let at: usize = 0; at < (<usize>found) << 3; at += 16) {
    const p = v128.load(tails + at);
    v128.store(shares + at, f64x2.pmin(p, f64x2.sub(constant(numbers, 3), p)));
  }
  logarithms(shares, found);
  for (let at: usize = 0; at < (<usize>found) << 3; at += 16) {
    const depth = f64x2.sqrt(f64x2.neg(v128.load(shares + at)));
    let z = rational(TAIL, f64x2.sub(depth, constant(numbers, 5)));
    const isFar = f64x2.gt(depth, constant(numbers, 4));
    if (v128.any_true(isFar))
      z = v128.bitselect(rational(FAR_TAIL, f64x2.sub(depth, constant(numbers, 4))), z, isFar);
    const isLower = f64x2.lt(v128.load(tails + at), constant(numbers, 0));
    v128.store(tails + at, v128.bitselect(f64x2.neg(z), z, isLower));
  }
  for (let j: i32 = 0; j < found; j++)
    store<f64>(
      column + ((<usize>load<i32>(positions + ((<usize>j) << 2))) << 3),
      load<f64>(tails + ((<usize>j) << 3)),
    );
}

/** Does the values within 0.425 of the median; lists the others as tails, and returns how many these are. */
function centres(column: usize, count: i32): i32 {
  let found: i32 = 0;
  for (let i: i32 = 0; i < count; i += 4) {
    const at = column + ((<usize>i) << 3);
    const p = v128.load(at);
    const P = v128.load(at, 16);
    let c = constant(numbers, 0);
    const q = f64x2.sub(p, c);
    const Q = f64x2.sub(P, c);
    c = constant(numbers, 2);
    const r = f64x2.sub(c, f64x2.mul(q, q));
    const R = f64x2.sub(c, f64x2.mul(Q, Q));
    c = constant(rationals, 0);
    let d = constant(rationals, 1);
    let above = f64x2.add(f64x2.mul(r, c), d);
    let ABOVE = f64x2.add(f64x2.mul(R, c), d);
    c = constant(rationals, 8);
    d = constant(rationals, 9);
    let below = f64x2.add(f64x2.mul(r, c), d);
    let BELOW = f64x2.add(f64x2.mul(R, c), d);
    for (let j = 2; j < 8; j++) {
      c = constant(rationals, j);
      d = constant(rationals, j + 8);
      above = f64x2.add(f64x2.mul(above, r), c);
      ABOVE = f64x2.add(f64x2.mul(ABOVE, R), c);
      below = f64x2.add(f64x2.mul(below, r), d);
      BELOW = f64x2.add(f64x2.mul(BELOW, R), d);
    }
    v128.store(at, f64x2.div(f64x2.mul(q, above), below));
    v128.store(at, f64x2.div(f64x2.mul(Q, ABOVE), BELOW), 16);
    // Listed without a branch, which would be guessed wrongly at every third tail
    c = constant(numbers, 1);
    let far = i64x2.bitmask(f64x2.gt(f64x2.abs(q), c));
    v128.store64_lane(tails + ((<usize>found) << 3), p, 0);
    store<i32>(positions + ((<usize>found) << 2), i);
    found += far & 1;
    v128.store64_lane(tails + ((<usize>found) << 3), p, 1);
    store<i32>(positions + ((<usize>found) << 2), i + 1);
    found += far >> 1;
    far = i64x2.bitmask(f64x2.gt(f64x2.abs(Q), c));
    v128.store64_lane(tails + ((<usize>found) << 3), P, 0);
    store<i32>(positions + ((<usize>found) << 2), i + 2);
    found += far & 1;
    v128.store64_lane(tails + ((<usize>found) << 3), P, 1);
    store<i32>(positions + ((<usize>found) << 2), i + 3);
    found += far >> 1;
  }
  return found;
}
