// Models a BLE pairing agent whose memset is kept only by calls that can reach the buffer.
// CATEGORY: elidable
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

int pair_recv_ltk(int conn, uint8_t *ltk, size_t n);
int pair_apply(int conn, const uint8_t *ltk, size_t n);
void pair_done(int conn);
void hci_event(void);

int pair_kept(int conn)
{
    [[secret]] uint8_t ltk[16];
    int rc = pair_recv_ltk(conn, ltk, sizeof ltk);

    if (rc == 0)
        rc = pair_apply(conn, ltk, sizeof ltk);
    memset(ltk, 0, sizeof ltk);
    pair_done(conn);
    return rc;
}

int pair_kept_by_printf(int conn)
{
    [[secret]] uint8_t ltk[16];
    int rc = pair_recv_ltk(conn, ltk, sizeof ltk);

    if (rc == 0)
        rc = pair_apply(conn, ltk, sizeof ltk);
    memset(ltk, 0, sizeof ltk);
    printf("conn %d: %d\n", conn, rc);
    return rc;
}

int pair_before(int conn)
{
    [[secret]] uint8_t ltk[16];
    int rc = pair_recv_ltk(conn, ltk, sizeof ltk);

    if (rc == 0)
        rc = pair_apply(conn, ltk, sizeof ltk);
    pair_done(conn);
    memset(ltk, 0, sizeof ltk); // EXPECT: secret-elidable-zeroization
    return rc;
}

int pair_read_only(int fd, const uint8_t *want)
{
    [[secret]] uint8_t ltk[16];
    int same;

    if (read(fd, ltk, sizeof ltk) <= 0)
        return -1;
    same = memcmp(ltk, want, sizeof ltk) == 0;
    memset(ltk, 0, sizeof ltk); // EXPECT: secret-elidable-zeroization
    hci_event();
    return same;
}

int pair_passed(int fd, const uint8_t *want)
{
    [[secret]] uint8_t ltk[16];
    int same;

    if (read(fd, ltk, sizeof ltk) <= 0)
        return -1;
    same = memcmp(ltk, want, sizeof ltk) == 0;
    memset(ltk, 0, sizeof ltk);
    pair_apply(-1, ltk, sizeof ltk);
    return same;
}

void pair_mix([[secret]] const uint8_t *tk, uint8_t *confirm)
{
    uint8_t pad[16];
    uint8_t acc = 0;

    for (int i = 0; i < 16; i++)
        pad[i] = tk[i] ^ 0x36;
    for (int i = 0; i < 16; i++)
        acc |= pad[i] == 0x36;
    *confirm = acc == 0;
    memset(pad, 0, sizeof pad); // EXPECT: secret-elidable-zeroization
    hci_event();
}

int pair_one_path(int conn, int verbose)
{
    [[secret]] uint8_t ltk[16];
    int rc = pair_recv_ltk(conn, ltk, sizeof ltk);

    memset(ltk, 0, sizeof ltk); // ALLOW: secret-elidable-zeroization
    if (verbose)
        hci_event();
    return rc;
}

int pair_folded_read(int conn)
{
    [[secret]] uint8_t ltk[16];

    if (pair_recv_ltk(conn, ltk, sizeof ltk) == 0)
        pair_apply(conn, ltk, sizeof ltk);
    memset(ltk, 0, sizeof ltk); // ALLOW: secret-elidable-zeroization
    return ltk[3];
}
