import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { estimateCost } from '../engine/cost.ts';
import { packageFolder } from '../node/package-folder.ts';
import { systemReason } from '../node/system-reason.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import { durationInWords } from './duration-in-words.ts';
import { UsageError } from './explain.ts';
import { quoteArgument } from './quote-argument.ts';
import { readScenarioFile } from './scenario-files.ts';
import { mergeScript, type SlurmJob, shardsScript, submitScript } from './slurm-scripts.ts';

/** Options of `isoeffect init slurm`. */
export interface SlurmOptions {
  readonly out?: string;
  readonly shards: number;
  readonly cpus: number;
  readonly time: string;
  readonly mem: string;
}

/**
 * `isoeffect init slurm`: writes the scripts that run a scenario as an array of jobs and merge its shards.
 *
 * @throws ScenarioError if the scenario is wrong
 * @throws UsageError if a script is there already, or cannot be written; nothing is overwritten
 */
export function initSlurm(given: string, options: SlurmOptions): void {
  const { text, file, name, readBeside } = readScenarioFile(given);
  const { scenario, warnings } = readScenario(text, file, [], readBeside);
  const { shards, cpus, time, mem: memory } = options;
  const job: SlurmJob = {
    name,
    scenario: given,
    out: join('out', name),
    workFolder: process.cwd(),
    command: [process.execPath, join(packageFolder(), 'dist/src/cli/main.js')],
    shards,
    cpus,
    time,
    memory,
  };
  const folder = options.out ?? `${name}-slurm`;
  writeScripts(folder, {
    'shards.sh': shardsScript(job),
    'merge.sh': mergeScript(job),
    'submit.sh': submitScript(),
  });
  for (const warning of warnings) console.error(`warning: ${warning}`);
  const cost = estimateCost(scenario, cpus);
  sayWhatNext(folder, job, cost && durationInWords(cost.seconds / shards));
}

function writeScripts(folder: string, scripts: Readonly<Record<string, string>>): void {
  const paths = Object.keys(scripts).map((name) => join(folder, name));
  const there = paths.find((path) => existsSync(path));
  if (there !== undefined) throw new UsageError(`${there} is there already; name another folder with --out`);
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(scripts))
      writeFileSync(join(folder, name), text, { flag: 'wx', mode: 0o755 });
  } catch (error) {
    throw new UsageError(`${folder}: cannot be written into (${systemReason(error)})`);
  }
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function sayWhatNext(folder: string, { shards, cpus, out, command }: SlurmJob, duration?: string): void {
  const submit = `bash ${quoteArgument(join(folder, 'submit.sh'))}`;
  const takes = duration === undefined ? '' : `, about ${duration} each on cores like these`;
  console.log(
    `Wrote ${folder}: shards.sh (${counted(shards, 'task')} of ${counted(cpus, 'CPU')}${takes}), merge.sh, submit.sh.`,
  );
  console.log(`Next, where sbatch is: ${submit}`);
  console.log(
    `The result will be in ${out}, the logs beside the scripts. If a shard fails for good, merge.log names it;`,
  );
  console.log(`${submit} --array=<its number> runs it again and merges.`);
  if (command.some((word) => /[\\/]_npx[\\/]/.test(word)))
    console.error(
      'warning: this isoeffect lies in the cache of npx, which may be emptied; npm install isoeffect, then npx isoeffect init slurm, makes scripts that rely on no cache',
    );
}
