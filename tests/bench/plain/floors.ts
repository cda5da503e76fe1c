/**
 * How many times as fast as the frozen plain programs ours must stay, in CPU time of one thread, median of pairs in one run:
 * a ratio, as times of a shared machine say little. Each is about three quarters of what was measured when it was set, as
 * medians of such pairs moved by up to a fifth between runs; raise them when ours becomes faster.
 */
export const FLOORS = {
  referenceWorkload: 0.9,
  logRank: 0.35,
};
