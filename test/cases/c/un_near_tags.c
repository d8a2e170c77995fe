// Models tags on other things: public, zeroizing and interning functions without any secret.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>

__attribute__((annotate("public"))) int checksum(const uint8_t *p, size_t n);
__attribute__((annotate("zeroizes"))) void drop_bytes(void *p, size_t n);
__attribute__((annotate("interns"))) int name_id(const char *s);
__attribute__((annotate("hot"))) int lookup(const char *s);
int read_record(uint8_t *p, size_t n);
int takes_key([[secret]] const uint8_t *k, size_t n);

int run_public(void)
{
    uint8_t buf[64];

    if (read_record(buf, sizeof buf) != 0)
        return -1;
    printf("%d\n", checksum(buf, sizeof buf));
    drop_bytes(buf, 8);
    return 0;
}

int run_names(const char *s)
{
    return name_id("root") + name_id(s) + lookup(s);
}

int run_const_tagged(void)
{
    uint8_t buf[64];

    if (read_record(buf, sizeof buf) != 0)
        return -1;
    return takes_key(buf, sizeof buf);
}

int run_public_local(const uint8_t *src)
{
    __attribute__((annotate("public"))) uint8_t buf[64];

    memcpy(buf, src, sizeof buf);
    memset(buf, 0, 4);
    return buf[0];
}

int run_const_memset(void)
{
    uint8_t buf[64];
    int rc = read_record(buf, sizeof buf);

    rc |= takes_key(buf, 32);
    memset(buf, 0, sizeof buf);
    return rc;
}
