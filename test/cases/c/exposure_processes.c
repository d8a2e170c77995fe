// Models a mount helper that starts programs and logs.
// CATEGORY: exposure
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <syslog.h>
#include <unistd.h>

int run_with_pipe(const char *prog, const char *input);

int mount_system(const char *share, [[secret]] const char *pw)
{
    char cmd[256];
    int rc;

    snprintf(cmd, sizeof cmd, "mount.cifs %s -o password=%s", share, pw);
    rc = system(cmd); // EXPECT: secret-exposure
    explicit_bzero(cmd, sizeof cmd);
    return rc;
}

int mount_system_plain(const char *share)
{
    char cmd[256];

    snprintf(cmd, sizeof cmd, "mount.cifs %s -o credentials=/run/cred", share);
    return system(cmd);
}

int mount_popen(const char *share, [[secret]] const char *pw)
{
    char cmd[256];
    FILE *p;

    snprintf(cmd, sizeof cmd, "smbclient %s %s", share, pw);
    p = popen(cmd, "r"); // EXPECT: secret-exposure
    explicit_bzero(cmd, sizeof cmd);
    return p ? pclose(p) : -1;
}

int mount_execl(const char *share, [[secret]] const char *pw)
{
    return execl("/sbin/mount.cifs", "mount.cifs", share, "-o", pw, (char *)NULL); // EXPECT: secret-exposure
}

int mount_execl_fd(const char *share, const char *fdtext)
{
    return execl("/sbin/mount.cifs", "mount.cifs", share, "-o", fdtext, (char *)NULL);
}

int mount_setenv([[secret]] const char *pw, const char *user)
{
    if (setenv("USER", user, 1) != 0)
        return -1;
    return setenv("PASSWD", pw, 1); // EXPECT: secret-exposure
}

int mount_pipe([[secret]] const char *pw)
{
    return run_with_pipe("mount.cifs", pw);
}

void mount_syslog(const char *user, [[secret]] const char *pw)
{
    syslog(LOG_ERR, "login %s failed with %s", user, pw); // EXPECT: secret-exposure
}

void mount_syslog_plain(const char *user, [[secret]] const char *pw)
{
    syslog(LOG_ERR, "login %s failed (%s)", user, pw && *pw ? "password" : "no password");
}

static void log_through(const char *what, const char *text)
{
    syslog(LOG_INFO, "%s: %s", what, text);
}

void mount_helper(const char *user, [[secret]] const char *pw)
{
    log_through("user", user);
    log_through("password", pw); // EXPECT: secret-exposure
}

void mount_mask([[secret]] const char *pw)
{
    char stars[16];
    size_t n = strlen(pw);

    memset(stars, '*', sizeof stars);
    stars[n < 15 ? n : 15] = 0;
    syslog(LOG_INFO, "password %s", stars);
}
