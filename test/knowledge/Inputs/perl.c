// PACKAGES: libperl-dev
// MODELS: interpreters.yaml
// FLAGS: -isystem /usr/lib/x86_64-linux-gnu/perl/5.36/CORE -D_GNU_SOURCE -w
#define PERL_NO_GET_CONTEXT
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <EXTERN.h>
#include <perl.h>
#include <XSUB.h>
