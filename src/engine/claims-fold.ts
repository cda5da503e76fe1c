import { claimRates, type Trial } from '../scenario/trial.ts';
import { type Claim, isTimeClaim } from '../trial/claims/definition.ts';
import type { TimeScale } from '../trial/time-tests/definition.ts';
import { createEstimateReader } from './estimate-reader.ts';
import type { ReplicatesFold } from './replicates-fold.ts';
import type { ClaimSummary, Histogram } from './result.ts';

/** Least width of a bin; the width is a multiple of the steps in which the estimate moves. */
const LEAST_WIDTH = 0.01;

/** Width of a bin of estimates by the scale of a test of times. */
const WIDTH_OF_SCALE: Readonly<Record<TimeScale, number>> = {
  hazardRatio: 0.05,
  subdistributionHazardRatio: 0.05,
  difference: 0.01,
  restrictedMeanYears: 0.02,
};

/** One claim with the distribution of its estimates. */
function createClaimFold(trial: Trial, claim: Claim, k: number): ReplicatesFold<ClaimSummary> {
  const { claims, sizes } = trial.design;
  const known = trial.truth(0);
  const read = createEstimateReader(trial, 0, claim);
  const least = Math.min(...sizes);
  const width = isTimeClaim(claim)
    ? WIDTH_OF_SCALE[claim.times.scale]
    : Math.max(1, Math.round(LEAST_WIDTH * least)) / least;
  const bins = new Map<number, number>();
  let passing = 0;
  return {
    add: ({ columns }) => {
      for (let row = 0; row < columns.rows; row++) {
        passing += columns.passes[row * claims.length + k];
        const estimate = read(columns, row);
        if (Number.isNaN(estimate)) continue;
        const bin = Math.round(estimate / width);
        bins.set(bin, (bins.get(bin) ?? 0) + 1);
      }
    },
    result: () => {
      const { endpoint, sentence, test, limit, time, finding, stratum } = claim;
      return {
        endpoint: endpoint.name,
        ...(claim.arm !== undefined && { arm: trial.arms[claim.arm].name }),
        sentence,
        test: test ?? null,
        limit,
        time,
        ...(isTimeClaim(claim) && { scale: claim.times.scale }),
        ...(stratum && {
          stratum: {
            ...stratum,
            share: known.strata.get(claim)!.share,
            rate: claimRates(claim, known).experimental,
          },
        }),
        estimates: histogram(bins, width),
        passing: passing / trial.scenario.simulation.replicates,
        ...(finding && { finding }),
      };
    },
  };
}

/** Claims with the distribution of their estimates over the replicates as planned. */
export function createClaimsFold(trial: Trial): ReplicatesFold<ClaimSummary[]> {
  const folds = trial.design.claims.map((claim, k) => createClaimFold(trial, claim, k));
  return {
    add: (part) => {
      for (const fold of folds) fold.add(part);
    },
    result: (exact) => folds.map((fold) => fold.result(exact)),
  };
}

function histogram(bins: ReadonlyMap<number, number>, width: number): Histogram {
  const positions = [...bins.keys()];
  if (positions.length === 0) return { width, from: 0, counts: [] };
  const from = Math.min(...positions);
  const counts = Array.from({ length: Math.max(...positions) - from + 1 }, (_, i) => bins.get(from + i) ?? 0);
  return { width, from, counts };
}
