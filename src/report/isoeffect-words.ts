import { eqd2 } from '../radiobiology/linear-quadratic.ts';
import type { ChartArm } from './chart-arms.ts';
import { equalDosePerFraction } from './isoeffect-curves.ts';
import { gray } from './numbers.ts';
import type { Tissue } from './tissues.ts';

/** Differences in Gy that the text shows as none. */
const EQUAL_GY = 0.05;

/** `wound complications (α/β 10 Gy)`. */
export const tissueWords = ({ label, alphaBetaGy }: Tissue): string => `${label} (α/β ${gray(alphaBetaGy)})`;

/** How much stronger the last arm is than the first, in Gy EQD2; 0 where the text shows no difference. */
export function excessGy({ sums, alphaBetaGy }: Tissue): number {
  const difference = eqd2(sums[sums.length - 1], alphaBetaGy) - eqd2(sums[0], alphaBetaGy);
  return Math.abs(difference) < EQUAL_GY ? 0 : difference;
}

/** Whether the last arm is at least as strong as the first for the tumour, and at most as strong for normal tissues. */
export function isInWindow(tissues: readonly Tissue[]): boolean {
  return tissues.every((tissue) =>
    tissue.kind === 'tumour' ? excessGy(tissue) >= 0 : excessGy(tissue) <= 0,
  );
}

function excessWords(tissue: Tissue): string {
  const excess = excessGy(tissue);
  const size = excess === 0 ? 'as much' : `${gray(Math.abs(excess))} EQD2 ${excess > 0 ? 'more' : 'less'}`;
  return `${size} for ${tissueWords(tissue)}`;
}

/** Whether the last arm lies in the window of the first, and how far from each tissue’s equal effect. */
export function windowTitle(
  [control, experimental]: readonly ChartArm[],
  tissues: readonly Tissue[],
): string {
  const differences = tissues.map(excessWords).join(', ');
  const hasBoth = new Set(tissues.map(({ kind }) => kind)).size === 2;
  const isAllEqual = tissues.every((tissue) => excessGy(tissue) === 0);
  if (!hasBoth || isAllEqual) return `Against ${control.label}, ${experimental.label} gives ${differences}`;
  const place = isInWindow(tissues) ? 'in' : 'outside';
  return `${experimental.label} lies ${place} the therapeutic window of ${control.label}: ${differences}`;
}

/** Fractions in which one arm's effect is said again: few, or many where the arm itself has few. */
const FEW = 5;
const MANY = 25;

/** What dose per fraction would have a single arm's effect in another number of fractions. */
export function equalDoseTitle({ label }: ChartArm, tissues: readonly Tissue[], fractions: number): string {
  const other = fractions === FEW ? MANY : FEW;
  const doses = tissues.map(
    (tissue) => `${equalDosePerFraction(tissue, other).toFixed(2)} Gy each for ${tissueWords(tissue)}`,
  );
  return `In ${other} fractions, the effect of ${label} takes ${doses.join(', ')}`;
}
