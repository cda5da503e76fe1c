import type { Ratio } from './ratio.ts';
import type { Bound, Target } from './target.ts';

/** A target on a ratio of pairs, with its spread; none where the peer was not measured. */
export function ratioTarget(
  workload: string,
  name: string,
  ratio: Ratio | undefined,
  bound: Bound,
): Target[] {
  if (!ratio) return [];
  const { median, min, max } = ratio;
  return [{ workload, name, measured: median, spread: [min, max], unit: '×', ...bound }];
}
