// longjmp leaves the function before the zeroization.
// MEMORY: clang-O0 residue, gcc-O0 residue, clang-O2 residue, gcc-O2 residue
// WHY: the checks end a path at longjmp, whose target they do not know.
#include "truth.h"
#include <setjmp.h>
#include <string.h>

static jmp_buf loj_target;

__attribute__((noinline)) static void loj_work(void) {
  SECRET unsigned char key[32];
  fill(key, sizeof key);
  use(key, sizeof key);
  if (!zero())
    longjmp(loj_target, 1);
  explicit_bzero(key, sizeof key);
}

void run(void) {
  if (!setjmp(loj_target))
    loj_work();
}
