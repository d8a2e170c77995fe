// Models every way of tagging a declaration.
// CATEGORY: tagging
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

struct [[secret]] seed32 { uint8_t b[32]; };
struct __attribute__((annotate("secret"))) seed16 { uint8_t b[16]; };
typedef uint8_t pin_t[8] __attribute__((secret));
struct mix { int id; [[clang::annotate("secret")]] uint8_t k[16]; uint8_t pub[16]; };
__attribute__((annotate("secret"))) char *ask(const char *prompt);
int fill(void *p, size_t n);
int use(const void *p, size_t n);

int by_cxx_attribute(void)
{
    [[secret]] uint8_t k[16]; // EXPECT: secret-missing-zeroization

    return fill(k, sizeof k) | use(k, sizeof k);
}

int by_gnu_attribute(void)
{
    uint8_t k[16] __attribute__((secret)); // EXPECT: secret-missing-zeroization

    return fill(k, sizeof k) | use(k, sizeof k);
}

int by_annotate(void)
{
    [[clang::annotate("secret")]] uint8_t k[16]; // EXPECT: secret-missing-zeroization

    return fill(k, sizeof k) | use(k, sizeof k);
}

int by_gnu_annotate(void)
{
    __attribute__((annotate("secret"))) uint8_t k[16]; // EXPECT: secret-missing-zeroization

    return fill(k, sizeof k) | use(k, sizeof k);
}

int by_other_annotate(void)
{
    __attribute__((annotate("scratch"))) uint8_t k[16];

    return fill(k, sizeof k) | use(k, sizeof k);
}

int by_record(void)
{
    struct seed32 s; // EXPECT: secret-missing-zeroization

    return fill(&s, sizeof s) | use(&s, sizeof s);
}

int by_record_annotate(void)
{
    struct seed16 s; // EXPECT: secret-missing-zeroization

    return fill(&s, sizeof s) | use(&s, sizeof s);
}

int by_record_wiped(void)
{
    struct seed32 s;
    int rc = fill(&s, sizeof s) | use(&s, sizeof s);

    explicit_bzero(&s, sizeof s);
    return rc;
}

int by_alias(void)
{
    pin_t p; // EXPECT: secret-missing-zeroization

    return fill(p, sizeof p) | use(p, sizeof p);
}

int by_alias_wiped(void)
{
    pin_t p;
    int rc = fill(p, sizeof p) | use(p, sizeof p);

    explicit_bzero(p, sizeof p);
    return rc;
}

int by_field(void)
{
    struct mix m; // EXPECT: secret-missing-zeroization

    return fill(m.k, sizeof m.k) | use(m.k, sizeof m.k);
}

int by_field_public(void)
{
    struct mix m;

    return fill(m.pub, sizeof m.pub) | use(m.pub, sizeof m.pub);
}

int by_result(void)
{
    char *a = ask("PIN: ");
    int rc = use(a, strlen(a));

    free(a); // EXPECT: secret-missing-zeroization
    return rc;
}

int by_param(__attribute__((annotate("secret"))) const uint8_t *k)
{
    uint8_t c[16]; // EXPECT: secret-missing-zeroization

    memcpy(c, k, sizeof c);
    return use(c, sizeof c);
}
