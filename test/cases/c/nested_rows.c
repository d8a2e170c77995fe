// Models key schedules and tables of keys that nested loops clear.
// CATEGORY: partial
#define _GNU_SOURCE
#include <stdint.h>
#include <string.h>

int sched_fill(void *p);
void sched_use(const void *p);

struct round { uint8_t k[16]; int id; };

void plain(void)
{
    [[secret]] unsigned char k[2][16];
    sched_fill(k);
    sched_use(k);
    for (int i = 0; i < 2; i++) for (int j = 0; j < 16; j++) k[i][j] = 0; // EXPECT: secret-elidable-zeroization
}

void through_volatile_rows(void)
{
    [[secret]] unsigned char k[2][16];
    volatile unsigned char (*v)[16] = k;
    sched_fill(k);
    sched_use(k);
    for (int i = 0; i < 2; i++) for (int j = 0; j < 16; j++) v[i][j] = 0;
}

void volatile_rows(void)
{
    [[secret]] volatile unsigned char k[2][16];
    sched_fill((void *)k);
    sched_use((void *)k);
    for (int i = 0; i < 2; i++) for (int j = 0; j < 16; j++) k[i][j] = 0;
}

void wide_elements(void)
{
    [[secret]] uint32_t k[4][4];
    sched_fill(k);
    sched_use(k);
    for (int i = 0; i < 4; i++) { for (int j = 0; j < 4; j++) { *(volatile uint32_t *)&k[i][j] = 0; } }
}

void memset_each_row(void)
{
    [[secret]] unsigned char k[2][16];
    sched_fill(k);
    sched_use(k);
    for (int i = 0; i < 2; i++) memset(k[i], 0, 16); // EXPECT: secret-elidable-zeroization
}

void first_row_only(void)
{
    [[secret]] unsigned char k[2][16];
    sched_fill(k);
    sched_use(k);
    for (int i = 0; i < 1; i++) for (int j = 0; j < 16; j++) ((volatile unsigned char *)k[i])[j] = 0; // EXPECT: secret-partial-zeroization
}

void all_but_the_last_byte(void)
{
    [[secret]] unsigned char k[2][16];
    sched_fill(k);
    sched_use(k);
    for (int i = 0; i < 2; i++) for (int j = 0; j < 15; j++) ((volatile unsigned char *)k[i])[j] = 0; // EXPECT: secret-partial-zeroization
}

void tagged_fields(void)
{
    struct { [[secret]] uint8_t k[16]; int id; } r[4];
    sched_fill(r);
    sched_use(r);
    for (int i = 0; i < 4; i++) for (int j = 0; j < 16; j++) ((volatile uint8_t *)r[i].k)[j] = 0;
}

void tagged_fields_plainly(void)
{
    struct { [[secret]] uint8_t k[16]; int id; } r[4];
    sched_fill(r);
    sched_use(r);
    for (int i = 0; i < 4; i++) for (int j = 0; j < 16; j++) r[i].k[j] = 0; // EXPECT: secret-elidable-zeroization
}

void flat(void)
{
    [[secret]] unsigned char k[2][16];
    sched_fill(k);
    sched_use(k);
    volatile unsigned char *p = &k[0][0];
    for (size_t i = 0; i < sizeof k; i++) p[i] = 0;
}

void flat_from_the_first_row(void)
{
    [[secret]] unsigned char k[2][16];
    sched_fill(k);
    sched_use(k);
    volatile unsigned char *p = k[0];
    for (size_t i = 0; i < sizeof k; i++) p[i] = 0;
}

void as_many_rows_as_filled(int n)
{
    [[secret]] unsigned char k[8][16];
    if (n > 8) return;
    for (int i = 0; i < n; i++) sched_fill(k[i]);
    sched_use(k);
    for (int i = 0; i < n; i++) explicit_bzero(k[i], 16);
}

void all_rows(int n)
{
    [[secret]] unsigned char k[8][16];
    if (n > 8) return;
    for (int i = 0; i < n; i++) sched_fill(k[i]);
    sched_use(k);
    for (int i = 0; i < 8; i++) explicit_bzero(k[i], 16);
}

void one_field_alone(void)
{
    [[secret]] struct round k;
    sched_fill(k.k);
    sched_use(k.k);
    explicit_bzero(k.k, sizeof k.k);
}

void all_fields_filled(void)
{
    [[secret]] struct round k;
    sched_fill(&k);
    sched_use(&k);
    explicit_bzero(k.k, sizeof k.k); // EXPECT: secret-partial-zeroization
}

void a_constant_beside(void)
{
    [[secret]] struct round k;
    k.id = 3;
    sched_fill(k.k);
    sched_use(k.k);
    explicit_bzero(k.k, sizeof k.k);
}

struct list { int length; uint8_t k[32]; };

void two_lengths(struct list *from, struct list *to)
{
    [[secret]] uint8_t k[32];
    volatile uint8_t *v = k;
    sched_fill(k);
    sched_use(k);
    from->length = 0;
    for (int i = from->length; i < to->length; i++) v[i] = 0;
}
