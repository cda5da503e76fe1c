#!/usr/bin/env bash
# isoeffect in a real Slurm on this machine, as a user would run it: `init slurm` writes the scripts, submit.sh submits an array
# of four and the merge. One task is killed, one comes near its time limit; both are queued again, and the merged result
# is that of a local run, byte for byte. Then a shard is lost, named, and run again.
#
# Needs the built package, and root where Slurm has to be installed. Leaves no process and no file.
set -uo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
main=$here/../../dist/src/cli/main.js
# shellcheck source=tests/slurm/cluster.sh
source "$here/cluster.sh"

scratch=$(mktemp -d)
# A folder that has to be quoted
work="$scratch/one user's study"

show_logs() {
  local log
  for log in "$scratch"/cluster/*.log "$work"/*-slurm/*.log; do
    [ -s "$log" ] || continue
    echo "--- the end of ${log#"$scratch"/}"
    tail -n 15 "$log"
  done
}

# shellcheck disable=SC2329 # called by trap
finish() {
  local code=$?
  trap - EXIT
  trap '' INT TERM
  [ "$code" -eq 0 ] || show_logs >&2
  stop_cluster || code=1
  rm -rf "$scratch"
  [ "$code" -eq 0 ] || say 'FAILED' >&2
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

isoeffect() { node "$main" "$@"; }

# job_field <job> <name of a field of scontrol show job>
job_field() { scontrol show job "$1" 2>/dev/null | tr ' ' '\n' | sed -n "s/^$2=//p" | head -n 1; }

state_is() { [ "$(job_field "$1" JobState)" = "$2" ]; }
has_ended() { [[ $(job_field "$1" JobState) =~ ^(COMPLETED|FAILED|CANCELLED|TIMEOUT|NODE_FAIL)$ ]]; }
was_requeued() { [ "$(job_field "$1" Restarts)" = 1 ]; }

# has_kept <shard> <bytes>, so that there is something to go on with
has_kept() {
  local size
  size=$(stat -c %s "out/my study/shard-$1-of-4.batches.part" 2>/dev/null) && [ "$size" -ge "$2" ]
}

# The process of Node that runs a shard
node_of_shard() {
  local id
  for id in $(cluster_processes); do
    if [[ $(readlink "/proc/$id/exe") = */node ]] &&
      grep -qzx "SLURM_ARRAY_TASK_ID=$1" "/proc/$id/environ" 2>/dev/null; then echo "$id"; fi
  done
}

# submit <option of submit.sh…>: sets array and merge, the numbers of the jobs
submit() {
  local said
  said=$(bash 'my study-slurm/submit.sh' "$@") || fail 'submit.sh'
  [[ $said =~ array\ ([0-9]+),\ then\ merge\ ([0-9]+) ]] || fail "submit.sh said: $said"
  array=${BASH_REMATCH[1]} merge=${BASH_REMATCH[2]}
  say "$said"
}

# expect_in <file> <text>
expect_in() { grep -qF -- "$2" "$1" || fail "$1 does not say: $2"; }

expect_same_results() {
  local file
  for file in result.json scenario.yaml replicates.csv; do
    cmp "out/my study/$file" "out/local/$file" || fail "$file of the merge is not that of a local run"
  done
}

[ -f "$main" ] || fail 'the package is not built: npm run build'
chmod 755 "$scratch"
mkdir "$scratch/cluster" "$work"
start_cluster "$scratch/cluster"
say "$(sinfo --version), one node, idle"
SECONDS=0

cd "$work" || exit 1
isoeffect init quick-start --out 'my study.yaml' >/dev/null || fail 'init'
# Large enough for seconds of work after the first batch is kept, wherever this runs
sed -i 's/replicates: [0-9]*,/replicates: 30000,/; s/perArm: [0-9]*/perArm: 1500/' 'my study.yaml'
grep -q 'perArm: 1500' 'my study.yaml' || fail 'the scenario states no perArm'
isoeffect init slurm 'my study.yaml' --shards 4 --cpus 1 --mem 2G || fail 'init slurm'
isoeffect init slurm 'my study.yaml' 2>/dev/null
[ $? -eq 2 ] || fail 'init slurm overwrites'

submit
# The number of the last task of an array may be that of the array itself: it must not requeue them all
wait_until 60 'batches of shard 4' has_kept 4 10000
kill -KILL "$(node_of_shard 4)" || fail 'shard 4 is not running'
say 'shard 4: Node was killed (SIGKILL)'
# What Slurm does a minute before the time limit, as --signal=B:USR1@60 asks for
wait_until 60 'batches of shard 2' has_kept 2 10000
scancel --signal=USR1 --batch "${array}_2" || fail 'shard 2 is not running'
say 'shard 2: was told that its time limit is near'
for shard in 2 4; do
  wait_until 60 "shard $shard in the queue again" was_requeued "${array}_$shard"
done
has_ended "$merge" && fail 'the merge did not wait for the tasks that are queued again'
say 'both are in the queue again, the merge waits'
isoeffect run 'my study.yaml' --out out/local --no-report >/dev/null 2>local.log &
local=$!
wait_until 300 'the merge' has_ended "$merge"
state_is "$merge" COMPLETED || fail "the merge has ended as $(job_field "$merge" JobState)"
for shard in 1 2 3 4; do
  state_is "${array}_$shard" COMPLETED || fail "shard $shard has ended as $(job_field "${array}_$shard" JobState)"
  say "shard $shard: restarts $(job_field "${array}_$shard" Restarts), $(grep -o 'continuing: .*' "my study-slurm/shard-$shard.log" || echo 'in one go')"
done
expect_in 'my study-slurm/shard-4.log' 'ended with code 137: it is queued again'
expect_in 'my study-slurm/shard-2.log' 'ended with code 130: it is queued again'
for shard in 2 4; do expect_in "my study-slurm/shard-$shard.log" 'continuing: '; done
for shard in 1 3; do
  [ "$(job_field "${array}_$shard" Restarts)" = 0 ] || fail "shard $shard was queued again, too"
done

wait "$local" || fail "the local run: $(cat local.log)"
expect_same_results
say 'merged: result.json, scenario.yaml and replicates.csv are those of a local run'

rm 'out/my study/result.json' 'out/my study/shard-3-of-4.batches'
lost=$(sbatch --parsable --chdir='my study-slurm' 'my study-slurm/merge.sh') || fail 'sbatch merge.sh'
wait_until 60 'the merge without shard 3' has_ended "$lost"
state_is "$lost" FAILED || fail "a merge without shard 3 has ended as $(job_field "$lost" JobState)"
expect_in 'my study-slurm/merge.log' 'shard 3 of 4 is missing'
say 'a shard was lost: merge.log names it'
submit --array=3
wait_until 300 'the second merge' has_ended "$merge"
state_is "$merge" COMPLETED || fail "the second merge has ended as $(job_field "$merge" JobState)"
expect_same_results
say 'submit.sh --array=3 ran it again: the same bytes'

# A job that is cancelled is not to queue itself again
rm 'out/my study/'shard-1-of-4.batches
submit --array=1
wait_until 60 'batches of shard 1' has_kept 1 30000
scancel "${array}_1"
wait_until 60 'the merge after a task was cancelled' has_ended "$merge"
state_is "${array}_1" CANCELLED || fail "a cancelled task is $(job_field "${array}_1" JobState)"
expect_in 'my study-slurm/merge.log' 'shard-1-of-4.batches.part  is unfinished'
say 'a task that is cancelled stays so'
