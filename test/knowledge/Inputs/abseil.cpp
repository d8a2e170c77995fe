// PACKAGES: libabsl-dev
// MODELS: cpp-libraries.yaml
// FLAGS: -isystem {root}/usr/include
#include <absl/strings/cord.h>
#include <absl/strings/str_cat.h>
#include <absl/strings/str_format.h>
#include <absl/status/status.h>
