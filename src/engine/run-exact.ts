import { atMost1 } from '../numeric/at-most-1.ts';
import { competingRates } from '../outcomes/competing-rates.ts';
import { inexactPower } from '../scenario/inexact-counts.ts';
import { armCells, claimRates, type KnownTruth, rateAtMargin, type Trial } from '../scenario/trial.ts';
import type { ArmCells } from '../trial/arm-cells.ts';
import type { Claim } from '../trial/claims/definition.ts';
import { decidingEndpoints } from '../trial/design.ts';
import { exactDesign, isMixed, nullDesign } from '../trial/exact-design.ts';
import { hasExactSequential } from '../trial/exact-sequential.ts';
import { type ExactComparisons, exactComparisons } from '../trial/many-to-one/exact-comparisons.ts';
import type { ExactResult, ExactSuccess } from './batch-result.ts';
import { exactAdoption } from './exact-adoption.ts';
import { exactArms } from './exact-arms.ts';
import { exactEscalation } from './exact-escalation.ts';

/** Whether a world's power has an exact value at a cost that thousands of worlds can bear. */
export function hasExactPower(trial: Trial, { truth, rates }: KnownTruth): boolean {
  const { design } = trial;
  if (inexactPower(trial, truth).length > 0) return false;
  const endpoints = decidingEndpoints(design).length;
  if (design.sequential) return rates.exact;
  if (design.stages.length > 0) return rates.exact && endpoints === 1 && hasExactSequential(design);
  return rates.exact && endpoints <= 2 && !isMixed(design);
}

/** The arms at the null of a claim: its endpoint alone, the control as it is and the claim's arm at the margin. */
export function cellsAtMargin(claim: Claim, known: KnownTruth, cells: readonly ArmCells[]): ArmCells[] {
  const { control } = claimRates(claim, known);
  const compared = claim.arm === undefined ? cells : [cells[0], cells[claim.arm]];
  return compared.map(
    ({ size, share }, position): ArmCells => ({
      size,
      ...(share !== undefined && { share }),
      rates: [position === compared.length - 1 ? rateAtMargin(claim, known) : control],
    }),
  );
}

/** What comparisons with one control do together, as the truth is and with every arm at its margin. */
function exactTogether(
  { design, matrices }: Trial,
  known: KnownTruth,
  cells: readonly ArmCells[],
  { atLeastOne, all }: ExactComparisons,
): NonNullable<ExactSuccess['comparisons']> {
  const nulls = design.claims.map((claim) => cellsAtMargin(claim, known, cells));
  const atMargin = exactComparisons(design, matrices, [cells[0], ...nulls.map(([, arm]) => arm)]);
  return {
    atLeastOne: atMost1(atLeastOne),
    all: atMost1(all),
    familywiseError: atMost1(atMargin.atLeastOne),
  };
}

/** Exact success of the design under a known truth, and at each claim's null; undefined where enumeration does not reach. */
function exactSuccess(trial: Trial, known: KnownTruth): ExactSuccess | undefined {
  const { design, matrices } = trial;
  if (design.aim || design.escalation || inexactPower(trial, known.truth).length > 0) return undefined;
  const cells = armCells(trial, known);
  const success = exactDesign(design, matrices, cells);
  if (!success) return undefined;
  const typeIErrorByClaim = design.claims.map(
    (claim) => exactDesign(nullDesign(design, claim), matrices, cellsAtMargin(claim, known, cells))!.joint,
  );
  const { joint, byClaim } = success;
  return {
    power: joint,
    powerByClaim: byClaim,
    typeIErrorByClaim,
    ...('all' in success && { comparisons: exactTogether(trial, known, cells, success) }),
    ...('stops' in success && { course: success }),
  };
}

/** Rates, power and type I error under a truth in world 0. */
export function runExact(trial: Trial, truthIndex: number): ExactResult {
  const known = trial.truth(truthIndex);
  const competing = competingRates(known.truth);
  const success = exactSuccess(trial, known);
  const armsAtLooks = exactArms(trial, known);
  const adoption = exactAdoption(trial, known);
  const escalation = exactEscalation(trial, known);
  return {
    kind: 'exact',
    rates: known.rates.arms.map(({ rates }) => rates),
    isExact: known.rates.exact,
    ...(success && { success }),
    ...(armsAtLooks && { armsAtLooks }),
    ...(competing && { competing }),
    ...(adoption && { adoption }),
    ...(escalation && { escalation }),
  };
}
