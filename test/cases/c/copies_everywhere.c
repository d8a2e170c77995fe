// Models login code that copies a password with string functions.
// CATEGORY: copies
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

int pop_send(const char *line);

int copy_strcpy([[secret]] const char *pw)
{
    char c[64]; // EXPECT: secret-missing-zeroization

    strcpy(c, pw);
    return pop_send(c);
}

int copy_strncpy([[secret]] const char *pw)
{
    char c[64]; // EXPECT: secret-missing-zeroization

    strncpy(c, pw, sizeof c - 1);
    c[sizeof c - 1] = '\0';
    return pop_send(c);
}

int copy_stpcpy([[secret]] const char *pw, const char *user)
{
    char c[128]; // EXPECT: secret-missing-zeroization
    char *end = stpcpy(c, user);

    end = stpcpy(end, ":");
    stpcpy(end, pw);
    return pop_send(c);
}

int copy_strcat([[secret]] const char *pw)
{
    char c[64] = "PASS "; // EXPECT: secret-missing-zeroization

    strcat(c, pw);
    return pop_send(c);
}

int copy_snprintf([[secret]] const char *pw)
{
    char c[64]; // EXPECT: secret-missing-zeroization

    snprintf(c, sizeof c, "PASS %s\r\n", pw);
    return pop_send(c);
}

int copy_snprintf_wiped([[secret]] const char *pw)
{
    char c[64];
    int rc;

    snprintf(c, sizeof c, "PASS %s\r\n", pw);
    rc = pop_send(c);
    explicit_bzero(c, sizeof c);
    return rc;
}

int copy_snprintf_user([[secret]] const char *pw, const char *user)
{
    char c[64];

    snprintf(c, sizeof c, "USER %s (%s)\r\n", user, pw ? "with password" : "anonymous");
    return pop_send(c);
}

int copy_memmove([[secret]] const char *pw)
{
    char a[64];
    char b[64]; // EXPECT: secret-missing-zeroization
    int rc;

    memmove(a, pw, sizeof a);
    memmove(b, a, sizeof b);
    rc = pop_send(b);
    explicit_bzero(a, sizeof a);
    return rc;
}

int copy_loop([[secret]] const char *pw)
{
    char c[64]; // EXPECT: secret-missing-zeroization
    int i;

    for (i = 0; pw[i] && i < 63; i++)
        c[i] = pw[i];
    c[i] = 0;
    return pop_send(c);
}

int copy_loop_pointer([[secret]] const char *pw)
{
    char c[64]; // EXPECT: secret-missing-zeroization
    char *d = c;

    while ((*d++ = *pw++) != 0)
        ;
    return pop_send(c);
}

int copy_strndup([[secret]] const char *pw)
{
    char *c = strndup(pw, 16);
    int rc = c ? pop_send(c) : -1;

    free(c); // EXPECT: secret-missing-zeroization
    return rc;
}

int copy_asprintf([[secret]] const char *pw)
{
    char *c = NULL;
    int rc = -1;

    if (asprintf(&c, "PASS %s", pw) < 0)
        return -1;
    rc = pop_send(c);
    free(c); // EXPECT: secret-missing-zeroization
    return rc;
}

int copy_length([[secret]] const char *pw)
{
    char c[64];
    size_t n = strlen(pw);

    memset(c, '*', n < 63 ? n : 63);
    c[n < 63 ? n : 63] = 0;
    return pop_send(c);
}

int copy_alias([[secret]] const char *pw)
{
    const char *p = pw;
    const char *q = p + 1;

    return pop_send(p) + pop_send(q);
}
