// PACKAGES: libkrb5-dev krb5-multidev comerr-dev
// MODELS: network.yaml
// FLAGS: -isystem {root}/usr/include
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <krb5.h>
