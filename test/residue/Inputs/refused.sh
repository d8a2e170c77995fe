# refused.sh SCOPE TOOL SECRET: as another user, looks into a process of root,
# where Yama's setting is SCOPE. Within a mount namespace of its own.
set -eu
mount -t tmpfs none /proc/sys/kernel
mkdir /proc/sys/kernel/yama
[ "$1" = none ] || echo "$1" >/proc/sys/kernel/yama/ptrace_scope
sleep 60 &
trap 'kill $!' EXIT
setpriv --reuid=65534 --regid=65534 --clear-groups \
  "$2" scan --pid $! --secret "$3"
