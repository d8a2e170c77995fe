// PACKAGES: libbsd-dev libmd-dev
// MODELS: bsd.yaml
// FLAGS: -D_GNU_SOURCE -isystem {root}/usr/include
#include <bsd/string.h>
#include <bsd/stdlib.h>
#include <bsd/unistd.h>
#include <bsd/readpassphrase.h>
#include <bsd/stdio.h>
#include <bsd/err.h>
#include <bsd/libutil.h>
#include <bsd/wchar.h>
#include <bsd/grp.h>
