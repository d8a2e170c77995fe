//===- MachinePass.h - Base of a pass over machine code ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A table of virtual functions must name none that another LLVM lacks: the
// dynamic linker would refuse the plugin before the load guard can speak.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_COMPAT_MACHINEPASS_H
#define SECRET_TIDY_COMPAT_MACHINEPASS_H

#include "llvm/CodeGen/MachineFunctionPass.h"
#include "llvm/Config/llvm-config.h"

namespace secret::compat {

class MachinePass : public llvm::MachineFunctionPass {
public:
  explicit MachinePass(char &Id) : MachineFunctionPass(Id) {}

#if LLVM_VERSION_MAJOR < 22
  void *getAdjustedAnalysisPointer(llvm::AnalysisID) override { return this; }
#endif
};

} // namespace secret::compat

#endif // SECRET_TIDY_COMPAT_MACHINEPASS_H
