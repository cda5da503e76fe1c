import { claimRates, endpointIndex, type Trial } from '../scenario/trial.ts';
import { isTimeClaim } from '../trial/claims/definition.ts';
import type { TimeScale } from '../trial/time-tests/definition.ts';
import type { ReplicateColumns, ReplicatesResult } from './batch-result.ts';
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

/**
 * Estimated effect of a claim in a row: on the scale of its test where times decide, else the difference (experimental −
 * control) of its endpoint, or the rate of a single arm among those whom the claim looks at; NaN where there is none.
 */
export function estimateInRow(
  { design, arms: { length: arms } }: Trial,
  columns: ReplicateColumns,
  row: number,
  endpoint: number,
  endpoints: number,
  claim: number,
): number {
  if (columns.times && isTimeClaim(design.claims[claim])) {
    const estimate = columns.times.estimate[row * design.claims.length + claim];
    return Number.isFinite(estimate) ? estimate : Number.NaN;
  }
  if (columns.stratum && design.claims[claim].stratum) {
    const at = row * design.claims.length + claim;
    return columns.stratum.events[at] / columns.stratum.sizes[at];
  }
  const rate = (arm: number): number => {
    const evaluable = columns.evaluable[row * arms + arm];
    const stage = columns.course?.stage[row] ?? 0;
    const enrolled = columns.sizes?.[row * arms + arm] ?? design.sizes[arm];
    const analysed = design.stages[stage - 1]?.patients ?? enrolled;
    const size = design.countsUnevaluableAsFailures ? analysed : evaluable;
    return columns.events[(row * arms + arm) * endpoints + endpoint] / size;
  };
  return arms === 1 ? rate(0) : rate(arms - 1) - rate(0);
}

/** Claims with the distribution of their estimates over the replicates as planned. */
export function summariseClaims(trial: Trial, parts: readonly ReplicatesResult[]): ClaimSummary[] {
  const known = trial.truth(0);
  const { truth } = known;
  return trial.design.claims.map((claim, k) => {
    const e = endpointIndex(truth, claim);
    const least = Math.min(...trial.design.sizes);
    const width = isTimeClaim(claim)
      ? WIDTH_OF_SCALE[claim.times.scale]
      : Math.max(1, Math.round(LEAST_WIDTH * least)) / least;
    const bins = new Map<number, number>();
    let passing = 0;
    for (const { columns } of parts) {
      for (let row = 0; row < columns.rows; row++) {
        passing += columns.passes[row * trial.design.claims.length + k];
        const estimate = estimateInRow(trial, columns, row, e, truth.endpoints.length, k);
        if (Number.isNaN(estimate)) continue;
        const bin = Math.round(estimate / width);
        bins.set(bin, (bins.get(bin) ?? 0) + 1);
      }
    }
    const { endpoint, sentence, test, limit, time, finding, stratum } = claim;
    const share = passing / trial.scenario.simulation.replicates;
    return {
      endpoint: endpoint.name,
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
      passing: share,
      ...(finding && { finding }),
    };
  });
}

function histogram(bins: ReadonlyMap<number, number>, width: number): Histogram {
  const positions = [...bins.keys()];
  if (positions.length === 0) return { width, from: 0, counts: [] };
  const from = Math.min(...positions);
  const counts = Array.from({ length: Math.max(...positions) - from + 1 }, (_, i) => bins.get(from + i) ?? 0);
  return { width, from, counts };
}
