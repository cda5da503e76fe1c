# A Slurm cluster of one node, this machine, in a folder: nothing of it lies elsewhere but the installed packages. To be sourced;
# start_cluster and stop_cluster are what it is for.
# shellcheck shell=bash

PATH=$PATH:/usr/sbin:/sbin

say() { echo "[slurm $(printf '%3d' "$SECONDS") s] $*"; }

fail() {
  say "FAILED: $*" >&2
  exit 1
}

# wait_until <seconds> <what for> <command…>
wait_until() {
  local until=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    [ "$SECONDS" -lt "$until" ] || fail "waited in vain for $what"
    sleep 0.1
  done
}

install_slurm() {
  local missing='' program
  for program in munged slurmctld slurmd sbatch scontrol; do
    command -v "$program" >/dev/null || missing="$missing $program"
  done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null || fail "there is no$missing: install Slurm and MUNGE"
  [ "$(id -u)" -eq 0 ] || fail "there is no$missing: as root, apt-get install slurm-wlm munge"
  say 'installing slurm-wlm and munge'
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update && apt-get install -y --no-install-recommends slurm-wlm munge; } >"$1/install.log" 2>&1 || {
    tail -20 "$1/install.log" >&2
    fail 'slurm-wlm and munge cannot be installed'
  }
}

# Numbers of two ports that are free
free_ports() {
  node -e "
    const { createServer } = require('node:net');
    const servers = [0, 1].map(() => createServer().listen(0, '127.0.0.1'));
    setTimeout(() => servers.forEach((s) => { console.log(s.address().port); s.close(); }), 100);
  "
}

# Requeued jobs wait for as long as credentials hold: cred_expire, two minutes unless given. CPUs are told rather than found,
# so that all tasks run at once on any machine
write_config() {
  local folder=$1 node user ports
  node=$(hostname -s)
  user=$(id -un)
  mapfile -t ports < <(free_ports)
  cat >"$folder/slurm.conf" <<EOF
ClusterName=isoeffect
SlurmctldHost=$node(127.0.0.1)
SlurmctldPort=${ports[0]}
SlurmdPort=${ports[1]}
SlurmUser=$user
SlurmdUser=$user
AuthInfo=socket=$folder/munge.socket,cred_expire=5
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=1
ReturnToService=2
KillWait=5
NodeName=$node NodeAddr=127.0.0.1 CPUs=4 RealMemory=32000 State=UNKNOWN
PartitionName=all Nodes=$node Default=YES MaxTime=INFINITE State=UP
EOF
}

daemons=()
is_up=''

# start_daemon <command…>, in the foreground of a process of its own
start_daemon() {
  "$@" >>"$cluster/daemons.log" 2>&1 </dev/null &
  daemons+=("$!")
}

is_idle() { [ "$(sinfo --noheader --format=%T 2>/dev/null)" = idle ]; }

# start_cluster <folder>, which all may enter: MUNGE insists on that
start_cluster() {
  cluster=$1
  install_slurm "$cluster"
  mkdir "$cluster/state" "$cluster/spool"
  write_config "$cluster"
  export SLURM_CONF=$cluster/slurm.conf
  (umask 077 && head -c 1024 /dev/urandom >"$cluster/munge.key")
  start_daemon munged --foreground --key-file="$cluster/munge.key" --socket="$cluster/munge.socket" \
    --pid-file="$cluster/munged.pid" --log-file="$cluster/munged.log" --seed-file="$cluster/munged.seed"
  wait_until 20 'munged' test -S "$cluster/munge.socket"
  start_daemon slurmctld -D
  start_daemon slurmd -D -N "$(hostname -s)"
  wait_until 60 'an idle node' is_idle
  is_up=yes
}

# Ids of processes that were started with this cluster in their environment: daemons, jobs and what they started
cluster_processes() {
  local folder
  for folder in /proc/[0-9]*; do
    if grep -qzF "SLURM_CONF=$cluster/" "$folder/environ" 2>/dev/null; then echo "${folder#/proc/}"; fi
  done
}

has_no_jobs() { [ -z "$(squeue --noheader 2>/dev/null)" ]; }

# Ends all that start_cluster and its jobs left; says so where something had to be killed
stop_cluster() {
  local id rest=''
  if [ -n "$is_up" ]; then
    scancel --user="$(id -un)" 2>/dev/null
    for _ in $(seq 100); do
      if has_no_jobs; then break; fi
      sleep 0.1
    done
  fi
  # The last one started is the first to go
  for ((id = ${#daemons[@]} - 1; id >= 0; id--)); do
    kill -TERM "${daemons[id]}" 2>/dev/null
  done
  # Without jobs and daemons nothing should be left
  for _ in $(seq 200); do
    rest=$(cluster_processes)
    [ -n "$rest" ] || return 0
    sleep 0.1
  done
  for id in $rest; do kill -KILL "$id" 2>/dev/null; done
  say "had to kill: $rest" >&2
  return 1
}
