//===- Summary.h - What a call of a function does ---------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A summary is plain data. It tells apart a few cases (paths that differ in
// what they do to secrets); a call is as if each case happened on a path of its
// own. Storage is named from the caller's side: by an access path.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SUMMARY_SUMMARY_H
#define SECRET_TIDY_SUMMARY_SUMMARY_H

#include "Dataflow/State.h"
#include <map>
#include <string>
#include <vector>

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace secret {

/// "parameter 1, then the pointer at offset 16 of what it points to".
struct AccessPath {
  enum class Root : uint8_t { Parameter, Global, Block, Result };
  Root From = Root::Parameter;
  uint32_t Index = 0; ///< parameter, or number of the block
  std::string Usr;    ///< of a global
  /// Offsets of the pointers that are followed, from the root on. The first
  /// one follows the parameter itself and is 0.
  llvm::SmallVector<int64_t, 2> Steps;

  auto tied() const { return std::tie(From, Index, Usr, Steps); }
  bool operator==(const AccessPath &O) const { return tied() == O.tied(); }
  bool operator<(const AccessPath &O) const { return tied() < O.tied(); }
};

/// Secret by itself, or if one of the caller's byte ranges is.
struct SummaryTaint {
  bool IsSecret = false;
  std::vector<unsigned> Labels; ///< indices into FunctionSummary::Labels
  std::vector<Note> Story;
  bool any() const { return IsSecret || !Labels.empty(); }
};

/// Where a pointer may lead.
struct SummaryTarget {
  AccessPath Path;
  Target At; ///< offset and bounds in Path's storage
};

/// A value that the caller can see.
struct SummaryValue {
  enum class Kind : uint8_t { Unknown, Number, Parameter, Pointer };
  Kind What = Kind::Unknown;
  int64_t Number = 0; ///< Number: itself; Parameter: what is added
  unsigned Index = 0; ///< Parameter
  Range Bounds;       ///< Unknown: what is known all the same
  bool MayBeNull = true;
  std::vector<SummaryTarget> Targets; ///< Pointer: at least one
  SummaryTaint Secrecy;
};

struct SummaryWipe {
  AccessPath Path;
  Interval Bytes;
  Interval Bounds; ///< the subobject that it was meant for
  /// The length is parameter LengthParameter plus LengthNumber, or what the
  /// caller has at LengthOffset of LengthPath, if that is no NoPosition.
  int LengthParameter = NoPosition;
  int64_t LengthOffset = NoPosition;
  AccessPath LengthPath;
  int64_t LengthNumber = 0;
  bool IsElidable = false;
  /// Elidable, but the callee makes an opaque call afterwards.
  bool BeforeOpaque = false;
  /// Done by code that is not visible: nothing can remove it.
  bool IsOpaque = false;
  /// It found a container empty.
  bool IsAbsence = false;
  Span At;
  std::string How;
};

struct SummarySecret {
  AccessPath Path;
  Interval Bytes;
  SummaryTaint Secrecy; ///< none: written with something that is no constant
  /// In a string, which is reported where it was copied.
  bool InString = false;
  /// All that was written there is a string: nothing is behind its terminator.
  bool AsString = false;
};

struct SummaryStore {
  AccessPath Path;
  int64_t Offset = 0;
  SummaryValue Value;
};

struct SummaryRelease {
  AccessPath Path;
  Place At = 0;
  /// What is wrong with it is reported in the callee.
  bool IsSilent = false;
};

/// What one group of paths does, in the order in which it is to be applied.
struct SummaryCase {
  /// Ranges that parameters (or their being null) must be in for this case.
  std::map<unsigned, Range> Requires;
  /// The same of numbers and pointers in the caller's memory.
  struct Condition {
    AccessPath Path;
    int64_t Offset = 0;
    Range Bounds;
  };
  std::vector<Condition> Contents;
  std::vector<AccessPath> Needed; ///< read, or handed to somebody who may
  std::vector<AccessPath> Kept;   ///< address given away
  std::vector<SummaryWipe> Wipes;
  std::vector<SummarySecret> Secrets;
  std::vector<SummaryStore> Stores;
  std::vector<SummaryRelease> Releases;
  /// Streams that have no buffer afterwards: parameters, or the result.
  std::vector<int> Unbuffered;
  SummaryValue Result;
};

/// A fault that exists only if the caller's bytes with a label are secret.
struct SummaryFault {
  RuleId Rule = RuleId::MissingZeroization;
  unsigned Label = 0;
  Span At;
  std::string Text;
  /// Only if the stream that this parameter holds is a standard one.
  int Stream = NoPosition;
  /// The bytes may become secret by the call itself.
  bool Arrives = false;
  /// Only if the container has no room reserved.
  bool Grows = false;
  AccessPath Container;
  int64_t ContainerAt = 0;
};

struct FunctionSummary {
  std::string Usr;
  std::string Name;
  /// The caller's byte ranges that taints speak of.
  std::vector<std::pair<AccessPath, Interval>> Labels;
  struct NewBlock {
    int64_t Size = UnknownSize;
    std::vector<TaggedRange> Tagged; ///< by its type
    bool IsHeap = true;
    int SizeParameter = NoPosition;
    int64_t SizeNumber = 0;
    /// As in Region.
    bool IsView = false;
    SinkKind View = SinkKind::Immutable;
    std::string ViewReason;
  };
  std::vector<NewBlock> Blocks;
  /// Records passed by value that hold nothing of it on any way out.
  std::vector<unsigned> Emptied;
  /// The parameter that stands for itself and all later arguments.
  int Variadic = NoPosition;
  std::vector<SummaryCase> Cases; ///< none: it never returns
  std::vector<SummaryFault> Faults;
  bool IsOpaque = true; ///< makes calls that may read any escaped memory
  bool MayThrow = true;
  bool NeverReturns = false;
  /// Secrets come out of it that its caller did not put in.
  bool BringsSecrets = false;
  /// It is another unit's, so the compiler sees nothing but its declaration.
  bool IsForeign = false;
};

/// Summaries by the unit's function ids. Missing: nothing is known.
using SummaryTable = std::map<FunctionId, FunctionSummary>;

void dump(const FunctionSummary &S, llvm::raw_ostream &Out);
void dump(const SummaryCase &C, const FunctionSummary &S,
          llvm::raw_ostream &Out);

} // namespace secret

#endif // SECRET_TIDY_SUMMARY_SUMMARY_H
