// PACKAGES: ocaml
// MODELS: interpreters.yaml
// FLAGS: -isystem {root}/usr/lib/ocaml
#include <caml/mlvalues.h>
#include <caml/alloc.h>
#include <caml/callback.h>
