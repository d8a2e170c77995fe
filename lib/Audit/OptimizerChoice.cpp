//===- OptimizerChoice.cpp - What the optimizer is asked ------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "OptimizerChoice.h"

namespace secret {
namespace audit {

std::vector<AskLevel> levelsOf(OptimizerChoice Choice) {
  switch (Choice) {
  case OptimizerChoice::Off:
    return {};
  case OptimizerChoice::Build:
    return {AskLevel::Build};
  case OptimizerChoice::Lto:
    return {AskLevel::Auto};
  case OptimizerChoice::All:
    return {AskLevel::Build, AskLevel::O1, AskLevel::O2,
            AskLevel::O3,    AskLevel::Os, AskLevel::Oz};
  }
  return {};
}

} // namespace audit
} // namespace secret
