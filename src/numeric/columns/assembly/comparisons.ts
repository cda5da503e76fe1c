/** Turns the first `count` values of a column into 1 where they lie above a limit, else 0. */
export function indicators(column: usize, limit: f64, count: i32): void {
  const one = f64x2.splat(1.0);
  const than = f64x2.splat(limit);
  const end = column + ((<usize>count) << 3);
  for (let at = column; at < end; at += 16) v128.store(at, v128.and(one, f64x2.gt(v128.load(at), than)));
}

/** Writes whether each of the first `count` values of a column lies below that of another, as bytes 1 and 0. */
export function areBelow(column: usize, other: usize, flags: usize, count: i32): void {
  const ones = i8x16.splat(1);
  for (let i: usize = 0; i < <usize>count; i += 8) {
    const at = column + (i << 3);
    const than = other + (i << 3);
    // Masks of 64 bits are narrowed to bytes by picking one of each
    const a = f64x2.lt(v128.load(at), v128.load(than));
    const b = f64x2.lt(v128.load(at, 16), v128.load(than, 16));
    const c = f64x2.lt(v128.load(at, 32), v128.load(than, 32));
    const d = f64x2.lt(v128.load(at, 48), v128.load(than, 48));
    const low = i32x4.shuffle(a, b, 0, 2, 4, 6);
    const high = i32x4.shuffle(c, d, 0, 2, 4, 6);
    const bytes = i8x16.shuffle(low, high, 0, 4, 8, 12, 16, 20, 24, 28, 0, 0, 0, 0, 0, 0, 0, 0);
    v128.store64_lane(flags + i, v128.and(bytes, ones), 0);
  }
}
