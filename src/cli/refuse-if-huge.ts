import { estimateCost } from '../engine/cost.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { UsageError } from './explain.ts';

const HOUR = 3600;
const FOUR_GB = 4e9;

/**
 * Refuses a run that takes long or much, unless its user has agreed.
 *
 * @param parts the run is one of so many shards, each of which takes its part of the time and folds nothing
 * @throws UsageError saying what it takes
 */
export function refuseIfHuge(scenario: Scenario, workers: number, isAgreed: boolean, parts?: number): void {
  if (isAgreed) return;
  const cost = estimateCost(scenario, workers);
  if (!cost) return;
  const seconds = cost.seconds / (parts ?? 1);
  if (seconds <= HOUR && (parts !== undefined || cost.bytes <= FOUR_GB)) return;
  const hours = (seconds / HOUR).toPrecision(2);
  const gigabytes = (cost.bytes / 1e9).toPrecision(2);
  const what = parts === undefined ? 'this run' : 'this shard';
  const memory = parts === undefined ? ` and ${gigabytes} GB` : '';
  const less = parts === undefined ? '' : ', divide it into more shards';
  throw new UsageError(
    `${what} would take about ${hours} hours on ${workers} threads${memory}; lower simulation.replicates or simulation.worlds${less}, or add --yes to run it anyway`,
  );
}
