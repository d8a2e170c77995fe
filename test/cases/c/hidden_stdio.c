// Models credential files that are read through buffered and unbuffered streams.
// CATEGORY: stdio_read
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

int conf_apply(const char *s);

int read_fgets(FILE *f)
{
    [[secret]] char line[80];
    int rc = -1;

    if (fgets(line, sizeof line, f) != NULL) // EXPECT: secret-hidden-copy
        rc = conf_apply(line);
    explicit_bzero(line, sizeof line);
    return rc;
}

int read_fgets_unbuffered(const char *path)
{
    [[secret]] char line[80];
    FILE *f = fopen(path, "r");
    int rc = -1;

    if (!f)
        return -1;
    setvbuf(f, NULL, _IONBF, 0);
    if (fgets(line, sizeof line, f) != NULL)
        rc = conf_apply(line);
    explicit_bzero(line, sizeof line);
    fclose(f);
    return rc;
}

int read_setvbuf_other(FILE *f, FILE *g)
{
    [[secret]] char line[80];
    int rc = -1;

    setvbuf(g, NULL, _IONBF, 0);
    if (fgets(line, sizeof line, f) != NULL) // EXPECT: secret-hidden-copy
        rc = conf_apply(line);
    explicit_bzero(line, sizeof line);
    return rc;
}

int read_fully_buffered(FILE *f)
{
    [[secret]] char line[80];
    static char iobuf[4096];
    int rc = -1;

    setvbuf(f, iobuf, _IOFBF, sizeof iobuf);
    if (fgets(line, sizeof line, f) != NULL) // EXPECT: secret-hidden-copy
        rc = conf_apply(line);
    explicit_bzero(line, sizeof line);
    return rc;
}

int read_fread(FILE *f)
{
    [[secret]] unsigned char key[32];
    size_t n = fread(key, 1, sizeof key, f); // EXPECT: secret-hidden-copy
    int rc = n == sizeof key ? conf_apply((const char *)key) : -1;

    explicit_bzero(key, sizeof key);
    return rc;
}

int read_fgetc(FILE *f)
{
    [[secret]] char pin[8] = {0};
    int rc;

    for (int i = 0; i < 7; i++)
        pin[i] = (char)fgetc(f); // EXPECT: secret-hidden-copy
    rc = conf_apply(pin);
    explicit_bzero(pin, sizeof pin);
    return rc;
}

int read_scanf(FILE *f)
{
    [[secret]] char pin[8];
    int rc = -1;

    if (fscanf(f, "%7s", pin) == 1) // EXPECT: secret-hidden-copy
        rc = conf_apply(pin);
    explicit_bzero(pin, sizeof pin);
    return rc;
}

int read_getline(FILE *f)
{
    [[secret]] char *line = NULL;
    size_t cap = 0;
    int rc = -1;

    if (getline(&line, &cap, f) > 0) // EXPECT: secret-hidden-copy
        rc = conf_apply(line);
    if (line)
        explicit_bzero(line, cap);
    free(line);
    return rc;
}

int read_getdelim(FILE *f)
{
    [[secret]] char *line = NULL;
    size_t cap = 0;
    int rc = -1;

    if (getdelim(&line, &cap, ':', f) > 0) // ALLOW: secret-hidden-copy
        rc = conf_apply(line);
    free(line); // EXPECT: secret-missing-zeroization
    return rc;
}

int read_public(FILE *f)
{
    char line[80];
    char *more = NULL;
    size_t cap = 0;
    int rc = -1;

    if (fgets(line, sizeof line, f) != NULL && getline(&more, &cap, f) > 0)
        rc = conf_apply(line) | conf_apply(more);
    free(more);
    return rc;
}

int parse_text([[secret]] const char *text)
{
    int port = 0;

    return sscanf(text, "port=%d", &port) == 1 ? 0 : -1;
}

int scan_pin(void)
{
    [[secret]] char pin[8];

    if (scanf("%7s", pin) != 1) // EXPECT: secret-hidden-copy
        return -1;
    explicit_bzero(pin, sizeof pin);
    return 0;
}

int scan_two(void)
{
    [[secret]] char pin[8], puk[8];

    if (scanf("%7s %7s", pin, puk) != 2) // EXPECT: secret-hidden-copy
        return -1; // EXPECT: secret-missing-zeroization
    explicit_bzero(pin, sizeof pin);
    explicit_bzero(puk, sizeof puk);
    return 0;
}
