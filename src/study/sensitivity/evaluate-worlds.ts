import type { Path } from '../../scenario/path.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import type { RunTasks } from '../run-tasks.ts';
import type { WorldPowers, WorldPowersInput } from '../tasks/world-powers.ts';

/** A world to look at: the values of the paths, and the number that addresses its random streams. */
export interface StatedWorld {
  readonly values: readonly number[];
  readonly stream: number;
}

/** Worlds that are looked at together, each with so many trials where power has no exact value. */
export interface WorldsQuestion {
  readonly scenario: Scenario;
  readonly paths: readonly Path[];
  readonly replicates: number;
}

/** Trials that one task simulates at most, as long as it has but one world. */
const MOST_TRIALS = 500;
const MOST_WORLDS = 32;

/** Worlds a task: from the question alone, so that the tasks are the same whatever the threads. */
export const worldsPerTask = (replicates: number): number =>
  Math.max(1, Math.min(MOST_WORLDS, Math.floor(MOST_TRIALS / replicates)));

/** The worlds of a question, cut into tasks. */
export function worldTasks(
  { scenario, paths, replicates }: WorldsQuestion,
  worlds: readonly StatedWorld[],
): WorldPowersInput[] {
  const size = worldsPerTask(replicates);
  // Threads draw nothing: a block of draws would only make each task longer
  const bare: Scenario = { ...scenario, uncertainty: {} };
  return Array.from({ length: Math.ceil(worlds.length / size) }, (_, task) => {
    const part = worlds.slice(task * size, (task + 1) * size);
    return {
      scenario: bare,
      paths,
      values: Float64Array.from(part.flatMap(({ values }) => values)),
      streams: Uint32Array.from(part, ({ stream }) => stream),
      replicates,
    };
  });
}

/** What a design achieves in each of some worlds. */
export async function evaluateWorlds(
  question: WorldsQuestion,
  worlds: readonly StatedWorld[],
  runTasks: RunTasks,
): Promise<WorldPowers> {
  const parts = await runTasks('worldPowers', worldTasks(question, worlds));
  return joined(parts, worlds.length, question.replicates);
}

/** The parts one after the other. */
function joined(parts: readonly WorldPowers[], worlds: number, replicates: number): WorldPowers {
  const columns = {
    power: new Float64Array(worlds),
    isExact: new Uint8Array(worlds),
    isTrue: new Uint8Array(worlds),
    control: new Float64Array(worlds),
    experimental: new Float64Array(worlds),
  };
  const successes = parts.some((part) => part.successes) ? new Uint8Array(worlds * replicates) : undefined;
  let at = 0;
  for (const part of parts) {
    for (const name of Object.keys(columns) as (keyof typeof columns)[]) columns[name].set(part[name], at);
    if (part.successes) successes!.set(part.successes, at * replicates);
    at += part.power.length;
  }
  return { ...columns, ...(successes && { successes }) };
}
