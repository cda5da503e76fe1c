import type { ArmLooksBlock } from './arm-looks-schema.ts';

/** The looks at which arms leave a trial of several arms; all lists go by look, the last one being the end of the trial. */
export interface ArmLooks {
  /** Of the patients planned in each arm, rising to 1. */
  readonly fractions: readonly number[];
  /** Patients by arm, those whom the look sees. */
  readonly sizes: readonly (readonly number[])[];
  /** Normal scores below which an arm is dropped; −∞ where none is, as at the end. */
  readonly futility: readonly number[];
  /** Normal scores from which an arm is shown; ∞ where none is, as at the end, where the claim's own test decides. */
  readonly efficacy: readonly number[];
}

/** The live looks of a valid block. */
export function createArmLooks(block: ArmLooksBlock, sizes: readonly number[]): ArmLooks {
  const fractions = [...block.map(({ informationFraction }) => informationFraction), 1];
  return {
    fractions,
    sizes: fractions.map((fraction) => sizes.map((size) => Math.round(fraction * size))),
    futility: [...block.map(({ futilityScore }) => futilityScore ?? -Infinity), -Infinity],
    efficacy: [...block.map(({ efficacyScore }) => efficacyScore ?? Infinity), Infinity],
  };
}
