// PACKAGES: libbotan-2-dev
// MODELS: botan.yaml
// FLAGS: -isystem {root}/usr/include/botan-2
#include <botan/secmem.h>
#include <botan/mem_ops.h>
#include <botan/rng.h>
#include <botan/kdf.h>
#include <botan/pubkey.h>
#include <botan/pwdhash.h>
#include <botan/scrypt.h>
#include <botan/pk_keys.h>
#include <botan/pkcs8.h>
#include <botan/argon2.h>
#include <botan/pbkdf2.h>
#include <botan/bcrypt_pbkdf.h>
