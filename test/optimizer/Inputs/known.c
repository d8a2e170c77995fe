// One function a line; see check_truth.py. What is left out here changes more
// than the zeroization: a read is no longer known to give zero, a pointer no
// longer known not to be null. The comment says what is true of optimized code.
#include <stdlib.h>
#include <string.h>
#include "zeroize.h"
void fill(u8 *p, size_t n);
void opaque(void);
void tell(int);
u8 t_folded(void) { S u8 k[32]; fill(k, 32); ZEROIZE(memset(k, 0, 32);) return k[3]; } // true: R
void t_folded_store(u8 *to) { S u8 k[32]; fill(k, 32); ZEROIZE(memset(k, 0, 32);) *to = k[3]; } // true: R
u8 t_folded_kept(void) { S u8 k[32]; fill(k, 32); ZEROIZE(memset(k, 0, 32);) opaque(); return k[3]; } // true: K
void t_not_null(u8 *p) { S u8 *k = p; fill(k, 32); ZEROIZE(memset(k, 0, 32);) if (!k) tell(1); free(k); } // true: R
void t_not_null_else(u8 *p) { S u8 *k = p; fill(k, 32); ZEROIZE(memset(k, 0, 32);) if (k) tell(1); else tell(2); free(k); } // true: K
void t_not_null_local(u8 *p) { S u8 k[32]; fill(k, 32); memcpy(p, k, 32); ZEROIZE(memset(k, 0, 32);) if (!p) tell(1); } // true: R
void t_null_seen(u8 *p) { S u8 *k = p; fill(k, 32); ZEROIZE(memset(k, 0, 32);) opaque(); if (!k) tell(1); } // true: K
