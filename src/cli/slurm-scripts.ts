import { quoteArgument } from './quote-argument.ts';

/** A run as an array of jobs, and a job that merges it. */
export interface SlurmJob {
  /** What the jobs are called after. */
  readonly name: string;
  /** As `isoeffect run` takes it, from the work folder on. */
  readonly scenario: string;
  /** Folder of shards and results, from the work folder on. */
  readonly out: string;
  /** Folder in which the jobs work, from the root on. */
  readonly workFolder: string;
  /** The command that starts isoeffect, by words. */
  readonly command: readonly string[];
  readonly shards: number;
  /** Of each task of the array. */
  readonly cpus: number;
  /** Limit of each job, as Slurm takes it. */
  readonly time: string;
  /** Of each job, as Slurm takes it. */
  readonly memory: string;
}

/** The array of jobs: a task a shard, which is queued again where it is cut. */
export const shardsScript = (job: SlurmJob): string => `#!/bin/bash
#SBATCH --job-name=${jobName(job)}
#SBATCH --array=1-${job.shards}
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=${job.cpus}
#SBATCH --mem=${job.memory}
#SBATCH --time=${job.time}
#SBATCH --requeue
#SBATCH --signal=B:USR1@60
#SBATCH --open-mode=append
#SBATCH --output=shard-%a.log
# Account, partition and whatever else the cluster asks for: as #SBATCH lines here and in merge.sh

# As many as the array above has tasks
shards=${job.shards}
scenario=${quoteArgument(job.scenario)}
# More options of isoeffect run, such as --seed; they are of all shards
options=(--yes)
${places(job)}
task=\${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID
restarts=\${SLURM_RESTART_COUNT:-0}
part=$out/shard-$SLURM_ARRAY_TASK_ID-of-$shards.batches.part
kept_bytes() { stat -c %s -- "$part" 2>/dev/null || echo 0; }
kept_before=$(kept_bytes)
echo "== $(date): task $task, restart $restarts, on \${SLURMD_NODENAME:-$HOSTNAME}"

# USR1 comes a minute before the time limit, TERM where a job is cancelled or has to make room. Either way isoeffect is to
# end now, and keeps what it has
cause='' heard='' child=''
trap 'cause=limit heard=yes; kill -TERM "$child" 2>/dev/null' USR1
trap 'cause=end heard=yes; kill -TERM "$child" 2>/dev/null' TERM
"\${isoeffect[@]}" run "$scenario" --out "$out" --shard "auto/$shards" --resume \\
  --workers "\${SLURM_CPUS_PER_TASK:-1}" "\${options[@]}" &
child=$!
# What came before there was a process to pass it on to
[ -z "$cause" ] || kill -TERM "$child"
wait "$child"
code=$?
# A signal ends the waiting, not what is waited for
while [ -n "$heard" ]; do
  heard=''
  wait "$child"
  code=$?
done

# Queued again: what was cut by the time limit, or killed (137: often for want of memory). Not: what is finished or wrong, was
# cancelled, or was interrupted by hand (130)
if [ "$code" -le 128 ] || [ "$cause" = end ]; then exit "$code"; fi
if [ "$code" -eq 130 ] && [ "$cause" != limit ]; then exit "$code"; fi
if [ "$restarts" -ge 3 ] && [ "$(kept_bytes)" -le "$kept_before" ]; then
  echo "task $task ended with code $code, has kept nothing new, and was queued again $restarts times: that is enough" >&2
  exit "$code"
fi
echo "task $task ended with code $code: it is queued again, to go on with what is kept" >&2
scontrol requeue "$task"
exit "$code"
`;

/** The job that puts the shards together, or names those that it lacks. */
export const mergeScript = (job: SlurmJob): string => `#!/bin/bash
#SBATCH --job-name=${jobName(job)}-merge
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=${job.memory}
#SBATCH --time=${job.time}
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=merge.log
${places(job)}
echo "== $(date): job $SLURM_JOB_ID"
"\${isoeffect[@]}" merge "$out"
code=$?
if [ "$code" -eq 2 ]; then
  echo "To run shards again in the cluster, such as 3 and 5, and then to merge: submit.sh --array=3,5" >&2
fi
exit "$code"
`;

/** What puts both into the queue. */
export const submitScript = (): string => `#!/bin/bash
# Submits the array, and the job that merges its shards once all tasks have ended. Options are given on to the array:
# --array=3,5 runs these two shards again.
set -euo pipefail
cd -- "$(dirname -- "\${BASH_SOURCE[0]}")"
array=$(sbatch --parsable "$@" shards.sh)
# A number, and the name of the cluster where there are several
array=\${array%%;*}
# Not afterok, with which nobody would say what is missing: merge refuses shards that are not whole, and names them
merge=$(sbatch --parsable --dependency="afterany:$array" merge.sh)
echo "Submitted the array $array, then merge \${merge%%;*}. Logs: $PWD"
`;

/** Names of jobs are shown in narrow columns, and nothing hangs on them. */
const jobName = ({ name }: SlurmJob): string => name.replaceAll(/[^\w.-]+/g, '-');

const places = ({ out, command, workFolder }: SlurmJob): string => `# Folder of shards and results
out=${quoteArgument(out)}
# The isoeffect that wrote this file, with its Node: all nodes must see them
isoeffect=(${command.map(quoteArgument).join(' ')})
cd -- ${quoteArgument(workFolder)} || exit 2
`;
