// PACKAGES: libargon2-dev libscrypt-dev libsecp256k1-dev libtomcrypt-dev libtommath-dev libtss2-dev
// MODELS: crypto-small.yaml
// FLAGS: -isystem {root}/usr/include
#include <argon2.h>
#include <libscrypt.h>
#include <secp256k1.h>
#include <secp256k1_ecdh.h>
#include <secp256k1_extrakeys.h>
#include <tommath.h>
#include <tomcrypt.h>
#include <tss2/tss2_esys.h>
#include <tss2/tss2_fapi.h>
