// PACKAGES: libmono-2.0-dev
// MODELS: interpreters.yaml
// FLAGS: -isystem {root}/usr/include/mono-2.0
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <mono/metadata/object.h>
