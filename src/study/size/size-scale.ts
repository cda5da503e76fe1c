import type { Path } from '../../scenario/path.ts';
import { withValues } from '../../scenario/path.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { MOST_PATIENTS } from '../../trial/design-schema.ts';
import { smallestBlock } from '../../trial/randomisation-schema.ts';

/** How a scenario states its size: patients of each arm, or of all. */
export interface SizeScale {
  readonly path: Path;
  /** In running text: what is counted. */
  readonly unit: string;
  /** The size that the scenario states. */
  readonly stated: number;
  /** Sizes go up by so many, so that the arms keep their ratio. */
  readonly step: number;
  /** The largest size that a design may have. */
  readonly most: number;
}

/** How a scenario states its size. */
export function sizeScale({ design, arms }: Pick<Scenario, 'design' | 'arms'>): SizeScale {
  const isSingle = Object.keys(arms).length === 1;
  if (design.perArm !== undefined) {
    const unit = isSingle ? 'patients' : 'patients an arm';
    return { path: 'design.perArm', unit, stated: design.perArm, step: 1, most: MOST_PATIENTS };
  }
  const block = smallestBlock(design.allocation);
  const step = isSingle || !block ? 1 : block.reduce((a, b) => a + b, 0);
  return { path: 'design.total', unit: 'patients in all', stated: design.total!, step, most: MOST_PATIENTS };
}

/** A scenario in another size. */
export function atSize(scenario: Scenario, { path }: Pick<SizeScale, 'path'>, size: number): Scenario {
  return withValues(scenario, [[path, size]]);
}
