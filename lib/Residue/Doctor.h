//===- Doctor.h - What would leak in a crash here? --------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_RESIDUE_DOCTOR_H
#define SECRET_TIDY_RESIDUE_DOCTOR_H

#include "llvm/Support/raw_ostream.h"

namespace secret {
namespace residue {

/// Prints each setting of this machine by which secrets leave memory, and what
/// to do about it. Returns 0 if none does, else 1.
int runDoctor(llvm::raw_ostream &OS);

} // namespace residue
} // namespace secret

#endif // SECRET_TIDY_RESIDUE_DOCTOR_H
