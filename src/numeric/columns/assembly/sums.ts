/** Adds factor·x of the first `count` values of a column to those of another. */
export function addScaled(sum: usize, column: usize, factor: f64, count: i32): void {
  const by = f64x2.splat(factor);
  const end = (<usize>count) << 3;
  for (let at: usize = 0; at < end; at += 16)
    v128.store(sum + at, f64x2.add(v128.load(sum + at), f64x2.mul(by, v128.load(column + at))));
}
