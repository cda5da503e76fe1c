import { listAssumptions } from '../../engine/assumptions.ts';
import type { WorldsResult } from '../../engine/batch-result.ts';
import { isNestable } from '../../engine/nested-successes.ts';
import { planBatches } from '../../engine/plan.ts';
import { VERSION } from '../../engine/version.ts';
import { withValues } from '../../scenario/path.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import type { Trial } from '../../scenario/trial.ts';
import { scenarioHash } from '../../scenario/write-scenario.ts';
import { type PatientsExposed, patientsExposed } from '../exposure/patients-exposed.ts';
import type { RunTasks } from '../run-tasks.ts';
import { breakingPoints } from './breaking-points.ts';
import { equalDose } from './equal-dose.ts';
import { type HeldQuestion, heldLevel } from './held-level.ts';
import { createPowerFinder, statedPower } from './power-finder.ts';
import type { SizeResult, Target, WayOut } from './size-result.ts';
import { type SizeScale, sizeScale } from './size-scale.ts';
import { type AssumedFollowUp, sizedAnalyses } from './sized-analyses.ts';
import { sizedTruth } from './sized-truth.ts';
import { createWorldFinder } from './world-finder.ts';

/** What a size is asked for. */
export interface SizeQuestion {
  /** Power to reach under each truth, in (0, 1). */
  readonly power: number;
  /** What is to be reached over the worlds. */
  readonly overWorlds: Target;
  /** Follow-up for analyses of times, where the design states none. */
  readonly followUp: AssumedFollowUp;
  readonly held: HeldQuestion;
}

/** How a study says where it is. */
export type OnStage = (stage: string) => void;

/** Sizes of a curve: where one pass over nested patients serves all, and where each is a simulation of its own. */
const NESTED_SIZES = 20;
const SEPARATE_SIZES = 7;

/**
 * Answers how large a trial must be: under each truth, for each analysis, over the worlds; with the way out where no size
 * will do. A pure function of version, scenario and question.
 */
export async function sizeStudy(
  scenario: Scenario,
  question: SizeQuestion,
  runTasks: RunTasks,
  warnings: readonly string[],
  onStage: OnStage = () => {},
): Promise<SizeResult> {
  const scale = sizeScale(scenario);
  const planned = createPowerFinder(scenario, 0, runTasks);
  const { trial } = planned;
  const { comparisons } = scenario.design;
  const truths = [];
  for (const [index, name] of trial.truthNames.entries()) {
    onStage(`power under ${name}`);
    truths.push(await sizedTruth(createPowerFinder(scenario, index, runTasks), question.power));
  }
  onStage('analyses that could be used');
  const analyses = sizedAnalyses(trial, trial.truth(0), question.power, question.followUp);
  onStage('power by size');
  const sizes = curveSizes(scale, isNestable(trial) ? NESTED_SIZES : SEPARATE_SIZES);
  const curve = await planned.curve(sizes);
  onStage('assurance');
  const overWorlds = await assuranceOf(scenario, question.overWorlds, sizes, runTasks);
  onStage('type I error');
  const held = heldLevel(trial, scenario, question.held);
  onStage('patients exposed');
  const exposed = await exposedPatients(trial, scenario, runTasks);
  onStage('ways out');
  const waysOut = await findWaysOut(scenario, question, sizes, runTasks);
  return {
    isoeffect: VERSION,
    scenario: {
      title: scenario.title,
      question: scenario.question ?? null,
      sha256: await scenarioHash(scenario),
    },
    seed: scenario.seed,
    power: question.power,
    ...(comparisons && { comparisons }),
    overWorlds: question.overWorlds,
    solved: { path: scale.path, unit: scale.unit, stated: scale.stated },
    replicates: scenario.simulation.replicates,
    truths,
    analyses,
    curve,
    worlds: scenario.simulation.worlds!,
    ...overWorlds,
    ...(held && { held }),
    ...(exposed && { exposed }),
    breakingPoints: breakingPoints(trial),
    waysOut,
    assumptions: listAssumptions(scenario),
    warnings,
  };
}

/** At most so many sizes: by equal ratios from a quarter of the stated one to four times it, that one and its double. */
function curveSizes({ stated, step, most }: SizeScale, count: number): number[] {
  const last = Math.floor(most / step) * step;
  const whole = (size: number): number => Math.min(last, Math.max(1, Math.round(size / step)) * step);
  const sizes = Array.from({ length: count - 2 }, (_, i) =>
    whole(stated * Math.exp(Math.log(4) * ((2 * i) / (count - 3) - 1))),
  );
  return [...new Set([...sizes, stated, whole(2 * stated)])].sort((a, b) => a - b);
}

async function assuranceOf(
  scenario: Scenario,
  target: Target,
  sizes: readonly number[],
  runTasks: RunTasks,
): Promise<Pick<SizeResult, 'ceiling' | 'assurance' | 'foundOverWorlds'>> {
  if (scenario.simulation.worlds === 0) return { assurance: [] };
  const finder = createWorldFinder(scenario, runTasks);
  const survey = await finder.survey(sizes);
  return {
    ceiling: survey.ceiling,
    assurance: survey.rows,
    foundOverWorlds: await finder.find(target, survey),
  };
}

/** Patients exposed to an inferior schedule, over the worlds as a run draws them. */
async function exposedPatients(
  trial: Trial,
  scenario: Scenario,
  runTasks: RunTasks,
): Promise<PatientsExposed | undefined> {
  // Several arms are exposed to several schedules
  if (trial.design.comparisons) return undefined;
  const batches = planBatches(scenario).filter(({ kind }) => kind === 'worlds');
  if (batches.length === 0) return undefined;
  const inputs = batches.map((batch) => ({ scenario, batch }));
  return patientsExposed(trial, (await runTasks('batch', inputs)) as WorldsResult[]);
}

/** What an equal dose would be worth: the same design, the same size. */
async function findWaysOut(
  scenario: Scenario,
  { power, overWorlds }: SizeQuestion,
  sizes: readonly number[],
  runTasks: RunTasks,
): Promise<WayOut[]> {
  const equal = equalDose(scenario);
  if (!equal) return [];
  const changed = withValues(scenario, [[equal.path, equal.schedule]]);
  const finder = createPowerFinder(changed, 0, runTasks);
  const worlds = scenario.simulation.worlds! > 0 ? createWorldFinder(changed, runTasks) : undefined;
  const survey = await worlds?.survey(sizes);
  const { stated } = finder.scale;
  return [
    {
      path: equal.path,
      value: equal.schedule,
      doseGy: equal.doseGy,
      power: await statedPower(finder),
      found: await finder.find(power),
      ...(worlds &&
        survey && {
          ceiling: survey.ceiling,
          overWorlds: survey.rows.find(({ size }) => size === stated)!,
          foundOverWorlds: await worlds.find(overWorlds, survey),
        }),
    },
  ];
}
