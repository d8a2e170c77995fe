// PACKAGES: libgcrypt20-dev libgpg-error-dev nettle-dev
// MODELS: libgcrypt.yaml
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <gcrypt.h>
#include <nettle/pbkdf2.h>
#include <nettle/curve25519.h>
