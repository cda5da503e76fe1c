import type { ArmCells } from './arm-cells.ts';
import { type ManyCounts, manyCounts, manyCountsSteps } from './many-counts.ts';
import type { PassMatrix } from './pass-matrix.ts';

/** Steps of enumeration that are worth waiting for: some seconds. */
const MOST_STEPS = 2e9;

/** Whether {@link powerOfMany} takes no more than some seconds. */
export function isWithinReach(arms: readonly ArmCells[]): boolean {
  return arms.every(({ size, patterns }) => manyCountsSteps(size, patterns!) <= MOST_STEPS);
}

/**
 * P(all of several claims pass): the experimental arm's joint law of counts is carried through the claims' pass matrices,
 * one endpoint after another, and weighed by the control's.
 */
export function powerOfMany(
  matrices: readonly PassMatrix[],
  control: ArmCells,
  experimental: ArmCells,
): number {
  const ofControl =
    control.size === 0
      ? { from: matrices.map(() => 0), widths: matrices.map(() => 1), probabilities: Float64Array.of(1) }
      : manyCounts(control.size, control.patterns!);
  let carried = manyCounts(experimental.size, experimental.patterns!);
  matrices.forEach((matrix, d) => {
    carried = contract(carried, matrix, d, ofControl.from[d], ofControl.widths[d]);
  });
  // Σ P_c(c₁, …, c_k)·P(every claim passes | c₁, …, c_k)
  return ofControl.probabilities.reduce((sum, p, i) => sum + p * carried.probabilities[i], 0);
}

/** Replaces the experimental count of endpoint `d` by the control's: P(…, c, …) = Σ over e of pass(c, e)·P(…, e, …). */
function contract(
  { from, widths, probabilities }: ManyCounts,
  matrix: PassMatrix,
  d: number,
  controlFrom: number,
  controlWidth: number,
): ManyCounts {
  matrix.know(controlFrom, controlWidth, from[d], widths[d]);
  const inner = widths.slice(d + 1).reduce((a, b) => a * b, 1);
  const outer = widths.slice(0, d).reduce((a, b) => a * b, 1);
  const out = new Float64Array(outer * controlWidth * inner);
  for (let o = 0; o < outer; o++) {
    for (let c = 0; c < controlWidth; c++) {
      const row = (controlFrom + c) * (matrix.experimentalSize + 1) + from[d];
      const into = (o * controlWidth + c) * inner;
      for (let e = 0; e < widths[d]; e++) {
        if (matrix.passes[row + e] !== 1) continue;
        const source = (o * widths[d] + e) * inner;
        for (let i = 0; i < inner; i++) out[into + i] += probabilities[source + i];
      }
    }
  }
  return {
    from: from.map((value, i) => (i === d ? controlFrom : value)),
    widths: widths.map((value, i) => (i === d ? controlWidth : value)),
    probabilities: out,
  };
}
