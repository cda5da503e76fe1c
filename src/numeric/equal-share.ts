/** Index in 0 … `count` − 1 of the one of `count` equal parts of (0, 1) in which a uniform lies. */
export function equalShare(uniform: number, count: number): number {
  return Math.min(count - 1, Math.floor(uniform * count));
}
