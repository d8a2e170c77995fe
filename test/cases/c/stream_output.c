// Models debug helpers that dump key material.
// CATEGORY: exposure
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <syslog.h>
#include <stdarg.h>

struct dbg { FILE *out; int level; };
int send_all(int fd, const void *p, size_t n);

static void hexdump(const char *name, const uint8_t *p, size_t n)
{
    printf("%s:", name);
    for (size_t i = 0; i < n; i++)
        printf(" %02x", p[i]);
    printf("\n");
}

static void dbg_note(struct dbg *d, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    vfprintf(d->out, fmt, ap);
    va_end(ap);
}

void dump_public(const uint8_t *pub)
{
    hexdump("pub", pub, 32);
}

void dump_key([[secret]] const uint8_t *key)
{
    hexdump("key", key, 32); // EXPECT: secret-exposure
}

void dump_text([[secret]] const uint8_t *key)
{
    char hex[65];

    for (int i = 0; i < 32; i++)
        sprintf(hex + 2 * i, "%02x", key[i]);
    fprintf(stdout, "key %s\n", hex); // EXPECT: secret-exposure
    explicit_bzero(hex, sizeof hex);
}

void dump_masked([[secret]] const uint8_t *key)
{
    char hex[65];

    for (int i = 0; i < 32; i++)
        sprintf(hex + 2 * i, "%s", key[i] ? "**" : "00");
    fprintf(stdout, "key %s\n", hex);
}

void dump_scalar([[secret]] uint32_t *pin)
{
    uint32_t v = *pin;

    printf("pin %u\n", v); // EXPECT: secret-exposure
    printf("even %d\n", v % 2 == 0);
}

void dump_note(struct dbg *d, [[secret]] const uint8_t *key)
{
    dbg_note(d, "key at level %d: %s\n", d->level, key ? "yes" : "no");
}

int dump_socket(int fd, [[secret]] const uint8_t *key)
{
    return send_all(fd, key, 32);
}

void dump_syslog([[secret]] const char *pw)
{
    char line[80];

    snprintf(line, sizeof line, "pw=%s", pw);
    syslog(LOG_DEBUG, "%s", line); // EXPECT: secret-exposure
    explicit_bzero(line, sizeof line);
    syslog(LOG_DEBUG, "%s", line);
}
