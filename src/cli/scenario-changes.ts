import { readChange, type ScenarioChange } from '../scenario/read-scenario.ts';
import type { RunOptions } from './run-options.ts';

/** The options that change the scenario, as changes. */
export function changesOf({
  set,
  seed,
  replicates,
  worlds,
}: Pick<RunOptions, 'set' | 'seed' | 'replicates' | 'worlds'>): ScenarioChange[] {
  const flags: [string, string, unknown][] = [
    ['seed', '--seed', seed],
    ['simulation.replicates', '--replicates', replicates],
    ['simulation.worlds', '--worlds', worlds],
  ];
  return [
    ...set.map((argument) => readChange(argument)),
    ...flags.flatMap(([path, flag, value]) =>
      value === undefined ? [] : [{ path, value, origin: `${flag} ${value}` }],
    ),
  ];
}
