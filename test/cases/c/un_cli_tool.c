// Models a command-line tool that prints, logs and starts programs.
// CATEGORY: untagged
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <syslog.h>
#include <getopt.h>

struct options { const char *out; const char *format; int verbose; };
int convert(const char *in, const char *out, char *msg, size_t n);

static void usage(const char *prog)
{
    fprintf(stderr, "usage: %s [-v] [-o FILE] [-f FORMAT] INPUT\n", prog);
    exit(2);
}

static int run_viewer(const char *file)
{
    char cmd[256];

    snprintf(cmd, sizeof cmd, "xdg-open '%s'", file);
    return system(cmd);
}

int main(int argc, char **argv)
{
    struct options o = {"out.bin", "raw", 0};
    char msg[128] = "";
    char *name;
    int c;

    while ((c = getopt(argc, argv, "vo:f:")) != -1) {
        switch (c) {
        case 'v':
            o.verbose++;
            break;
        case 'o':
            o.out = optarg;
            break;
        case 'f':
            o.format = optarg;
            break;
        default:
            usage(argv[0]);
        }
    }
    if (optind >= argc)
        usage(argv[0]);
    name = strdup(argv[optind]);
    if (!name)
        return 1;
    if (convert(name, o.out, msg, sizeof msg) != 0) {
        syslog(LOG_ERR, "%s: %s", name, msg);
        free(name);
        return 1;
    }
    printf("%s -> %s (%s)\n", name, o.out, o.format);
    setenv("LAST_OUTPUT", o.out, 1);
    free(name);
    return o.verbose ? run_viewer(o.out) : 0;
}
