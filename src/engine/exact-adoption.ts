import { populationRates } from '../outcomes/population-rates.ts';
import { inexactCounts } from '../scenario/inexact-counts.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import type { AdoptionCriterion } from '../trial/adoption.ts';
import { againstRate } from '../trial/against-rate.ts';
import type { ArmCells } from '../trial/arm-cells.ts';
import type { CountClaim } from '../trial/claims/definition.ts';
import { exactDesign } from '../trial/exact-design.ts';
import { createPassMatrices } from '../trial/pass-matrix.ts';

/** Exact probabilities that observed rates would change practice. */
export interface ExactAdoption {
  readonly all: number;
  readonly byCriterion: readonly number[];
}

/** A criterion as the claim of a single arm, so that it is enumerated as one. */
function asClaim({ endpoint, limit, sentence, isMet }: AdoptionCriterion): CountClaim {
  return {
    endpoint,
    time: 0,
    test: undefined,
    limit,
    sentence,
    passes: (_controlEvents, _controlSize, events, size) => isMet(events, size),
    ...againstRate(endpoint.eventIsGood, limit),
  };
}

/**
 * The probabilities that the experimental arm's observed rates meet each criterion, and all; undefined where the design has
 * none, looks may end it early, counts have no law that is enumerated, or rates are not exact.
 */
export function exactAdoption(trial: Trial, { truth }: KnownTruth): ExactAdoption | undefined {
  const { design } = trial;
  const { adoption, stages, sequential, sizes } = design;
  if (!adoption || stages.length > 0 || sequential || inexactCounts(trial, truth).length > 0)
    return undefined;
  const indices = adoption.map((criterion) => endpointIndex(truth, criterion));
  const rates = populationRates(truth, indices.length > 1 ? indices : undefined);
  if (!rates.exact) return undefined;
  const arm = rates.arms[rates.arms.length - 1];
  const cells: ArmCells = {
    size: sizes[sizes.length - 1],
    rates: indices.map((e) => arm.rates[e]),
    ...(arm.both !== undefined && { both: arm.both }),
    ...(arm.patterns && { patterns: arm.patterns }),
  };
  const claims = adoption.map(asClaim);
  const asDesign = { ...design, sizes: [cells.size], claims, isHierarchical: false, rules: [] };
  const found = exactDesign(asDesign, createPassMatrices(), [cells]);
  return found && { all: found.joint, byCriterion: found.byClaim };
}
