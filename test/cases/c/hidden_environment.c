// Models a tool that takes its token from the environment or the command line.
// CATEGORY: environment
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int api_login([[secret]] const char *tok);
int api_host(const char *host);

int login_env(void)
{
    [[secret]] const char *tok = getenv("API_TOKEN"); // EXPECT: secret-hidden-copy

    return tok ? api_login(tok) : -1;
}

int login_host(void)
{
    const char *host = getenv("API_HOST");

    return host ? api_host(host) : -1;
}

int login_argv(int argc, char **argv)
{
    [[secret]] const char *tok;

    if (argc < 2)
        return -1;
    tok = argv[1]; // ALLOW: secret-hidden-copy
    return api_login(tok);
}

int login_fd(int fd)
{
    [[secret]] char tok[128];
    int rc;

    if (read(fd, tok, sizeof tok) <= 0)
        return -1;
    rc = api_login(tok);
    explicit_bzero(tok, sizeof tok);
    return rc;
}

int login_copy_env(void)
{
    [[secret]] char tok[128];
    int rc;

    snprintf(tok, sizeof tok, "%s", getenv("API_TOKEN") ?: ""); // ALLOW: secret-hidden-copy
    rc = api_login(tok);
    explicit_bzero(tok, sizeof tok);
    return rc;
}

int main(int argc, char **argv)
{
    [[secret]] const char *pw = argc > 2 ? argv[2] : NULL; // EXPECT: secret-hidden-copy

    api_host(argc > 1 ? argv[1] : "localhost");
    if (pw)
        return api_login(pw);
    return login_env() | login_host() | login_argv(argc, argv) | login_fd(0) | login_copy_env();
}
