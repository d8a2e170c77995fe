// Models key schedules and tables of keys that nested loops clear.
// CATEGORY: partial
#define _GNU_SOURCE
#include <stdint.h>
#include <string.h>

int sched_fill(void *p);
void sched_use(const void *p);

struct round { uint8_t k[16]; int id; };

void a0(void)
{
    [[secret]] unsigned char k[2][16];
    sched_fill(k);
    sched_use(k);
    for (int i = 0; i < 2; i++) for (int j = 0; j < 16; j++) k[i][j] = 0; // EXPECT: secret-elidable-zeroization
}

void a1(void)
{
    [[secret]] unsigned char k[2][16];
    volatile unsigned char (*v)[16] = k;
    sched_fill(k);
    sched_use(k);
    for (int i = 0; i < 2; i++) for (int j = 0; j < 16; j++) v[i][j] = 0;
}

void a2(void)
{
    [[secret]] volatile unsigned char k[2][16];
    sched_fill((void *)k);
    sched_use((void *)k);
    for (int i = 0; i < 2; i++) for (int j = 0; j < 16; j++) k[i][j] = 0;
}

void a3(void)
{
    [[secret]] uint32_t k[4][4];
    sched_fill(k);
    sched_use(k);
    for (int i = 0; i < 4; i++) { for (int j = 0; j < 4; j++) { *(volatile uint32_t *)&k[i][j] = 0; } }
}

void a4(void)
{
    [[secret]] unsigned char k[2][16];
    sched_fill(k);
    sched_use(k);
    for (int i = 0; i < 2; i++) memset(k[i], 0, 16); // EXPECT: secret-elidable-zeroization
}

void a5(void)
{
    [[secret]] unsigned char k[2][16];
    sched_fill(k);
    sched_use(k);
    for (int i = 0; i < 1; i++) for (int j = 0; j < 16; j++) ((volatile unsigned char *)k[i])[j] = 0; // EXPECT: secret-partial-zeroization
}

void a6(void)
{
    [[secret]] unsigned char k[2][16];
    sched_fill(k);
    sched_use(k);
    for (int i = 0; i < 2; i++) for (int j = 0; j < 15; j++) ((volatile unsigned char *)k[i])[j] = 0; // EXPECT: secret-partial-zeroization
}

void a7(void)
{
    struct { [[secret]] uint8_t k[16]; int id; } r[4];
    sched_fill(r);
    sched_use(r);
    for (int i = 0; i < 4; i++) for (int j = 0; j < 16; j++) ((volatile uint8_t *)r[i].k)[j] = 0;
}

void a8(void)
{
    struct { [[secret]] uint8_t k[16]; int id; } r[4];
    sched_fill(r);
    sched_use(r);
    for (int i = 0; i < 4; i++) for (int j = 0; j < 16; j++) r[i].k[j] = 0; // EXPECT: secret-elidable-zeroization
}

void a9(void)
{
    [[secret]] unsigned char k[2][16];
    sched_fill(k);
    sched_use(k);
    volatile unsigned char *p = &k[0][0];
    for (size_t i = 0; i < sizeof k; i++) p[i] = 0;
}

void a10(void)
{
    [[secret]] unsigned char k[2][16];
    sched_fill(k);
    sched_use(k);
    volatile unsigned char *p = k[0];
    for (size_t i = 0; i < sizeof k; i++) p[i] = 0;
}

void a11(int n)
{
    [[secret]] unsigned char k[8][16];
    if (n > 8) return;
    for (int i = 0; i < n; i++) sched_fill(k[i]);
    sched_use(k);
    for (int i = 0; i < n; i++) explicit_bzero(k[i], 16);
}

void a12(int n)
{
    [[secret]] unsigned char k[8][16];
    if (n > 8) return;
    for (int i = 0; i < n; i++) sched_fill(k[i]);
    sched_use(k);
    for (int i = 0; i < 8; i++) explicit_bzero(k[i], 16);
}

void a13(void)
{
    [[secret]] struct round k;
    sched_fill(k.k);
    sched_use(k.k);
    explicit_bzero(k.k, sizeof k.k);
}

void a14(void)
{
    [[secret]] struct round k;
    sched_fill(&k);
    sched_use(&k);
    explicit_bzero(k.k, sizeof k.k); // EXPECT: secret-partial-zeroization
}

void a15(void)
{
    [[secret]] struct round k;
    k.id = 3;
    sched_fill(k.k);
    sched_use(k.k);
    explicit_bzero(k.k, sizeof k.k);
}
