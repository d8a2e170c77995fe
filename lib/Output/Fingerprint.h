//===- Fingerprint.h - What makes a finding the same one in later runs -*- C++
//-*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OUTPUT_FINGERPRINT_H
#define SECRET_TIDY_OUTPUT_FINGERPRINT_H

#include "Sources.h"

namespace secret {
namespace output {

/// Sets LineHash, Object, Function and Fingerprint of all findings, which are
/// in their order. Fingerprints are unique: equal ones are numbered.
void setFingerprints(std::vector<Finding> &Findings, Sources &Texts);

} // namespace output
} // namespace secret

#endif // SECRET_TIDY_OUTPUT_FINGERPRINT_H
