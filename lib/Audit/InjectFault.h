//===- InjectFault.h - Faults for tests -------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// SECRET_AUDIT_INJECT_FAULT is `crash:NAME`, `hang:NAME`, `kill:NAME` or
// `exit:NAME`, for the analysis of the source file with that name; or
// `wait:link`.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_AUDIT_INJECTFAULT_H
#define SECRET_TIDY_AUDIT_INJECTFAULT_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"

namespace secret {
namespace audit {

/// Has the fault happen, if it is one of the source file \p File.
void injectFault(llvm::StringRef File);

/// If the link is to wait: makes the folder \p Marker and waits until
/// \p IsStopped.
void injectWait(const llvm::Twine &Marker,
                llvm::function_ref<bool()> IsStopped);

} // namespace audit
} // namespace secret

#endif // SECRET_TIDY_AUDIT_INJECTFAULT_H
