import type { Trial } from '../scenario/trial.ts';
import { scenarioHash } from '../scenario/write-scenario.ts';
import type { RunResult } from './result.ts';
import { summariseArms } from './summarise-arms.ts';
import { VERSION } from './version.ts';

/** What every result of a run opens with. */
export type ResultHead = Pick<
  RunResult,
  'isoeffect' | 'scenario' | 'seed' | 'worlds' | 'replicates' | 'arms'
>;

/** Version, scenario, seed, size of the run, and arms. */
export async function resultHead(trial: Trial): Promise<ResultHead> {
  const { scenario } = trial;
  return {
    isoeffect: VERSION,
    scenario: {
      title: scenario.title,
      question: scenario.question ?? null,
      sha256: await scenarioHash(scenario),
      resolved: scenario,
    },
    seed: scenario.seed,
    worlds: scenario.simulation.worlds!,
    replicates: scenario.simulation.replicates,
    arms: summariseArms(trial),
  };
}
