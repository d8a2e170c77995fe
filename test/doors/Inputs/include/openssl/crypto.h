// A mock of the part of OpenSSL's header that the tests need.
#ifndef MOCK_OPENSSL_CRYPTO_H
#define MOCK_OPENSSL_CRYPTO_H
#include <stddef.h>
void OPENSSL_cleanse(void *ptr, size_t len);
#endif
