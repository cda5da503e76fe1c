import { estimateMeanProbability, estimateProportion } from '../numeric/monte-carlo.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import type { Trial } from '../scenario/trial.ts';
import { uncertainPaths } from '../scenario/truth-specs.ts';
import { requiredClaims } from '../trial/design.ts';
import type { AssuranceResult, WorldsResult } from './batch-result.ts';
import type { Assurance, WorldsSummary } from './result.ts';

const BINS = 20;
/** Worlds that the result lists one by one. */
const LISTED = 300;

/** The worlds of all parts, one after the other. */
interface World {
  readonly part: WorldsResult;
  readonly index: number;
  readonly power: number;
  readonly isTrue: boolean;
}

function* worldsOf(parts: readonly WorldsResult[], claims: number): Generator<World> {
  for (const part of parts) {
    for (let index = 0; index < part.power.length; index++) {
      let isTrue = true;
      for (let k = 0; k < claims; k++) isTrue &&= part.slacks[index * claims + k] > 0;
      yield { part, index, power: part.power[index], isTrue };
    }
  }
}

/** Assurance with its ceiling and its split: means over the drawn worlds, each world one cluster. */
export function mergeAssurance(
  trial: Trial,
  parts: readonly WorldsResult[],
  exact: AssuranceResult | undefined,
): Assurance {
  const worlds = trial.scenario.simulation.worlds!;
  const power = new Float64Array(worlds);
  const whereTrue = new Float64Array(worlds);
  const whereFalse = new Float64Array(worlds);
  let isTrue = 0;
  let w = 0;
  for (const world of worldsOf(parts, requiredClaims(trial.design))) {
    power[w] = world.power;
    whereTrue[w] = world.isTrue ? world.power : 0;
    whereFalse[w] = world.isTrue ? 0 : world.power;
    if (world.isTrue) isTrue++;
    w++;
  }
  const { assurance, successAndTrue, ceiling } = exact ?? {};
  const successAndFalse =
    assurance === undefined || successAndTrue === undefined ? undefined : assurance - successAndTrue;
  return {
    ...estimateMeanProbability(power, assurance),
    ceiling: estimateProportion(isTrue, worlds, ceiling),
    successAndTrue: estimateMeanProbability(whereTrue, successAndTrue),
    successAndFalse: estimateMeanProbability(whereFalse, successAndFalse),
  };
}

/** What charts show of the worlds. */
export function summariseWorlds(trial: Trial, parts: readonly WorldsResult[]): WorldsSummary {
  const claims = requiredClaims(trial.design);
  const powerWhereTrue = Array.from({ length: BINS }, () => 0);
  const powerWhereFalse = Array.from({ length: BINS }, () => 0);
  const first: WorldsSummary['first'][number][] = [];
  let number = 0;
  for (const { part, index, power, isTrue } of worldsOf(parts, claims)) {
    number++;
    const bin = Math.min(BINS - 1, Math.floor(power * BINS));
    (isTrue ? powerWhereTrue : powerWhereFalse)[bin]++;
    if (number <= LISTED)
      first.push({ world: number, ...describeWorld(trial, part, index), power, claimsTrue: isTrue });
  }
  return { hasExactPower: parts.every((part) => part.isExact), powerWhereTrue, powerWhereFalse, first };
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
