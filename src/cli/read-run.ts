import { join } from 'node:path';
import type { Shard } from '../engine/deal-shards.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import type { Trial } from '../scenario/trial.ts';
import { quoteArgument } from './quote-argument.ts';
import type { RunOptions } from './run-options.ts';
import { changesOf } from './scenario-changes.ts';
import { readScenarioFile } from './scenario-files.ts';

/** A run as it was asked for. */
export interface AskedRun {
  readonly scenario: Scenario;
  readonly warnings: readonly string[];
  readonly trial: Trial;
  /** Where its results go. */
  readonly folder: string;
  readonly commands: RunCommands;
}

/** What messages about a run tell one to type. */
export interface RunCommands {
  /** Continues the run. */
  readonly goOn: string;
  /** Tells one of its trials, once an address follows. */
  readonly replay: string;
}

/** Reads the scenario that a run was asked for, with the changes of its options. @throws ScenarioError if it is wrong */
export function readRun(path: string, options: RunOptions): AskedRun {
  const { text, file, name, readBeside } = readScenarioFile(path);
  const { shard } = options;
  const live = readScenario(text, file, changesOf(options), readBeside);
  const given = process.argv.slice(process.argv.indexOf('run') + 1).filter((a) => a !== '--resume');
  const again = shard ? withShard(given, shard) : given;
  return {
    ...live,
    folder: options.out ?? join('out', name),
    commands: {
      goOn: commandLine('run', ...again, '--resume'),
      replay: commandLine('example', path, ...optionsOfSource(options)),
    },
  };
}

const commandLine = (...words: readonly string[]): string =>
  ['isoeffect', ...words].map(quoteArgument).join(' ');

/** Options that make the scenario's random numbers and values what they are. */
const optionsOfSource = ({ set, seed }: RunOptions): string[] => [
  ...set.flatMap((change) => ['--set', change]),
  ...(seed === undefined ? [] : ['--seed', seed]),
];

/** Arguments with the shard by its number: another job's environment says nothing of this one. */
const withShard = (given: readonly string[], { index, count }: Shard): string[] =>
  given.map((argument, i) => {
    if (given[i - 1] === '--shard') return `${index}/${count}`;
    return argument.startsWith('--shard=') ? `--shard=${index}/${count}` : argument;
  });
