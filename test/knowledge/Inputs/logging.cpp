// PACKAGES: libfmt-dev libspdlog-dev libgoogle-glog-dev libgflags-dev
// MODELS: cpp-libraries.yaml
// FLAGS: -DSPDLOG_FMT_EXTERNAL -isystem {root}/usr/include
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <glog/logging.h>
