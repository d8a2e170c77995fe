// PACKAGES: ruby3.1-dev
// MODELS: interpreters.yaml
// FLAGS: -isystem {root}/usr/include/ruby-3.1.0 -isystem {root}/usr/include/x86_64-linux-gnu/ruby-3.1.0
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>
#include <ruby.h>
#include <ruby/encoding.h>
