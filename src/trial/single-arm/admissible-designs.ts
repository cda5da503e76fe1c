import type { TwoStageDesign } from './two-stage.ts';

/** A two-stage design that is best for some weight of its size against its expected size. */
export interface AdmissibleDesign {
  readonly design: TwoStageDesign;
  /** It minimises q·n + (1 − q)·E[N | null] for weights q from here … */
  readonly weightFrom: number;
  /** … to here. */
  readonly weightTo: number;
}

/** How much expected size falls for each further patient of the whole, from one design to a larger one. */
const gain = (smaller: TwoStageDesign, larger: TwoStageDesign): number =>
  (smaller.expectedSize - larger.expectedSize) / (larger.size - smaller.size);

/**
 * The designs on the lower convex hull of size and expected size at the null, each with its interval of weights.
 *
 * @param frontier by rising size and falling expected size: from minimax to optimal
 * @see Jung, Lee, Kim & George 2004, Statistics in Medicine 23:561
 */
export function admissibleDesigns(frontier: readonly TwoStageDesign[]): AdmissibleDesign[] {
  const hull: TwoStageDesign[] = [];
  for (const design of frontier) {
    while (
      hull.length > 1 &&
      gain(hull[hull.length - 2], hull[hull.length - 1]) <= gain(hull[hull.length - 1], design)
    )
      hull.pop();
    hull.push(design);
  }
  // q·n₁ + (1 − q)·E₁ = q·n₂ + (1 − q)·E₂ at q = s/(1 + s), s = (E₁ − E₂)/(n₂ − n₁)
  const weights = hull.slice(1).map((design, i) => {
    const slope = gain(hull[i], design);
    return slope / (1 + slope);
  });
  return hull.map((design, i) => ({
    design,
    weightFrom: weights[i] ?? 0,
    weightTo: i === 0 ? 1 : weights[i - 1],
  }));
}
