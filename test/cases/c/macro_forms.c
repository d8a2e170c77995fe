// Models a library whose clearing is hidden in macros.
// CATEGORY: macros
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>

#define WIPE(x) explicit_bzero(&(x), sizeof(x))
#define WIPE_N(p, n) do { if (p) explicit_bzero((p), (n)); } while (0)
#define CLEAR(x) memset(&(x), 0, sizeof(x))
#define CLEAR_PTR(p) memset((p), 0, sizeof(p))
#define ZFREE(p, n) do { explicit_bzero((p), (n)); free(p); (p) = NULL; } while (0)
#define TRY(e) do { if ((e) != 0) goto out; } while (0)
#define BAIL_IF(c) do { if (c) return -1; } while (0)
int ntlm_hash(uint8_t *h, size_t n);
int ntlm_answer(const uint8_t *h, size_t n);

int answer_wipe(void)
{
    [[secret]] uint8_t h[16];
    int rc = ntlm_hash(h, sizeof h);

    rc |= ntlm_answer(h, sizeof h);
    WIPE(h);
    return rc;
}

int answer_clear(void)
{
    [[secret]] uint8_t h[16];
    int rc = ntlm_hash(h, sizeof h);

    rc |= ntlm_answer(h, sizeof h);
    CLEAR(h); // EXPECT: secret-elidable-zeroization
    return rc;
}

int answer_wipe_n(void)
{
    [[secret]] uint8_t h[16];
    int rc = ntlm_hash(h, sizeof h);

    rc |= ntlm_answer(h, sizeof h);
    WIPE_N(h, sizeof h);
    return rc;
}

int answer_clear_ptr(size_t n)
{
    [[secret]] uint8_t *h = malloc(n);
    int rc;

    if (!h)
        return -1;
    rc = ntlm_hash(h, n) | ntlm_answer(h, n);
    CLEAR_PTR(h); // EXPECT: secret-partial-zeroization
    free(h);
    return rc;
}

int answer_zfree(size_t n)
{
    [[secret]] uint8_t *h = malloc(n);
    int rc;

    if (!h)
        return -1;
    rc = ntlm_hash(h, n) | ntlm_answer(h, n);
    ZFREE(h, n);
    return rc;
}

int answer_try(void)
{
    [[secret]] uint8_t h[16];
    int rc = -1;

    TRY(ntlm_hash(h, sizeof h));
    TRY(ntlm_answer(h, sizeof h));
    rc = 0;
out:
    WIPE(h);
    return rc;
}

int answer_bail(void)
{
    [[secret]] uint8_t h[16];
    int rc;

    BAIL_IF(ntlm_hash(h, sizeof h)); // EXPECT: secret-missing-zeroization
    rc = ntlm_answer(h, sizeof h);
    WIPE(h);
    return rc;
}

int answer_bail_before(int off)
{
    [[secret]] uint8_t h[16];
    int rc;

    BAIL_IF(off);
    rc = ntlm_hash(h, sizeof h) | ntlm_answer(h, sizeof h);
    WIPE(h);
    return rc;
}
