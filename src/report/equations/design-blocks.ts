import type { Equations } from '../../numeric/equations.ts';
import {
  accrualEquations,
  adoptionEquations,
  armLookEquations,
  lookEquations,
  lossEquations,
  randomisationEquations,
  sizeEquations,
} from '../../trial/design-equations.ts';
import type { DesignSpec } from '../../trial/design-schema.ts';
import type { BoundRule } from '../../trial/efficacy-bounds/definition.ts';
import { efficacyBounds } from '../../trial/efficacy-bounds/index.ts';
import { ladderEquations } from '../../trial/escalation/escalation-equations.ts';
import { followUps } from '../../trial/follow-up/index.ts';
import { futilityBounds } from '../../trial/futility-bounds/index.ts';
import { statedIn } from '../../trial/one-of-registry.ts';
import { claimBlocks } from './claim-blocks.ts';
import type { EquationBlock } from './equation-block.ts';
import { escalationBlocks } from './escalation-blocks.ts';

/** Bounds of the looks of two arms as placed: those of efficacy, and of futility where there are any. */
export interface PlacedBounds {
  readonly efficacy: readonly number[];
  readonly futility?: readonly number[];
}

const listed = (name: string, values: readonly number[]): string =>
  `${name}: "${values.map((value) => (Number.isFinite(value) ? value.toFixed(3).replace('-', '−') : 'none')).join('; ')}"`;

/** What the looks of a kind of bounds come to: the level, which is spent or shared by a shape; nothing where it need not hold. */
function levelEquations(rule: BoundRule): string[] {
  if (rule.kind === 'spending') return ['∑_(j ≤ k) P("shown at look" j | H_0) = α(τ_k)'];
  return rule.final ? [] : ['∑_k P("shown at look" k | H_0) = α'];
}

function lookBlocks({ groupSequential }: DesignSpec, part: string, bounds?: PlacedBounds): EquationBlock[] {
  if (!groupSequential) return [];
  const efficacy = statedIn(efficacyBounds, groupSequential.efficacy);
  const { create, equations, symbols } = efficacyBounds[efficacy.name];
  const futility = groupSequential.futility && statedIn(futilityBounds, groupSequential.futility);
  const block = (title: string, at: string, { equations, symbols }: Equations): EquationBlock => ({
    part,
    title,
    equations,
    at: `design.groupSequential${at}`,
    symbols,
  });
  const placed = [
    ...(bounds ? [listed('z_k', bounds.efficacy)] : []),
    ...(bounds?.futility ? [listed('l_k', bounds.futility)] : []),
  ];
  return [
    block('Looks', '', { ...lookEquations, equations: [...lookEquations.equations, ...placed] }),
    block(`Efficacy bounds: ${efficacy.name}`, `.efficacy.${efficacy.name}`, {
      equations: [...equations, ...levelEquations(create(efficacy.parameters))],
      symbols,
    }),
    ...(futility
      ? [
          block(
            `Futility bounds: ${futility.name}`,
            `.futility.${futility.name}`,
            futilityBounds[futility.name],
          ),
        ]
      : []),
  ];
}

/** Everything that a design states, as equations. */
export function designBlocks(design: DesignSpec, part: string, bounds?: PlacedBounds): EquationBlock[] {
  const { accrual, followUp, lostToFollowUp, randomisation, adoption } = design;
  const block = (title: string, at: string, { equations, symbols }: Equations): EquationBlock => ({
    part,
    title,
    equations,
    at: `design${at}`,
    symbols,
  });
  const followed = followUp && statedIn(followUps, followUp).name;
  return [
    block('Patients', '', design.escalation ? ladderEquations : sizeEquations(design)),
    ...(randomisation ? [block('Permuted blocks', '.randomisation', randomisationEquations)] : []),
    ...(accrual ? [block('Accrual', '.accrual', accrualEquations(accrual))] : []),
    ...claimBlocks(design, part),
    ...escalationBlocks(design, part),
    ...lookBlocks(design, part, bounds),
    ...(design.comparisons?.looks
      ? [block('Looks at the arms', '.comparisons.looks', armLookEquations)]
      : []),
    ...(followed ? [block(`Follow-up: ${followed}`, `.followUp.${followed}`, followUps[followed])] : []),
    ...(lostToFollowUp ? [block('Loss to follow-up', '.lostToFollowUp', lossEquations)] : []),
    ...(adoption ? [block('Adoption', '.adoption', adoptionEquations)] : []),
  ];
}
