// PACKAGES: r-base-core
// MODELS: interpreters.yaml
// FLAGS: -isystem {root}/usr/share/R/include
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <R.h>
#include <Rinternals.h>
