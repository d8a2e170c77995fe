// Models a vault tool's diagnostics on standard streams.
// CATEGORY: exposure
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <err.h>
#include <unistd.h>
#include <stdlib.h>

struct item { char name[32]; [[secret]] char value[64]; size_t len; };
int item_get(const char *name, struct item *out);

void show_printf(const struct item *it)
{
    printf("%s = %s\n", it->name, it->value); // EXPECT: secret-exposure
}

void show_name(const struct item *it)
{
    printf("%s (%zu bytes)\n", it->name, it->len);
}

void show_puts(const struct item *it)
{
    puts(it->value); // EXPECT: secret-exposure
    puts(it->name);
}

void show_fputs(const struct item *it)
{
    fputs(it->name, stdout);
    fputs(it->value, stdout); // EXPECT: secret-exposure
}

void show_stderr(const struct item *it)
{
    fprintf(stderr, "cannot store %s: %s\n", it->name, it->value); // EXPECT: secret-exposure
}

void show_file(const struct item *it, FILE *f)
{
    fprintf(f, "%s=%s\n", it->name, it->value);
}

void show_hex(const struct item *it)
{
    for (size_t i = 0; i < it->len; i++)
        printf("%02x", (unsigned char)it->value[i]); // EXPECT: secret-exposure
    printf("\n");
}

void show_putchar(const struct item *it)
{
    for (size_t i = 0; i < it->len; i++)
        putchar(it->value[i]); // EXPECT: secret-exposure
}

void show_stars(const struct item *it)
{
    for (size_t i = 0; i < it->len; i++)
        putchar('*');
}

void show_perror(const struct item *it)
{
    perror(it->value); // EXPECT: secret-exposure
    perror(it->name);
}

void show_warn(const struct item *it)
{
    warnx("bad value %s", it->value); // EXPECT: secret-exposure
    warnx("bad item %s", it->name);
}

void show_pointer(const struct item *it)
{
    printf("item at %p, value at %p\n", (const void *)it, (const void *)it->value);
}

void show_copy(const struct item *it)
{
    char line[128];

    snprintf(line, sizeof line, "%s:%s", it->name, it->value);
    puts(line); // EXPECT: secret-exposure
    explicit_bzero(line, sizeof line);
}

void show_after_wipe(const struct item *it)
{
    char line[128];

    snprintf(line, sizeof line, "%s:%s", it->name, it->value);
    explicit_bzero(line, sizeof line);
    snprintf(line, sizeof line, "%s", it->name);
    puts(line);
}

void show_state(const struct item *it)
{
    printf("%s is %s\n", it->name, it->value[0] ? "set" : "empty");
    printf("same: %d\n", strcmp(it->value, it->name) == 0);
    printf("length: %zu\n", strlen(it->value));
}

int store_fd(int fd, const struct item *it)
{
    return write(fd, it->value, it->len) == (ssize_t)it->len ? 0 : -1;
}
