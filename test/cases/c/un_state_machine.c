// Models a modem driver with buffers in loops, gotos and switches.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <unistd.h>
#include <stdlib.h>

enum st { IDLE, LINE, DATA, FAIL };
int port_event(int fd);
int port_line(int fd, char *buf, size_t n);
int port_data(int fd, uint8_t *buf, size_t n);
int on_line(const char *s);
int on_data(const uint8_t *p, size_t n);

int modem_run(int fd)
{
    enum st st = IDLE;
    int rc = 0;

    for (;;) {
        switch (st) {
        case IDLE:
            st = port_event(fd) ? LINE : FAIL;
            continue;
        case LINE: {
            char line[80];

            if (port_line(fd, line, sizeof line) < 0)
                return -1;
            st = on_line(line) ? DATA : IDLE;
            break;
        }
        case DATA: {
            uint8_t buf[256];
            ssize_t n = read(fd, buf, sizeof buf);

            if (n <= 0)
                goto out;
            rc |= on_data(buf, (size_t)n);
            memset(buf, 0, sizeof buf);
            st = IDLE;
            break;
        }
        case FAIL:
            rc = -1;
            goto out;
        }
    }
out:
    close(fd);
    return rc;
}

int modem_dump(int fd)
{
    uint8_t *buf = malloc(1024);
    int rc = -1;

    if (!buf)
        goto out;
    if (port_data(fd, buf, 1024) < 0)
        goto out_free;
    rc = on_data(buf, 1024);
    memset(buf, 0, 1024);
out_free:
    free(buf);
out:
    return rc;
}
