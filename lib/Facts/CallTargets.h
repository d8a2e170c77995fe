//===- CallTargets.h - What a call through a table may call -----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_CALLTARGETS_H
#define SECRET_TIDY_FACTS_CALLTARGETS_H

#include "Fact.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <tuple>

namespace secret {

/// A function that a unit stores in a field or an array that others call
/// through.
struct SlotTarget {
  std::string Slot; ///< see sharedNameOf
  std::string Name; ///< qualified
  /// As all units call it: its USR, with its place if it is the unit's own.
  /// Empty: the slot may hold anything.
  std::string Usr;
  std::string Signature; ///< see signatureOf
  /// It zeroizes what it is given, says a model, a tag or its name.
  bool Zeroizes = false;
  /// Names of constant tables that hold it; sorted.
  std::vector<std::string> Tables;

  auto tied() const {
    return std::tie(Slot, Usr, Name, Signature, Zeroizes, Tables);
  }
  bool operator==(const SlotTarget &O) const { return tied() == O.tied(); }
  bool operator<(const SlotTarget &O) const { return tied() < O.tied(); }
};

/// The USR in SlotTarget::Usr.
inline llvm::StringRef usrIn(llvm::StringRef Name) {
  return Name.split(" at ").first;
}

/// A number, not 0, that is as good as the name: of a table, or of the function
/// with that USR, to which it is the value of a pointer.
int64_t numberForName(llvm::StringRef Name);

/// Call number \p Call of \p F may be of \p Others, too, of which \p IdOf knows
/// the ids (NoId for those of which nothing is known).
void addTargets(FunctionFacts &F, uint32_t Call,
                llvm::ArrayRef<SlotTarget> Others,
                llvm::function_ref<FunctionId(const SlotTarget &)> IdOf);

/// To be called when all targets are there: more than \p MaxTargets are as good
/// as unknown. Their names say how many there are.
void finishTargets(FunctionFacts &F, uint32_t Call, unsigned MaxTargets);

} // namespace secret

#endif // SECRET_TIDY_FACTS_CALLTARGETS_H
