// Realistic module: PIN handling of a smart-card middleware.
// CATEGORY: module
#define _GNU_SOURCE
#include <string.h>
#include <stdint.h>
#include <stddef.h>
#include <stdlib.h>
#include <stdio.h>
#include <syslog.h>

#define APDU_MAX 261
#define PIN_MAX 16
#define SW_OK 0x9000

struct apdu { uint8_t cla, ins, p1, p2, lc; uint8_t data[255]; };
struct card { int reader; int tries_left; uint8_t atr[33]; };
struct sm_keys { [[secret]] uint8_t enc[16]; [[secret]] uint8_t mac[16]; uint32_t ssc; };
struct pin_cache { [[secret]] char pin[PIN_MAX]; size_t len; int valid; };

int reader_transmit(int reader, const uint8_t *in, size_t n, uint8_t *out, size_t *outlen);
int pinpad_read(int reader, [[secret]] char *out, size_t cap);
int ui_read_pin(const char *label, char *out, size_t cap);
int des3_mac(const uint8_t *key, const uint8_t *in, size_t n, __attribute__((annotate("public"))) uint8_t *mac);
int sm_derive([[secret]] const uint8_t *seed, [[secret]] uint8_t *enc, [[secret]] uint8_t *mac);
void sc_mem_clear_free(void *p, size_t n);
void sc_wipe(void *p, size_t n);

static int sw_of(const uint8_t *r, size_t n)
{
    return n < 2 ? -1 : r[n - 2] << 8 | r[n - 1];
}

static int send_apdu(struct card *c, const struct apdu *a)
{
    uint8_t buf[APDU_MAX];
    uint8_t resp[258];
    size_t n = sizeof resp;
    int rc;

    buf[0] = a->cla;
    buf[1] = a->ins;
    buf[2] = a->p1;
    buf[3] = a->p2;
    buf[4] = a->lc;
    memcpy(buf + 5, a->data, a->lc);
    rc = reader_transmit(c->reader, buf, 5u + a->lc, resp, &n);
    return rc ? rc : sw_of(resp, n);
}

static void pad_pin(uint8_t *block, const char *pin, size_t n)
{
    memset(block, 0xff, 8);
    for (size_t i = 0; i < n && i < 8; i++)
        block[i] = (uint8_t)pin[i];
}

int card_select(struct card *c, const uint8_t *aid, size_t n)
{
    struct apdu a = {0, 0xa4, 4, 0, (uint8_t)n, {0}};

    memcpy(a.data, aid, n);
    return send_apdu(c, &a);
}

int card_verify(struct card *c)
{
    [[secret]] char pin[PIN_MAX];
    uint8_t block[8];
    uint8_t out[16];
    size_t n = sizeof out;
    int len = ui_read_pin("PIN", pin, sizeof pin);
    int rc;

    if (len < 4) {
        sc_wipe(pin, sizeof pin);
        return -1;
    }
    pad_pin(block, pin, (size_t)len);
    rc = reader_transmit(c->reader, block, sizeof block, out, &n);
    sc_wipe(pin, sizeof pin);
    sc_wipe(block, sizeof block);
    return rc;
}

int card_verify_block_left(struct card *c)
{
    [[secret]] char pin[PIN_MAX];
    uint8_t block[8]; // EXPECT: secret-missing-zeroization
    uint8_t out[16];
    size_t n = sizeof out;
    int len = ui_read_pin("PIN", pin, sizeof pin);
    int rc = -1;

    if (len >= 4) {
        pad_pin(block, pin, (size_t)len);
        rc = reader_transmit(c->reader, block, sizeof block, out, &n);
    }
    sc_wipe(pin, sizeof pin);
    return rc;
}

int card_verify_retry(struct card *c)
{
    [[secret]] char pin[PIN_MAX];
    int rc = -1;

    while (c->tries_left > 0) {
        if (pinpad_read(c->reader, pin, sizeof pin) < 0)
            break;
        rc = card_select(c, (const uint8_t *)"\xa0\x00", 2);
        if (rc == SW_OK) {
            sc_wipe(pin, sizeof pin);
            return 0;
        }
        c->tries_left--;
        syslog(LOG_WARNING, "PIN of %zu digits refused, %d tries left", strlen(pin), c->tries_left);
    }
    sc_wipe(pin, sizeof pin);
    return rc;
}

int card_change(struct card *c)
{
    [[secret]] char old_pin[PIN_MAX];
    [[secret]] char new_pin[PIN_MAX];
    int rc = -1;

    if (ui_read_pin("Old PIN", old_pin, sizeof old_pin) < 4)
        goto out_old;
    if (ui_read_pin("New PIN", new_pin, sizeof new_pin) < 4)
        goto out_old;
    if (strcmp(old_pin, new_pin) == 0) {
        syslog(LOG_NOTICE, "PIN unchanged");
        goto out_new;
    }
    rc = reader_transmit(c->reader, (const uint8_t *)new_pin, strlen(new_pin), (uint8_t *)old_pin, &(size_t){16});
out_new:
    sc_wipe(new_pin, sizeof new_pin);
out_old:
    sc_wipe(old_pin, sizeof old_pin);
    return rc; // EXPECT: secret-missing-zeroization
}

int cache_fill(struct pin_cache *pc, int reader)
{
    pc->valid = 0;
    if (pinpad_read(reader, pc->pin, sizeof pc->pin) < 0)
        return -1;
    pc->len = strlen(pc->pin);
    pc->valid = 1;
    return 0;
}

void cache_forget(struct pin_cache *pc)
{
    sc_wipe(pc->pin, sizeof pc->pin);
    pc->valid = 0;
}

void cache_destroy_heap(struct pin_cache *pc)
{
    if (!pc)
        return;
    memset(pc, 0, sizeof *pc); // EXPECT: secret-elidable-zeroization
    free(pc);
}

int sm_start(struct card *c, struct sm_keys *k, [[secret]] const uint8_t *seed)
{
    uint8_t mac[8];
    int rc = sm_derive(seed, k->enc, k->mac);

    if (rc != 0)
        return rc;
    if (des3_mac(k->mac, c->atr, sizeof c->atr, mac) != 0)
        return -1;
    k->ssc = mac[0];
    printf("sm check %02x%02x\n", mac[0], mac[1]);
    return 0;
}

int sm_once(struct card *c, [[secret]] const uint8_t *seed)
{
    struct sm_keys k;
    int rc = sm_start(c, &k, seed);

    if (rc == 0)
        rc = card_select(c, (const uint8_t *)"\xa0", 1);
    sc_wipe(&k, sizeof(void *)); // EXPECT: secret-partial-zeroization
    return rc;
}

int sm_once_clean(struct card *c, [[secret]] const uint8_t *seed)
{
    struct sm_keys k;
    int rc = sm_start(c, &k, seed);

    if (rc == 0)
        rc = card_select(c, (const uint8_t *)"\xa0", 1);
    sc_wipe(&k, sizeof k);
    return rc;
}

int sm_heap(struct card *c, [[secret]] const uint8_t *seed)
{
    struct sm_keys *k = malloc(sizeof *k);
    int rc;

    if (!k)
        return -1;
    rc = sm_start(c, k, seed);
    sc_mem_clear_free(k, sizeof *k);
    return rc;
}

void sm_debug(const struct sm_keys *k)
{
    syslog(LOG_DEBUG, "ssc %u enc %02x..", k->ssc, k->enc[0]); // EXPECT: secret-exposure
    syslog(LOG_DEBUG, "ssc %u", k->ssc);
}
