// PACKAGES: libgnutls28-dev
// MODELS: gnutls.yaml
#include <gnutls/gnutls.h>
#include <gnutls/crypto.h>
#include <gnutls/x509.h>
#include <gnutls/abstract.h>
