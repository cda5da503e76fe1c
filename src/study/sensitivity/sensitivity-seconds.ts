import { runTask } from '../run-tasks.ts';
import { type WorldsQuestion, worldTasks } from './evaluate-worlds.ts';
import type { SensitivityPlan } from './sensitivity.ts';

/** Worlds that are timed, after as many to warm up. */
const TIMED = 3;

/** Seconds that one thread takes for a world of a question. */
function secondsPerWorld(question: WorldsQuestion, { shares }: SensitivityPlan): number {
  const sample = (from: number) => worldTasks(question, shares.worlds.slice(from, from + TIMED));
  for (const input of sample(0)) runTask({ kind: 'worldPowers', input });
  const started = performance.now();
  for (const input of sample(TIMED)) runTask({ kind: 'worldPowers', input });
  return (performance.now() - started) / 1000 / TIMED;
}

/**
 * Time on so many threads that a study will take: a few of its worlds are timed.
 *
 * @throws ImpossibleWorld where already these have values that lead to no truth
 */
export function sensitivitySeconds(plan: SensitivityPlan, workers: number): number {
  const { shares, tornado } = plan;
  const perWorld = secondsPerWorld(shares.question, plan);
  // Where power is simulated a bar takes longer, in proportion to its trials; where it is exact, no longer
  const few = { ...shares.question, replicates: 2 * shares.question.replicates };
  const perTrial = Math.max(0, secondsPerWorld(few, plan) - perWorld) / shares.question.replicates;
  const perBar = perWorld + perTrial * (tornado.question.replicates - shares.question.replicates);
  return (shares.worlds.length * perWorld + tornado.worlds.length * perBar) / workers;
}
