#!/bin/bash
#===- slurm_cluster.sh - A Slurm cluster on one machine --------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# slurm_cluster.sh FOLDER COMMAND...
# Starts Slurm with two nodes, node1 and node2, of one CPU each, runs COMMAND with
# SLURM_CONF set, and stops everything. Returns what COMMAND returned; 125 if the
# cluster did not start. Needs root, and Debian's slurm-wlm, munge and iproute2.
#
# All of it runs in namespaces of its own for the network, mounts, processes and
# the host's name, which end with their first process, whatever kills it. Each
# node has a further network and name. Keys, sockets, states and logs are in
# FOLDER, which is made; FOLDER/own is another folder on each node. A command of
# the cluster kills a node with `ip netns pids node2 | xargs kill -9`.
#
#===------------------------------------------------------------------------===#

set -eu -o pipefail

if [ -z "${SLURM_CLUSTER-}" ]; then
  [ $# -ge 2 ] || { echo "usage: slurm_cluster.sh FOLDER COMMAND..." >&2; exit 125; }
  exec env SLURM_CLUSTER="$(realpath -m "$1")" \
    unshare --net --mount --uts --pid --fork --kill-child --mount-proc \
    "$0" "${@:2}"
fi
folder=$SLURM_CLUSTER

give_up() {
  echo "slurm_cluster.sh: $*" >&2
  tail -n 3 "$folder"/logs/* >&2 || true
  exit 125
}

# Waits for COMMAND... to succeed.
wait_for() {
  local tries
  for ((tries = 0; tries < 150; tries++)); do
    "$@" >/dev/null 2>&1 && return
    sleep 0.2
  done
  return 1
}

make_networks() {
  local node
  hostname control
  mount -t tmpfs none /run
  mkdir /run/netns
  ip link set lo up
  ip link add bridge type bridge
  ip addr add 10.213.7.1/24 dev bridge
  ip link set bridge up
  for node in 1 2; do
    ip netns add node$node
    ip link add veth$node type veth peer name eth0 netns node$node
    ip link set veth$node master bridge up
    ip -n node$node addr add 10.213.7.1$node/24 dev eth0
    ip -n node$node link set eth0 up
    ip -n node$node link set lo up
  done
}

write_settings() {
  cat >"$folder/slurm.conf" <<END
ClusterName=secret
SlurmctldHost=control(10.213.7.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
CredType=cred/munge
MpiDefault=none
SwitchType=switch/none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool/%n
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd-%n.pid
SlurmdTimeout=6
MessageTimeout=5
KillWait=2
NodeName=node1 NodeAddr=10.213.7.11 CPUs=1
NodeName=node2 NodeAddr=10.213.7.12 CPUs=1
PartitionName=all Nodes=ALL Default=YES State=UP
END
  # No control groups: the first version has none unless they are asked for.
  printf 'CgroupPlugin=cgroup/v1\nCgroupMountpoint=%s/cgroup\n' "$folder" \
    >"$folder/cgroup.conf"
}

start_daemons() {
  local node logs=$folder/logs
  head -c 1024 /dev/urandom >"$folder/munge.key"
  chmod 600 "$folder/munge.key"
  munged --force --foreground --socket="$folder/munge.socket" \
    --key-file="$folder/munge.key" --pid-file="$folder/munged.pid" \
    --log-file="$logs/munged" --seed-file="$folder/munge.seed" \
    >"$logs/munged" 2>&1 &
  wait_for test -S "$folder/munge.socket" || give_up "munged did not start"
  slurmctld -D -i >"$logs/slurmctld" 2>&1 &
  for node in node1 node2; do
    ip netns exec $node unshare --uts --mount sh -c '
      hostname "$1" && mount -t tmpfs none "$2/own" && exec slurmd -D -N "$1"' \
      sh $node "$folder" >"$logs/$node" 2>&1 &
    disown # its death is no news
  done
}

both_idle() { [ "$(sinfo -h -t idle -o %D)" = 2 ]; }

rm -rf "$folder"
mkdir -p "$folder"/{logs,state,spool/node1,spool/node2,own,cgroup}
export SLURM_CONF=$folder/slurm.conf
make_networks
write_settings
start_daemons
wait_for both_idle || give_up "the nodes are not ready"
"$@"
