import { estimateClusteredProportion } from '../numeric/clustered-proportion.ts';
import { type Estimate, estimateProportion } from '../numeric/monte-carlo.ts';
import { type CompetingCount, competingCounts } from '../outcomes/competing-rates.ts';
import type { Trial } from '../scenario/trial.ts';
import type { ReplicatesResult } from './batch-result.ts';
import { addMoments, emptyMoments, type PatientMoments } from './patient-moments.ts';
import type { ReplicatesFold } from './replicates-fold.ts';
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

function emptyCounts({ patientEvents, competing, moments }: ReplicatesResult): Counts {
  const zeros = (counts: readonly (readonly number[])[]): number[][] => counts.map((arm) => arm.map(() => 0));
  return {
    events: zeros(patientEvents),
    competing: zeros(competing),
    moments: moments && emptyMoments(patientEvents.length, patientEvents[0].length, competing[0].length),
  };
}

/** Adds the counts of one part to those of all. */
function addCounts(sum: number[][], part: readonly (readonly number[])[]): void {
  part.forEach((counts, arm) => {
    counts.forEach((count, k) => {
      sum[arm][k] += count;
    });
  });
}

/** The arms' rates under one truth: simulated, with the exact value beside where it exists. */
export function createRatesFold(trial: Trial, truthIndex: number): ReplicatesFold<TruthResult['arms']> {
  const { design, arms } = trial;
  const { replicates } = trial.scenario.simulation;
  let counts: Counts | undefined;
  const rate = (kind: keyof PatientMoments, arm: number, k: number, exactly: number | undefined): Estimate =>
    counts!.moments
      ? estimateClusteredProportion(counts!.moments[kind][arm][k], exactly)
      : estimateProportion(counts![kind][arm][k], replicates * design.sizes[arm], exactly);
  return {
    add: (part) => {
      counts ??= emptyCounts(part);
      if (counts.moments && part.moments) addMoments(counts.moments, part.moments);
      addCounts(counts.events, part.patientEvents);
      addCounts(counts.competing, part.competing);
    },
    result: (exact) =>
      arms.map(({ name }, a) => ({
        name,
        endpoints: Object.fromEntries(
          trial
            .truth(truthIndex)
            .truth.endpoints.map(({ definition }, e) => [
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
      })),
  };
}
