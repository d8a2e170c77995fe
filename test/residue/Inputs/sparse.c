/* Reserves 8 TiB, as sanitizers and garbage collectors do, and touches little. */
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

int main(int argc, char **argv) {
  char *all = mmap(0, 1ul << 43, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (all == MAP_FAILED || argc < 2)
    return 1;
  int file = open(argv[1], O_RDONLY);
  (void)!read(file, all + (1ul << 42) - 10, 24);
  return 0;
}
