// PACKAGES: libnss3-dev libnspr4-dev libp11-kit-dev
// MODELS: nss.yaml
// FLAGS: -isystem /usr/include/nss -isystem /usr/include/nspr
#include <nss.h>
#include <pk11pub.h>
#include <pk11sdr.h>
#include <secitem.h>
#include <secport.h>
#include <keyhi.h>
