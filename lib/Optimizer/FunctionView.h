//===- FunctionView.h - Zeroizations in a function, now ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What one look at a function's code shows. Pointers to instructions may be
// compared with those of the next look, and not be followed after that.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_FUNCTIONVIEW_H
#define SECRET_TIDY_OPTIMIZER_FUNCTIONVIEW_H

#include "Places.h"
#include "Writes.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/ValueHandle.h"
#include <map>
#include <set>

namespace llvm {
class Function;
} // namespace llvm

namespace secret {

/// What counts as code of a candidate: the first of these that finds any. Named
/// is a call of its callee, and nothing else.
enum class Acceptance : uint8_t { Named, Strict, Variables, AnyCall, AnyWrite };

/// A candidate, and the calls through which it was inlined.
using InstanceKey = std::pair<unsigned, const llvm::DILocation *>;

struct InstanceView {
  std::vector<Write> Carriers;
  /// A write that comes after it on every path zeroizes the same bytes.
  const llvm::Instruction *CoveredBy = nullptr;
  /// Of a needed candidate, what lastWritten() says.
  llvm::WeakTrackingVH LastWritten;
  /// See PlaceMatch.
  bool IsWithin = false;
};

struct FunctionView {
  std::map<InstanceKey, InstanceView> Instances;
  /// Other writes that the candidate's callees brought with them.
  std::set<InstanceKey> Leftovers;
  /// All writes of constants, whoever they belong to.
  std::vector<Write> Constants;
  /// Their number among Constants without a line: merged ones.
  unsigned NumUnplaced = 0;
};

class Viewer {
public:
  /// \p Where outlives this.
  Viewer(Places &Where, const std::vector<Candidate> &Candidates);

  FunctionView look(const llvm::Function &F);
  bool accepts(const Write &W, const PlaceMatch &Match) const;
  /// Accepts more as code of \p Candidate; false if that is not possible.
  bool relax(unsigned Candidate);

private:
  bool concerns(const llvm::Function &F);

  Places &Where;
  std::vector<std::string> Names;
  std::vector<bool> Needed;
  std::vector<Acceptance> Accepted;
};

/// Number of bytes that \p Writes cover together; nothing if that is not known.
std::optional<int64_t> bytesOf(const std::vector<Write> &Writes);

/// The smallest range that holds every byte of \p Before that is not in
/// \p After.
std::optional<ByteRange> lostBytes(const std::vector<Write> &Before,
                                   const std::vector<Write> &After);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_FUNCTIONVIEW_H
