// Models a redis AUTH retry loop with break, continue and nested scopes.
// CATEGORY: loop_break
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

int next_cred(int i, char *pw, size_t n);
int redis_auth(const char *pw);
int should_skip(int i);
void pause_ms(int ms);

int auth_any_break(int n)
{
    int ok = 0;

    for (int i = 0; i < n; i++) {
        [[secret]] char pw[64];

        next_cred(i, pw, sizeof pw);
        ok = redis_auth(pw);
        if (ok)
            break; // EXPECT: secret-missing-zeroization
        explicit_bzero(pw, sizeof pw);
    }
    return ok;
}

int auth_any_continue(int n)
{
    int ok = 0;

    for (int i = 0; i < n && !ok; i++) {
        [[secret]] char pw[64];

        next_cred(i, pw, sizeof pw);
        if (should_skip(i))
            continue; // EXPECT: secret-missing-zeroization
        ok = redis_auth(pw);
        explicit_bzero(pw, sizeof pw);
    }
    return ok;
}

int auth_any_clean(int n)
{
    int ok = 0;

    for (int i = 0; i < n && !ok; i++) {
        [[secret]] char pw[64];

        if (should_skip(i))
            continue;
        next_cred(i, pw, sizeof pw);
        ok = redis_auth(pw);
        explicit_bzero(pw, sizeof pw);
        if (ok)
            break;
    }
    return ok;
}

int auth_any_brace(int n)
{
    int ok = 0;

    for (int i = 0; i < n && !ok; i++) {
        [[secret]] char pw[64];

        next_cred(i, pw, sizeof pw);
        ok = redis_auth(pw);
        if (!ok)
            explicit_bzero(pw, sizeof pw);
    } // EXPECT: secret-missing-zeroization
    return ok;
}

int auth_any_never(int n)
{
    int ok = 0;

    while (n-- > 0 && !ok) {
        [[secret]] char pw[64]; // EXPECT: secret-missing-zeroization

        next_cred(n, pw, sizeof pw);
        ok = redis_auth(pw);
    }
    return ok;
}

int auth_outer(int n)
{
    [[secret]] char pw[64];
    int ok = 0;

    for (int i = 0; i < n; i++) {
        next_cred(i, pw, sizeof pw);
        ok = redis_auth(pw);
        if (ok)
            break;
        pause_ms(100);
    }
    explicit_bzero(pw, sizeof pw);
    return ok;
}

int auth_outer_memset_each_turn(int n)
{
    [[secret]] char pw[64];
    int ok = 0;

    for (int i = 0; i < n && !ok; i++) {
        next_cred(i, pw, sizeof pw);
        ok = redis_auth(pw);
        memset(pw, 0, sizeof pw);
    }
    pause_ms(1);
    return ok;
}

int auth_do_while(int n)
{
    int ok;

    do {
        [[secret]] char pw[64];

        next_cred(n, pw, sizeof pw);
        ok = redis_auth(pw);
        memset(pw, 0, sizeof pw); // EXPECT: secret-elidable-zeroization
    } while (!ok && --n > 0);
    return ok;
}
