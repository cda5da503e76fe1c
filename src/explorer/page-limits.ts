import { estimateCost } from '../engine/cost.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';

/** A page is for a first look: longer runs belong on the command line, which keeps what is done. */
const MOST_SECONDS = 180;
const MOST_BYTES = 1e9;

/** Why a scenario is too large for a page, with what to do; undefined where it is not. */
export function tooLargeForPage(scenario: Scenario, workers: number): string | undefined {
  const cost = estimateCost(scenario, workers);
  if (!cost || (cost.seconds <= MOST_SECONDS && cost.bytes <= MOST_BYTES)) return undefined;
  const minutes = (cost.seconds / 60).toPrecision(2);
  const gigabytes = (cost.bytes / 1e9).toPrecision(2);
  return `This run would take about ${minutes} minutes and ${gigabytes} GB in this browser. Lower simulation.replicates or simulation.worlds, or save the scenario and run it on the command line: npx isoeffect run scenario.yaml`;
}
