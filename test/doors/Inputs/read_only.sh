# read_only.sh FOLDER COMMAND...: runs the command in FOLDER, which cannot be written;
# to be run where mounts are private (unshare --mount).
mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && cd "$1" || exit 99
shift
exec "$@"
