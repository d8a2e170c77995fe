#!/bin/sh
#===- launcher.sh - Launchers that do what launchers do ---------------------===#
#
# Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# launcher.sh WAY FOLDER STEP...  counts its calls in FOLDER/calls
#   noisy         runs the step, and talks
#   fail-first    fails the first time for each step
#   fail          never runs a step
#   kill          kills the step in the middle, the first time for each
#   lose          says that all went well, and ran nothing
#   late          the result is there some time after the launcher's end
#   status        runs the step, and fails in spite of that
#   elsewhere     a machine without the work folder
#
#===------------------------------------------------------------------------===#
way=$1 folder=$2
shift 2
# The step is: PROGRAM run-step NAME JOB RESULT LOG
mark=$folder/$(basename "$4" .json)
echo "$*" >>"$folder/calls"
first=no
mkdir "$mark" 2>/dev/null && first=yes

case $way,$first in
  noisy,*)
    echo "out: starting" && echo "err: error: starting" >&2
    echo '{"version": 1}'
    cat
    exec "$@"
    ;;
  fail-first,yes)
    echo "node 7: gone" >&2
    exit 143
    ;;
  fail,*)
    echo "no node" >&2
    exit 9
    ;;
  kill,yes)
    # The step hangs in the first launch only.
    source=$(sed -n 's|^  "file": ".*/\(.*\)",$|\1|p' "$4")
    SECRET_AUDIT_INJECT_FAULT=hang:$source setsid "$@" &
    until pgrep -P $! -f "$4" >"$mark/worker"; do sleep 0.05; done
    kill -9 -$!
    wait $!
    ;;
  lose,*) ;;
  late,*)
    (sleep 0.5 && exec "$@") >/dev/null 2>&1 &
    ;;
  status,*)
    "$@"
    exit 5
    ;;
  elsewhere,*) exec "$1" "$2" "$3" "/nonexistent$4" "/nonexistent$5" "/nonexistent$6" ;;
  *) exec "$@" ;;
esac
