import { listAssumptions } from '../../engine/assumptions.ts';
import { VERSION } from '../../engine/version.ts';
import type { Estimate } from '../../numeric/monte-carlo.ts';
import type { Path } from '../../scenario/path.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { createTrial, slacks } from '../../scenario/trial.ts';
import { scenarioHash } from '../../scenario/write-scenario.ts';
import type { RunTasks } from '../run-tasks.ts';
import { claimAlone } from './claim-alone.ts';
import { createPowerFinder, statedPower } from './power-finder.ts';
import type { ScenarioWith } from './scenario-with.ts';
import type { SolvedTruth, SolveResult, Target } from './size-result.ts';
import { sizeScale } from './size-scale.ts';
import { solveValue } from './solve-value.ts';
import { solvedValue } from './solved-value.ts';
import { usualFormula } from './usual-formula.ts';
import { createWorldFinder } from './world-finder.ts';

/** What a path is solved for. */
export interface SolveQuestion {
  readonly path: Path;
  readonly power: number;
  /** A target over the worlds, where one is asked for. */
  readonly overWorlds?: Target;
}

/**
 * Answers which value of a path gives the design a power, under each truth: a margin, a level, a duration, a dose.
 *
 * @throws RangeError if the path holds no number
 */
export async function solveStudy(
  scenario: Scenario,
  scenarioWith: ScenarioWith,
  { path, power, overWorlds }: SolveQuestion,
  runTasks: RunTasks,
  warnings: readonly string[],
): Promise<SolveResult> {
  const solved = solvedValue(scenario, path, scenarioWith);
  const trial = createTrial(scenario);
  const solveUnder = async (of: (value: number) => Scenario | undefined, truth: number) => {
    const measureAt = async (value: number): Promise<Estimate | undefined> => {
      const variant = of(value);
      return variant && createPowerFinder(variant, truth, runTasks).measure();
    };
    const formulaAt = async (value: number): Promise<Estimate | undefined> => {
      const variant = of(value);
      return variant && formulaPower(variant, truth);
    };
    const { stated: from, isWhole } = solved;
    return {
      stated: await statedPower(createPowerFinder(of(from)!, truth, runTasks)),
      found: await solveValue(measureAt, power, from, isWhole),
      ...((await formulaAt(from)) && { formula: await solveValue(formulaAt, power, from, isWhole) }),
    };
  };
  const truths: SolvedTruth[] = [];
  const alone = claimAlone(scenario, path);
  for (const [index, name] of trial.truthNames.entries()) {
    truths.push({
      name,
      isTrue: slacks(trial, trial.truth(index)).every((slack) => slack > 0),
      ...(await solveUnder(solved.variant, index)),
      ...(alone && {
        alone: {
          claim: alone.claim,
          ...(await solveUnder((value) => mapScenario(solved.variant(value), alone.reduce), index)),
        },
      }),
    });
  }
  return {
    isoeffect: VERSION,
    scenario: {
      title: scenario.title,
      question: scenario.question ?? null,
      sha256: await scenarioHash(scenario),
    },
    seed: scenario.seed,
    replicates: scenario.simulation.replicates,
    power,
    solved: { path, stated: solved.stated, unit: solved.unit },
    truths,
    ...(overWorlds && { overWorlds: await solveOverWorlds(solved, overWorlds, runTasks) }),
    assumptions: listAssumptions(scenario),
    warnings,
  };
}

/** Power by the usual formula of the one test that decides; undefined where there is none. */
function formulaPower(scenario: Scenario, truth: number): Estimate | undefined {
  const trial = createTrial(scenario);
  const found = usualFormula(trial, trial.truth(truth));
  return found && { estimate: found.power, mcse: 0, exact: found.power };
}

const mapScenario = (
  scenario: Scenario | undefined,
  change: (scenario: Scenario) => Scenario,
): Scenario | undefined => scenario && change(scenario);

async function solveOverWorlds(
  { variant, stated, isWhole }: ReturnType<typeof solvedValue>,
  target: Target,
  runTasks: RunTasks,
): Promise<NonNullable<SolveResult['overWorlds']>> {
  const measureAt = async (value: number): Promise<Estimate | undefined> => {
    const scenario = variant(value);
    if (!scenario) return undefined;
    const { rows } = await createWorldFinder(scenario, runTasks).survey([sizeScale(scenario).stated]);
    return rows[0][target.name];
  };
  const found = await solveValue(measureAt, target.value, stated, isWhole);
  return { ...target, stated: (await measureAt(stated))!, found };
}
