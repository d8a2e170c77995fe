// Models old-fashioned C: bit tricks, unions, alloca, setjmp, varargs.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdarg.h>
#include <setjmp.h>
#include <alloca.h>

typedef union { double d; uint64_t u; uint8_t b[8]; } bits;
static jmp_buf env;
static unsigned long rnd_state = 88172645463325252ul;

static unsigned long next_rnd(void)
{
    rnd_state ^= rnd_state << 13;
    rnd_state ^= rnd_state >> 7;
    rnd_state ^= rnd_state << 17;
    return rnd_state;
}

static void fail(const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    longjmp(env, 1);
}

int shuffle(int *a, int n)
{
    int *copy = alloca(sizeof *copy * (size_t)n);

    memcpy(copy, a, sizeof *copy * (size_t)n);
    for (int i = n - 1; i > 0; i--) {
        int j = (int)(next_rnd() % (unsigned long)(i + 1));
        int t = copy[i];

        copy[i] = copy[j];
        copy[j] = t;
    }
    memcpy(a, copy, sizeof *copy * (size_t)n);
    return n;
}

int exponent(double d)
{
    bits b = {.d = d};

    return (int)(b.u >> 52 & 2047) - 1023;
}

int parse(const char *s)
{
    char *work = strdup(s);
    int n = 0;

    if (!work)
        return -1;
    if (setjmp(env) != 0) {
        free(work);
        return -1;
    }
    for (char *p = strtok(work, " "); p; p = strtok(NULL, " ")) {
        if (strlen(p) > 16)
            fail("word too long: %s\n", p);
        n++;
    }
    free(work);
    return n;
}

int fold(size_t n)
{
    char line[n];
    int sum = 0;

    memset(line, 'x', n);
    for (size_t i = 0; i < n; i++)
        sum += line[i];
    memset(line, 0, n);
    return sum;
}
