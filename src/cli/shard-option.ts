import { InvalidArgumentError } from 'commander';
import { MOST_SHARDS, type Shard } from '../engine/deal-shards.ts';

/** The variables of a job's environment that tell which of its tasks this is. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Parses `i/n`, `auto` or `auto/n` as a shard, i from 1 to n.
 *
 * `auto` takes a Slurm array for what it is divided into: its first task runs the first shard. `auto/n` takes the number of
 * the task as i, of an array that is numbered from 1, and in Kubernetes the completion index, which is numbered from 0.
 */
export function parseShard(text: string, environment: Environment = process.env): Shard {
  const [, of, count] = /^(\d+|auto)(?:\/(\d+))?$/.exec(text) ?? [];
  if (of === 'auto') return count === undefined ? ofArray(environment) : ofTask(environment, Number(count));
  if (count === undefined) throw new InvalidArgumentError('must be i/n as 3/8, or auto, or auto/n.');
  return checked(Number(of), Number(count));
}

function checked(index: number, count: number, why = ''): Shard {
  if (!(count >= 1 && count <= MOST_SHARDS))
    throw new InvalidArgumentError(`there must be 1 to ${MOST_SHARDS} shards.`);
  if (!(index >= 1 && index <= count))
    throw new InvalidArgumentError(`shard ${index} of ${count} must be one from 1 to ${count}.${why}`);
  return { index, count };
}

/** A whole number in the environment; undefined where there is none. */
function numberIn(environment: Environment, name: string): number | undefined {
  const text = environment[name];
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

function ofArray(environment: Environment): Shard {
  const task = numberIn(environment, 'SLURM_ARRAY_TASK_ID');
  if (task === undefined) {
    throw new InvalidArgumentError(
      numberIn(environment, 'JOB_COMPLETION_INDEX') === undefined
        ? 'auto needs SLURM_ARRAY_TASK_ID, or as auto/n JOB_COMPLETION_INDEX: this is no task of an array.'
        : 'JOB_COMPLETION_INDEX does not tell of how many: give auto/n, n being the completions of the job.',
    );
  }
  const count = numberIn(environment, 'SLURM_ARRAY_TASK_COUNT');
  const least = numberIn(environment, 'SLURM_ARRAY_TASK_MIN');
  const step = numberIn(environment, 'SLURM_ARRAY_TASK_STEP') ?? 1;
  const most = numberIn(environment, 'SLURM_ARRAY_TASK_MAX');
  if (count === undefined || least === undefined)
    throw new InvalidArgumentError(
      'auto needs SLURM_ARRAY_TASK_COUNT and SLURM_ARRAY_TASK_MIN, too: give auto/n.',
    );
  const index = (task - least) / step + 1;
  if (!Number.isInteger(index) || (most !== undefined && most !== least + (count - 1) * step))
    throw new InvalidArgumentError('the array leaves numbers out: give auto/n, n being that of all shards.');
  return checked(index, count);
}

function ofTask(environment: Environment, count: number): Shard {
  const task = numberIn(environment, 'SLURM_ARRAY_TASK_ID');
  if (task !== undefined) return checked(task, count, ` Number the array from 1: --array=1-${count}.`);
  const completion = numberIn(environment, 'JOB_COMPLETION_INDEX');
  if (completion !== undefined) return checked(completion + 1, count);
  throw new InvalidArgumentError(
    'auto needs SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX: this is no task of an array.',
  );
}
