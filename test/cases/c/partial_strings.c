// Models SMTP AUTH code that clears up to the terminator only.
// CATEGORY: partial
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int sasl_prompt(char *buf, size_t n);
int sasl_plain(const char *user, const char *pw);
void log_length(const char *text, size_t n);

int auth_array(const char *user)
{
    [[secret]] char pw[128];
    int rc = sasl_prompt(pw, sizeof pw);

    if (rc == 0)
        rc = sasl_plain(user, pw);
    explicit_bzero(pw, strlen(pw)); // EXPECT: secret-partial-zeroization
    return rc;
}

int auth_array_plus(const char *user)
{
    [[secret]] char pw[128];
    int rc = -1;

    if (read(0, pw, sizeof pw - 1) > 0)
        rc = sasl_plain(user, pw);
    explicit_bzero(pw, strlen(pw) + 1); // EXPECT: secret-partial-zeroization
    return rc;
}

int auth_array_saved_len(const char *user)
{
    [[secret]] char pw[128];
    size_t n;
    int rc = sasl_prompt(pw, sizeof pw);

    n = strlen(pw);
    if (rc == 0)
        rc = sasl_plain(user, pw);
    explicit_bzero(pw, n); // EXPECT: secret-partial-zeroization
    return rc;
}

int auth_block(const char *user)
{
    [[secret]] char *pw = malloc(128);
    int rc;

    if (!pw)
        return -1;
    rc = sasl_prompt(pw, 128);
    if (rc == 0)
        rc = sasl_plain(user, pw);
    explicit_bzero(pw, strlen(pw)); // EXPECT: secret-partial-zeroization
    free(pw);
    return rc;
}

int auth_block_unknown_size(const char *user, size_t cap)
{
    [[secret]] char *pw = malloc(cap);
    int rc;

    if (!pw)
        return -1;
    rc = sasl_prompt(pw, cap);
    if (rc == 0)
        rc = sasl_plain(user, pw);
    explicit_bzero(pw, cap);
    free(pw);
    return rc;
}

int auth_dup(const char *user, [[secret]] const char *given)
{
    char *pw = strdup(given);
    int rc;

    if (!pw)
        return -1;
    rc = sasl_plain(user, pw);
    explicit_bzero(pw, strlen(pw));
    free(pw);
    return rc;
}

int auth_fgets(const char *user, FILE *f)
{
    [[secret]] char pw[128];
    int rc = -1;

    setvbuf(f, NULL, _IONBF, 0);
    if (fgets(pw, sizeof pw, f) != NULL)
        rc = sasl_plain(user, pw);
    explicit_bzero(pw, strlen(pw)); // ALLOW: secret-partial-zeroization
    return rc;
}

int auth_param([[secret]] char *pw, const char *user)
{
    int rc = sasl_plain(user, pw);

    explicit_bzero(pw, strlen(pw));
    return rc;
}

int auth_sizeof(const char *user)
{
    [[secret]] char pw[128];
    int rc = sasl_prompt(pw, sizeof pw);

    if (rc == 0)
        rc = sasl_plain(user, pw);
    explicit_bzero(pw, sizeof pw);
    return rc;
}

static void join_strings(char *out, size_t n, const char *a, const char *b)
{
    snprintf(out, n, "%s:%s", a, b);
}

static void join_bytes(char *out, const char *a, size_t n)
{
    memcpy(out, a, n);
}

void string_of_a_helper(const char *user, [[secret]] const char *pw)
{
    char line[64];

    join_strings(line, sizeof line, user, pw);
    log_length(line, strlen(line));
    explicit_bzero(line, strlen(line));
}

void bytes_of_a_helper([[secret]] const char *pw)
{
    char line[64];

    join_bytes(line, pw, sizeof line);
    log_length(line, strlen(line));
    explicit_bzero(line, strlen(line)); // EXPECT: secret-partial-zeroization
}
