import { atMost1 } from '../numeric/at-most-1.ts';
import type { ArmCells } from './arm-cells.ts';
import type { Claim } from './claims/definition.ts';
import type { Design } from './design.ts';
import { type ExactPower, exactPower } from './exact-power.ts';
import { type ExactSequential, exactSequential, hasExactSequential } from './exact-sequential.ts';
import { exactTwoArmDesign } from './exact-two-arm-design.ts';
import { type ExactComparisons, exactComparisons } from './many-to-one/exact-comparisons.ts';
import type { PassMatrices } from './pass-matrix.ts';
import { isWithinReach } from './power-of-many.ts';
import { stagesOf } from './stages.ts';

/** Whether unevaluable patients are dropped, so that exact values are mixtures over the evaluable counts. */
export const isMixed = ({ unevaluable, countsUnevaluableAsFailures }: Design): boolean =>
  unevaluable > 0 && !countsUnevaluableAsFailures;

/** Exact success of a design, with what its looks do where it has any; undefined where enumeration does not reach it. */
export function exactDesign(
  design: Design,
  matrices: PassMatrices,
  arms: readonly ArmCells[],
): ExactPower | ExactSequential | ExactComparisons | undefined {
  const found = enumerate(design, matrices, arms);
  return found && { ...found, joint: atMost1(found.joint), byClaim: found.byClaim.map(atMost1) };
}

function enumerate(
  design: Design,
  matrices: PassMatrices,
  arms: readonly ArmCells[],
): ExactPower | ExactSequential | ExactComparisons | undefined {
  if (design.comparisons) return exactComparisons(design, matrices, arms);
  if (design.sequential) return exactTwoArmDesign(design, arms);
  if (design.stages.length > 0)
    return hasExactSequential(design) ? exactSequential(design, arms[0]) : undefined;
  const isHeavy = arms.some(({ patterns }) => patterns !== undefined);
  if (isHeavy && (isMixed(design) || !isWithinReach(arms))) return undefined;
  return exactPower(design, matrices, arms);
}

/**
 * The design as it is judged at the null of one claim: the others, and rules of other endpoints, are certain to let it
 * pass.
 */
export function nullDesign(design: Design, claim: Claim): Design {
  const rules = design.rules.filter(({ endpoint }) => endpoint === claim.endpoint);
  const { comparisons: _, ...alone } = design;
  return { ...alone, claims: [claim], isHierarchical: false, rules, stages: stagesOf(rules) };
}
