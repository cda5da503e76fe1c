import { estimateMeanProbability, estimateProportion } from '../numeric/monte-carlo.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { slackCount, type Trial } from '../scenario/trial.ts';
import { uncertainPaths } from '../scenario/truth-specs.ts';
import { sumFlags } from './analysed-counts.ts';
import type { AssuranceResult, WorldsResult } from './batch-result.ts';
import type { Assurance, WorldsSummary } from './result.ts';

const BINS = 20;
/** Worlds that the result lists one by one. */
const LISTED = 300;

/** Takes the batches of worlds in the order of the plan. Of each world its power and whether the claims are true stay. */
export interface WorldsFold {
  add(part: WorldsResult): void;
  /** Assurance with its ceiling and its split: means over the drawn worlds, each world one cluster. */
  assurance(exact: AssuranceResult | undefined): Assurance;
  /** What charts show of the worlds. */
  summary(): WorldsSummary;
}

/** Nothing of the worlds of a run yet. */
export function createWorldsFold(trial: Trial): WorldsFold {
  const claims = slackCount(trial.design);
  const worlds = trial.scenario.simulation.worlds!;
  // The spread about their mean takes every power once that mean is known
  const power = new Float64Array(worlds);
  const isTrue = new Uint8Array(worlds);
  const powerWhereTrue = Array.from({ length: BINS }, () => 0);
  const powerWhereFalse = Array.from({ length: BINS }, () => 0);
  const first: WorldsSummary['first'][number][] = [];
  let hasExactPower = true;
  let count = 0;
  return {
    add: (part) => {
      hasExactPower &&= part.isExact;
      part.power.forEach((value, index) => {
        const claimsTrue = areTrue(part, index, claims);
        power[count] = value;
        isTrue[count] = claimsTrue ? 1 : 0;
        count++;
        (claimsTrue ? powerWhereTrue : powerWhereFalse)[Math.min(BINS - 1, Math.floor(value * BINS))]++;
        if (count <= LISTED)
          first.push({ world: count, ...describeWorld(trial, part, index), power: value, claimsTrue });
      });
    },
    assurance: ({ assurance, successAndTrue, ceiling } = { kind: 'assurance' }) => {
      const where = (truth: number): Float64Array =>
        power.map((value, world) => (isTrue[world] === truth ? value : 0));
      const successAndFalse =
        assurance === undefined || successAndTrue === undefined ? undefined : assurance - successAndTrue;
      return {
        ...estimateMeanProbability(power, assurance),
        ceiling: estimateProportion(sumFlags(isTrue, worlds), worlds, ceiling),
        successAndTrue: estimateMeanProbability(where(1), successAndTrue),
        successAndFalse: estimateMeanProbability(where(0), successAndFalse),
      };
    },
    summary: () => ({ hasExactPower, powerWhereTrue, powerWhereFalse, first }),
  };
}

/** Whether every required claim is strictly true in a world of a part. */
export function areTrue({ slacks }: WorldsResult, index: number, claims: number): boolean {
  for (let k = 0; k < claims; k++) if (!(slacks[index * claims + k] > 0)) return false;
  return true;
}

function describeWorld(trial: Trial, part: WorldsResult, index: number) {
  const paths = uncertainPaths(trial.scenario);
  const { endpoints } = trial.truth(0).truth;
  const values = Object.fromEntries(paths.map((path, p) => [path, part.draws[index * paths.length + p]]));
  const rates = Object.fromEntries(
    trial.arms.map(({ name }, a) => [
      name,
      Object.fromEntries(
        endpoints.map(({ definition }, e): [EndpointName, number] => [
          definition.name,
          part.rates[(index * trial.arms.length + a) * endpoints.length + e],
        ]),
      ),
    ]),
  );
  return { values, rates };
}
