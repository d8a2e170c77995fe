// PACKAGES: libldap-dev libcurl4-openssl-dev|libcurl4-gnutls-dev libapr1-dev libaprutil1-dev
// MODELS: network.yaml
// FLAGS: -D_GNU_SOURCE -isystem {root}/usr/include -isystem {root}/usr/include/x86_64-linux-gnu -isystem {root}/usr/include/apr-1.0
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <curl/curl.h>
#include <apr_strings.h>
#include <apr_crypto.h>
