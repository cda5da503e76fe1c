import { VERSION } from '../../engine/version.ts';
import { seedKey } from '../../random/seed-key.ts';
import { exploredScenario } from '../../scenario/explored-scenario.ts';
import { valueAt } from '../../scenario/path.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { scenarioHash } from '../../scenario/write-scenario.ts';
import { createDesign } from '../../trial/design.ts';
import type { RunTasks } from '../run-tasks.ts';
import type { WorldPowers } from '../tasks/world-powers.ts';
import { type DecisionTerms, decisionValue } from './decision-value.ts';
import { evaluateWorlds, type StatedWorld, type WorldsQuestion } from './evaluate-worlds.ts';
import { inOrder, pickFreezeWorlds } from './pick-freeze-worlds.ts';
import { outputNoise, pickFreezeOutputs } from './power-outputs.ts';
import { type SensitivityInput, sensitivityInputs } from './sensitivity-inputs.ts';
import type { InputResult, InputShares, OutputSpread, SensitivityResult } from './sensitivity-result.ts';
import { achievedIn, TORNADO_REPLICATES, tornadoBars, tornadoWorlds } from './tornado.ts';
import { type VarianceShares, varianceShares } from './variance-shares.ts';

/** How a sensitivity study is done. */
export interface SensitivityOptions extends DecisionTerms {
  /** Rows of each sample: a power of two. */
  readonly points: number;
  /** Level of the intervals, in (0, 1). */
  readonly level: number;
}

/** Two trials a world at least tell noise from spread; more than these cost more than they tell. */
const LEAST_REPLICATES = 20;

/** Every world that a study looks at, with the questions that they are part of. */
export interface SensitivityPlan {
  readonly inputs: readonly SensitivityInput[];
  readonly tornado: { readonly question: WorldsQuestion; readonly worlds: readonly StatedWorld[] };
  readonly shares: { readonly question: WorldsQuestion; readonly worlds: readonly StatedWorld[] };
}

/**
 * Lays out a study of a scenario.
 *
 * @throws RangeError for more inputs than two samples have dimensions
 */
export function planSensitivity(scenario: Scenario, points: number): SensitivityPlan {
  const inputs = sensitivityInputs(scenario);
  const explored = exploredScenario(scenario);
  const paths = inputs.flatMap((input) => input.paths);
  const planned = inputs.map((input) =>
    input.paths.map((path) => valueAt({ truth: scenario.truth }, path) as number),
  );
  const { replicates, replicatesPerWorld } = scenario.simulation;
  const ask = (trials: number): WorldsQuestion => ({ scenario: explored, paths, replicates: trials });
  return {
    inputs,
    tornado: {
      question: ask(Math.max(LEAST_REPLICATES, Math.min(replicates, TORNADO_REPLICATES))),
      worlds: tornadoWorlds(inputs, planned),
    },
    shares: {
      question: ask(Math.max(LEAST_REPLICATES, replicatesPerWorld)),
      worlds: inOrder(pickFreezeWorlds(seedKey(scenario.seed), inputs, points)),
    },
  };
}

/** Shares of the variance of power and of the first claim’s difference. */
function sharesOf(
  scenario: Scenario,
  found: WorldPowers,
  { points, level }: SensitivityOptions,
  replicates: number,
  arms: number,
): Record<'power' | 'difference', VarianceShares | undefined> {
  const key = seedKey(scenario.seed);
  const noise = outputNoise(found, points, replicates);
  const difference =
    arms === 1 ? found.experimental : found.experimental.map((rate, w) => rate - found.control[w]);
  return {
    power: varianceShares(key, { ...pickFreezeOutputs(found.power, points), ...(noise && { noise }) }, level),
    difference: varianceShares(key, pickFreezeOutputs(difference, points), level),
  };
}

const spreadOf = (shares: VarianceShares | undefined): OutputSpread | null =>
  shares
    ? { mean: shares.mean, standardDeviation: shares.standardDeviation, interactions: shares.interactions }
    : null;

/**
 * Studies what matters for a scenario’s probability of success: each input by itself from low to high (tornado), its share
 * of the variance over all that is uncertain, and what it would be worth to know it.
 *
 * @param runTasks does the tasks, in whatever threads
 * @throws RangeError for more inputs than two samples have dimensions; ImpossibleWorld (or its message, from a thread)
 *   where values lead to no truth
 */
export async function studySensitivity(
  scenario: Scenario,
  options: SensitivityOptions,
  runTasks: RunTasks,
  warnings: readonly string[] = [],
): Promise<SensitivityResult> {
  const { inputs, tornado, shares } = planSensitivity(scenario, options.points);
  const bars = await evaluateWorlds(tornado.question, tornado.worlds, runTasks);
  const found = await evaluateWorlds(shares.question, shares.worlds, runTasks);
  const { replicates } = shares.question;
  const { claims, sizes } = createDesign(scenario.design, Object.keys(scenario.arms).length);
  const { power, difference } = sharesOf(scenario, found, options, replicates, sizes.length);
  const { partial, ...decision } = decisionValue(
    seedKey(scenario.seed),
    inputs,
    shares.worlds.slice(0, 2 * options.points),
    found,
    replicates,
    { lossOfFalseSuccess: options.lossOfFalseSuccess, cost: options.cost },
  );
  const of = (all: VarianceShares | undefined, i: number): InputShares | null =>
    all ? { firstOrder: all.firstOrder[i], total: all.total[i] } : null;
  const rows = inputs.map(
    ({ name, paths, law, draws }, i): InputResult => ({
      name,
      paths,
      statedIn:
        scenario.sensitivity && Object.hasOwn(scenario.sensitivity, name) ? 'sensitivity' : 'uncertainty',
      ...(law && { law }),
      ...(draws !== undefined && { draws }),
      power: of(power, i),
      difference: of(difference, i),
      information: partial[i],
    }),
  );
  const isExact = found.isExact.every((flag) => flag === 1);
  return {
    isoeffect: VERSION,
    scenario: { title: scenario.title, sha256: await scenarioHash(scenario) },
    seed: scenario.seed,
    points: options.points,
    worlds: shares.worlds.length,
    level: options.level,
    isExact,
    replicatesPerWorld: isExact ? null : replicates,
    firstClaim: { endpoint: claims[0].endpoint.name, arms: sizes.length },
    planned: achievedIn(bars, 0, tornado.question.replicates),
    power: spreadOf(power),
    difference: spreadOf(difference),
    inputs: rows.sort(
      (p, q) => (q.power?.total.estimate ?? 0) - (p.power?.total.estimate ?? 0) || (p.name < q.name ? -1 : 1),
    ),
    tornado: tornadoBars(inputs, bars, tornado.question.replicates),
    decision,
    warnings,
  };
}
