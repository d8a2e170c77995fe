// Models FTP client code that believes a terminator or a NULL pointer forgets the password.
// CATEGORY: not_a_zeroization
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

int ftp_ask(char *pw, size_t n);
int ftp_login(const char *user, const char *pw);
[[secret]] char *ftp_netrc(const char *host);

int login_terminator(const char *user)
{
    [[secret]] char pw[64]; // EXPECT: secret-missing-zeroization
    int rc = ftp_ask(pw, sizeof pw);

    if (rc == 0)
        rc = ftp_login(user, pw);
    pw[0] = '\0';
    return rc;
}

int login_star(const char *user)
{
    [[secret]] char pw[64]; // EXPECT: secret-missing-zeroization
    int rc = ftp_ask(pw, sizeof pw);

    if (rc == 0)
        rc = ftp_login(user, pw);
    *pw = 0;
    return rc;
}

int login_all(const char *user)
{
    [[secret]] char pw[64];
    int rc = ftp_ask(pw, sizeof pw);

    if (rc == 0)
        rc = ftp_login(user, pw);
    pw[0] = '\0';
    explicit_bzero(pw, sizeof pw);
    return rc;
}

int login_lost(const char *user)
{
    [[secret]] char *pw = malloc(64);
    int rc;

    if (!pw)
        return -1;
    rc = read(0, pw, 64) > 0 ? ftp_login(user, pw) : -1;
    pw = NULL; // EXPECT: secret-missing-zeroization
    return rc;
}

int login_lost_or_kept(const char *user)
{
    [[secret]] char *pw = malloc(64); // ALLOW: secret-missing-zeroization
    int rc;

    if (!pw)
        return -1;
    rc = ftp_ask(pw, 64);
    if (rc == 0)
        rc = ftp_login(user, pw);
    pw = NULL; // ALLOW: secret-missing-zeroization
    return rc;
}

int login_free_null(const char *user)
{
    [[secret]] char *pw = malloc(64);
    int rc;

    if (!pw)
        return -1;
    rc = ftp_ask(pw, 64);
    if (rc == 0)
        rc = ftp_login(user, pw);
    free(pw); // EXPECT: secret-missing-zeroization
    pw = NULL;
    return rc;
}

int login_wiped_null(const char *user)
{
    [[secret]] char *pw = malloc(64);
    int rc;

    if (!pw)
        return -1;
    rc = ftp_ask(pw, 64);
    if (rc == 0)
        rc = ftp_login(user, pw);
    explicit_bzero(pw, 64);
    free(pw);
    pw = NULL;
    return rc;
}

int login_borrowed(const char *user, [[secret]] const char *pw)
{
    int rc = ftp_login(user, pw);

    pw = NULL;
    return rc;
}
