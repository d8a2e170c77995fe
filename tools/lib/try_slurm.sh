#!/bin/bash
#===- try_slurm.sh - secret-audit on two nodes of Slurm --------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# try_slurm.sh AUDIT FOLDER
# Runs the program AUDIT on a small project behind srun, in a cluster that
# slurm_cluster.sh makes: both nodes are used, one dies in the middle, a folder is
# not shared, a cache is shared or not; each time the reports are those of a run
# without launcher. Ends with one line; the exit code is 77 if that line says why
# nothing was tried.
#
#===------------------------------------------------------------------------===#

set -eu -o pipefail
here=$(cd "$(dirname "$0")" && pwd)

fail() {
  echo "try_slurm.sh: $*" >&2
  exit 1
}

# Why there can be no cluster here; nothing if there can.
obstacle() {
  local program
  for program in slurmctld slurmd srun munged ip; do
    command -v $program >/dev/null ||
      { echo "no $program here; install slurm-wlm, munge and iproute2"; return; }
  done
  [ "$(id -u)" = 0 ] || { echo "starting Slurm needs root"; return; }
  unshare --net --mount --uts --pid --fork --mount-proc true 2>/dev/null ||
    echo "no namespaces can be made here"
}

# Eight files, of which each reports and calls the next one.
make_project() {
  local i
  mkdir -p "$folder/project"
  for i in 0 1 2 3 4 5 6 7; do
    cat >"$folder/project/f$i.c" <<END
void fill(char *P, unsigned N);
void use(const char *P);
void use$(((i + 1) % 8))(const char *P);
void use$i(const char *P) { use(P); }
void f$i(void) {
  __attribute__((annotate("secret"))) char secret_$i[32];
  fill(secret_$i, sizeof secret_$i);
  use$(((i + 1) % 8))(secret_$i);
}
END
  done
  # What a node runs: notes its name; on a node that is held, the step hangs.
  cat >"$folder/on_node.sh" <<END
#!/bin/sh
echo "\$SLURMD_NODENAME \$(hostname) \$4" >>"$folder/nodes"
if [ -e "$folder/hold-\$SLURMD_NODENAME" ]; then
  echo \$\$ >"$folder/held-\$SLURMD_NODENAME"
  source=\$(sed -n 's|^  "file": ".*/\\(.*\\)",\$|\\1|p' "\$4")
  export SECRET_AUDIT_INJECT_FAULT=hang:\$source
fi
exec "\$@"
END
  chmod +x "$folder/on_node.sh"
}

# run NAME [OPTIONS]: the report goes to NAME.json, the output to NAME.out. The
# cache is in the folder that `cache` names; there is none if that is empty.
cache=""
run() {
  local name=$1 status=0
  shift
  : >"$folder/nodes"
  (cd "$folder/project" && SECRET_AUDIT_CACHE_DIR=$cache "$audit" --link "$@" \
    --output="json:$folder/$name.json" f*.c -- -O1) >"$folder/$name.out" \
    2>"$folder/$name.err" || status=$?
  [ $status = 1 ] || [ "$name" = separate ] ||
    { cat "$folder/$name.err" >&2; fail "$name: exit code $status"; }
}

behind_srun() {
  local name=$1
  shift
  run "$name" -j 4 --launcher "srun --quiet --ntasks=1 '$folder/on_node.sh'" "$@"
}

same_as_plain() {
  cmp "$folder/plain.json" "$folder/$1.json" &&
    cmp "$folder/plain.out" "$folder/$1.out" || fail "$1: not the plain run's result"
}

both_nodes_used() {
  [ "$(cut -d' ' -f1,2 "$folder/nodes" | sort -u)" = $'node1 node1\nnode2 node2' ] ||
    fail "$1: not on both nodes: $(cut -d' ' -f1,2 "$folder/nodes" | sort | uniq -c)"
}

# While node2 is at work, everything that runs there is killed.
lose_a_node() {
  touch "$folder/hold-node2"
  behind_srun lost --work-dir="$folder/work" &
  local audit_run=$! tries
  for ((tries = 0; tries < 300; tries++)); do
    [ -s "$folder/held-node2" ] && break
    sleep 0.1
  done
  [ -s "$folder/held-node2" ] || fail "node2 got no step"
  sleep 1
  pgrep -P "$(cat "$folder/held-node2")" -f jobs/ >/dev/null ||
    fail "no step in the middle on node2"
  ip netns pids node2 | xargs kill -9
  wait $audit_run || exit 1
  same_as_plain lost
  grep -q "which w.* launched again" "$folder/lost.err" ||
    fail "nothing was launched again"
}

# A shared cache saves everything the second time. Each node's own is right too.
with_cache() {
  local name
  cache=$folder/cache
  for name in cold warm; do
    behind_srun $name --work-dir="$folder/work"
    same_as_plain $name
    [ $name = warm ] || both_nodes_used $name
  done
  [ ! -s "$folder/nodes" ] || fail "warm: analysed again: $(cat "$folder/nodes")"
  cache=$folder/cluster/own/cache
  for name in own-cold own-warm; do
    behind_srun $name --work-dir="$folder/work"
    same_as_plain $name
  done
  both_nodes_used own-warm
  cache=""
}

in_cluster() {
  run plain -j 2
  [ "$(grep -c 'warning:' "$folder/plain.out")" -ge 8 ] || fail "plain: too few findings"
  behind_srun shared --work-dir="$folder/work"
  same_as_plain shared
  both_nodes_used shared
  # The cluster's folder `own` is another one on each machine.
  behind_srun separate --retries=0 --work-dir="$folder/cluster/own/work"
  [ "$(grep -c 'has to be the same on all machines' "$folder/separate.err")" = 8 ] ||
    fail "separate: nothing is said of the folder that is not shared"
  with_cache
  lose_a_node
  echo "secret-audit behind srun: both nodes used, one lost, caches shared or not: the same results"
}

if [ "${1-}" = --in-cluster ]; then
  shift
  audit=$1 folder=$2
  in_cluster
  exit
fi
[ $# = 2 ] || fail "usage: try_slurm.sh AUDIT FOLDER"
reason=$(obstacle)
if [ -n "$reason" ]; then
  echo "skipped: $reason"
  exit 77
fi
audit=$(realpath "$1") folder=$(realpath -m "$2")
rm -rf "$folder"
make_project
"$here/slurm_cluster.sh" "$folder/cluster" "$0" --in-cluster "$audit" "$folder"
