import { estimateClusteredProportion } from '../numeric/clustered-proportion.ts';
import { type Estimate, estimateProportion } from '../numeric/monte-carlo.ts';
import { type CompetingCount, competingCounts } from '../outcomes/competing-rates.ts';
import type { Trial } from '../scenario/trial.ts';
import type { ExactResult, ReplicatesResult } from './batch-result.ts';
import { addMoments, emptyMoments, type PatientMoments } from './patient-moments.ts';
import type { TruthResult } from './result.ts';

/** Counts of all patients over the replicates of one truth. */
interface Counts {
  /** By arm and endpoint. */
  readonly events: number[][];
  /** By arm and competing count. */
  readonly competing: number[][];
  /** Where the counts of a replicate are not binomial. */
  readonly moments: PatientMoments | undefined;
}

/** Adds the counts of one part to those of all. */
function addCounts(sum: number[][], part: readonly (readonly number[])[]): void {
  part.forEach((counts, arm) => {
    counts.forEach((count, k) => {
      sum[arm][k] += count;
    });
  });
}

function countAll(parts: readonly ReplicatesResult[]): Counts {
  const events = parts[0].patientEvents.map((arm) => arm.map(() => 0));
  const competing = parts[0].competing.map((arm) => arm.map(() => 0));
  const moments = parts[0].moments && emptyMoments(events.length, events[0].length, competing[0].length);
  for (const part of parts) {
    if (moments && part.moments) addMoments(moments, part.moments);
    addCounts(events, part.patientEvents);
    addCounts(competing, part.competing);
  }
  return { events, competing, moments };
}

/** The arms' rates under one truth: simulated, with the exact value beside where it exists. */
export function mergeRates(
  trial: Trial,
  truthIndex: number,
  exact: ExactResult,
  parts: readonly ReplicatesResult[],
): TruthResult['arms'] {
  const { design, arms } = trial;
  const { replicates } = trial.scenario.simulation;
  const { endpoints } = trial.truth(truthIndex).truth;
  const counts = countAll(parts);
  const rate = (kind: keyof PatientMoments, arm: number, k: number, exactly: number | undefined): Estimate =>
    counts.moments
      ? estimateClusteredProportion(counts.moments[kind][arm][k], exactly)
      : estimateProportion(counts[kind][arm][k], replicates * design.sizes[arm], exactly);
  return arms.map(({ name }, a) => ({
    name,
    endpoints: Object.fromEntries(
      endpoints.map(({ definition }, e) => [
        definition.name,
        { rate: rate('events', a, e, exact.isExact ? exact.rates[a][e] : undefined) },
      ]),
    ),
    ...(exact.competing && {
      competing: Object.fromEntries(
        competingCounts.map((count, k) => [
          count,
          rate('competing', a, k, exact.competing!.exact ? exact.competing!.arms[a][k] : undefined),
        ]),
      ) as Record<CompetingCount, Estimate>,
    }),
  }));
}
