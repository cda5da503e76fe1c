/** α·((D + Q/(α/β)) − lost) − lostEffect of the first `count` patients, by their columns of α and α/β. */
export function effects(
  alpha: usize,
  ratio: usize,
  out: usize,
  linear: f64,
  quadratic: f64,
  lost: f64,
  lostEffect: f64,
  count: i32,
): void {
  const d = f64x2.splat(linear);
  const q = f64x2.splat(quadratic);
  const dose = f64x2.splat(lost);
  const effect = f64x2.splat(lostEffect);
  const end = (<usize>count) << 3;
  for (let at: usize = 0; at < end; at += 16) {
    const bed = f64x2.sub(f64x2.add(d, f64x2.div(q, v128.load(ratio + at))), dose);
    v128.store(out + at, f64x2.sub(f64x2.mul(v128.load(alpha + at), bed), effect));
  }
}
