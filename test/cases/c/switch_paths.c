// Models a PAM module's dispatcher with fallthrough and default paths.
// CATEGORY: switch
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

enum op { OP_AUTH, OP_CHANGE, OP_OPEN, OP_CLOSE };
int conv_ask(char *pw, size_t n);
int check_pw(const char *pw);
int change_pw(const char *pw);

int dispatch_clean(enum op op)
{
    [[secret]] char pw[80];
    int rc = -1;

    switch (op) {
    case OP_AUTH:
        if (conv_ask(pw, sizeof pw) == 0)
            rc = check_pw(pw);
        break;
    case OP_CHANGE:
        conv_ask(pw, sizeof pw);
        rc = change_pw(pw);
        break;
    case OP_OPEN:
    case OP_CLOSE:
        return 0;
    }
    explicit_bzero(pw, sizeof pw);
    return rc;
}

int dispatch_one_case(enum op op)
{
    [[secret]] char pw[80];
    int rc = -1;

    switch (op) {
    case OP_AUTH:
        conv_ask(pw, sizeof pw);
        rc = check_pw(pw);
        explicit_bzero(pw, sizeof pw);
        break;
    case OP_CHANGE:
        conv_ask(pw, sizeof pw);
        return change_pw(pw); // EXPECT: secret-missing-zeroization
    default:
        break;
    }
    return rc;
}

int dispatch_fallthrough(enum op op)
{
    [[secret]] char pw[80];
    int rc = 0;

    switch (op) {
    case OP_CHANGE:
        conv_ask(pw, sizeof pw);
        rc = change_pw(pw);
        /* fallthrough */
    case OP_AUTH:
        conv_ask(pw, sizeof pw);
        rc |= check_pw(pw);
        explicit_bzero(pw, sizeof pw);
        break;
    default:
        rc = -1;
    }
    return rc;
}

int dispatch_break_early(enum op op)
{
    [[secret]] char pw[80];
    int rc = 0;

    switch (op) {
    case OP_AUTH:
        rc = conv_ask(pw, sizeof pw);
        if (rc != 0)
            break;
        rc = check_pw(pw);
        explicit_bzero(pw, sizeof pw);
        break;
    default:
        rc = -1;
        break;
    }
    return rc; // EXPECT: secret-missing-zeroization
}

int dispatch_scope(enum op op)
{
    int rc = -1;

    switch (op) {
    case OP_AUTH: {
        [[secret]] char pw[80];

        rc = conv_ask(pw, sizeof pw);
        if (rc != 0)
            break; // EXPECT: secret-missing-zeroization
        rc = check_pw(pw);
        explicit_bzero(pw, sizeof pw);
        break;
    }
    default:
        break;
    }
    return rc;
}

int dispatch_case_range(int code)
{
    [[secret]] char pw[80];
    int rc;

    switch (code) {
    case 0 ... 9:
        return 0;
    case 10 ... 19:
        conv_ask(pw, sizeof pw);
        rc = check_pw(pw);
        break;
    default:
        return -1;
    }
    explicit_bzero(pw, sizeof pw);
    return rc;
}
