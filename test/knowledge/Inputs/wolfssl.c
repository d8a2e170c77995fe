// PACKAGES: libwolfssl-dev
// MODELS: wolfssl.yaml
// FLAGS: -isystem {root}/usr/include
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <wolfssl/options.h>
#include <wolfssl/ssl.h>
#include <wolfssl/wolfcrypt/ecc.h>
#include <wolfssl/wolfcrypt/curve25519.h>
#include <wolfssl/wolfcrypt/pwdbased.h>
#include <wolfssl/wolfcrypt/hmac.h>
#include <wolfssl/wolfcrypt/misc.h>
