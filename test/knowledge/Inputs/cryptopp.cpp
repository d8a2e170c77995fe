// PACKAGES: libcrypto++-dev
// MODELS: cryptopp.yaml
// FLAGS: -isystem {root}/usr/include
#include <cryptopp/misc.h>
#include <cryptopp/secblock.h>
#include <cryptopp/osrng.h>
#include <cryptopp/pwdbased.h>
#include <cryptopp/hkdf.h>
#include <cryptopp/scrypt.h>
#include <cryptopp/dh.h>
#include <cryptopp/xed25519.h>
#include <cryptopp/eccrypto.h>
#include <cryptopp/randpool.h>
