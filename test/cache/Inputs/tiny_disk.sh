# tiny_disk.sh FOLDER SIZE COMMAND...: runs the command with a file system of SIZE
# at FOLDER; to be run where mounts are private (unshare --mount).
mount -t tmpfs -o "size=$2" none "$1" || exit 99
shift 2
exec "$@"
