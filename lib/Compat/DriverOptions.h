//===- DriverOptions.h - The table of the driver's options ------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang 22 moved the table out of the driver.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_DRIVEROPTIONS_H
#define SECRET_TIDY_COMPAT_DRIVEROPTIONS_H

#include "Version.h"

#if LLVM_VERSION_MAJOR >= 22
#include "clang/Options/Options.h"
#else
#include "clang/Driver/Options.h"
#endif

namespace secret {
namespace compat {

#if LLVM_VERSION_MAJOR >= 22
namespace driver_options = clang::options;
inline const llvm::opt::OptTable &driverOptTable() {
  return clang::getDriverOptTable();
}
#else
namespace driver_options = clang::driver::options;
inline const llvm::opt::OptTable &driverOptTable() {
  return clang::driver::getDriverOptTable();
}
#endif

} // namespace compat
} // namespace secret

#endif // SECRET_TIDY_COMPAT_DRIVEROPTIONS_H
