// Models a config loader that leaves an inner block by goto.
// CATEGORY: goto_scope
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>

int slot_open(int slot, uint8_t *kek, size_t n);
int slot_try(const uint8_t *kek, size_t n);
void note(int slot);

int unlock_leaves(int slots)
{
    int rc = -1;

    for (int i = 0; i < slots; i++) {
        [[secret]] uint8_t kek[32];

        slot_open(i, kek, sizeof kek);
        rc = slot_try(kek, sizeof kek);
        if (rc == 0)
            goto done; // EXPECT: secret-missing-zeroization
        explicit_bzero(kek, sizeof kek);
    }
done:
    note(rc);
    return rc;
}

int unlock_wipes_first(int slots)
{
    int rc = -1;

    for (int i = 0; i < slots; i++) {
        [[secret]] uint8_t kek[32];

        slot_open(i, kek, sizeof kek);
        rc = slot_try(kek, sizeof kek);
        if (rc == 0) {
            explicit_bzero(kek, sizeof kek);
            goto done;
        }
        explicit_bzero(kek, sizeof kek);
    }
done:
    note(rc);
    return rc;
}

int unlock_label_inside(int slots)
{
    int rc = -1;

    for (int i = 0; i < slots; i++) {
        [[secret]] uint8_t kek[32];

        slot_open(i, kek, sizeof kek);
        if (kek[0] == 0)
            goto next;
        rc = slot_try(kek, sizeof kek);
next:
        explicit_bzero(kek, sizeof kek);
        if (rc == 0)
            break;
    }
    return rc;
}

int unlock_block(int slot)
{
    int rc;

    {
        [[secret]] uint8_t kek[32];

        rc = slot_open(slot, kek, sizeof kek);
        if (rc != 0)
            goto fail; // EXPECT: secret-missing-zeroization
        rc = slot_try(kek, sizeof kek);
        explicit_bzero(kek, sizeof kek);
    }
    return rc;
fail:
    note(slot);
    return rc;
}

int unlock_outer_object(int slot)
{
    [[secret]] uint8_t kek[32];
    int rc;

    {
        rc = slot_open(slot, kek, sizeof kek);
        if (rc != 0)
            goto fail;
        rc = slot_try(kek, sizeof kek);
    }
fail:
    explicit_bzero(kek, sizeof kek);
    return rc;
}
