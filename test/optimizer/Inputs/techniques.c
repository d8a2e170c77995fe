// The scrubbing techniques of Daniel, Bardin and Rezk ("Binsec/Rel: Symbolic
// Binary Analyzer for Security", section on secret erasure), written anew. Behind each: what
// the rules say, and how many of 40 configurations were published as insecure.
// Their verdict counts any residue, spilled registers too; the table that
// check_truth.py prints counts only whether code of the zeroization is left. That
// is why memset through a volatile function pointer is published as insecure and
// always kept here, and why bzero has more. "Unseen": the rules do not take a
// loop through a pointer that is itself volatile for a zeroization, and report
// it as missing.
#include <stddef.h>
#include <string.h>
#include <strings.h>
#include "zeroize.h"
void fill(u8 *p, size_t n);
void explicit_bzero(void *p, size_t n);
int memset_s(void *p, size_t size, int c, size_t n);
static void *(*volatile volatile_memset)(void *, int, size_t) = memset;
__attribute__((weak)) void weak_hook(void *p, size_t n) {}
void t_byte_loop(void) { S u8 k[32]; fill(k, 32); ZEROIZE(for (size_t i = 0; i < 32; i++) k[i] = 0;) } // model: reported, insecure: 20
void t_memset(void) { S u8 k[32]; fill(k, 32); ZEROIZE(memset(k, 0, 32);) } // model: reported, insecure: 20
void t_bzero(void) { S u8 k[32]; fill(k, 32); ZEROIZE(bzero(k, 32);) } // model: reported, insecure: 23
void t_explicit_bzero(void) { S u8 k[32]; fill(k, 32); ZEROIZE(explicit_bzero(k, 32);) } // model: silent, insecure: 0
void t_memset_s(void) { S u8 k[32]; fill(k, 32); ZEROIZE(memset_s(k, 32, 0, 32);) } // model: silent, insecure: 0
void t_volatile_function(void) { S u8 k[32]; fill(k, 32); ZEROIZE(volatile_memset(k, 0, 32);) } // model: silent, insecure: 10
void t_cast_memset(void) { S u8 k[32]; fill(k, 32); ZEROIZE(memset((void *)(volatile u8 *)k, 0, 32);) } // model: reported, insecure: 20
void t_volatile_pointer_loop(void) { S u8 k[32]; fill(k, 32); u8 *volatile p = k; ZEROIZE(for (size_t i = 0; i < 32; i++) p[i] = 0;) } // model: reported, insecure: 10
void t_volatile_pointer_memset(void) { S u8 k[32]; fill(k, 32); u8 *volatile p = k; ZEROIZE(memset(p, 0, 32);) } // model: reported, insecure: 10
void t_volatile_both_memset(void) { S u8 k[32]; fill(k, 32); volatile u8 *volatile p = k; ZEROIZE(memset((void *)p, 0, 32);) } // model: reported, insecure: 10
void t_volatile_data_loop(void) { S u8 k[32]; fill(k, 32); volatile u8 *p = k; ZEROIZE(for (size_t i = 0; i < 32; i++) p[i] = 0;) } // model: silent, insecure: 0
void t_volatile_both_loop(void) { S u8 k[32]; fill(k, 32); volatile u8 *volatile p = k; ZEROIZE(for (size_t i = 0; i < 32; i++) p[i] = 0;) } // model: silent, insecure: 0
void t_barrier_simple(void) { S u8 k[32]; fill(k, 32); ZEROIZE(memset(k, 0, 32);) __asm__ volatile("" : : : "memory"); } // model: silent, insecure: 0
void t_barrier_mfence(void) { S u8 k[32]; fill(k, 32); ZEROIZE(memset(k, 0, 32);) __asm__ volatile("mfence" : : : "memory"); } // model: silent, insecure: 0
void t_barrier_lock(void) { S u8 k[32]; fill(k, 32); ZEROIZE(memset(k, 0, 32);) __asm__ volatile("lock; addl $0,0(%%rsp)" : : : "memory"); } // model: silent, insecure: 0
void t_barrier_operand(void) { S u8 k[32]; fill(k, 32); ZEROIZE(memset(k, 0, 32);) __asm__ volatile("" : : "r"(k) : "memory"); } // model: silent, insecure: 0
void t_weak_symbol(void) { S u8 k[32]; fill(k, 32); ZEROIZE(memset(k, 0, 32);) weak_hook(k, 32); } // model: silent, insecure: 0
