//===- Evidence.h - What the optimizer did to a zeroization -----*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Plain data: what is asked about, and the answers.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_EVIDENCE_H
#define SECRET_TIDY_OPTIMIZER_EVIDENCE_H

#include "Rules/Finding.h"
#include <optional>

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace secret {

/// A zeroization that the optimizer is asked about.
struct Candidate {
  unsigned Id = 0;
  Span At;
  /// The zeroization in the callee, if that is visible. It is meant where At
  /// has no call of Callee: a destructor, or a cleanup function.
  Span Inner;
  /// The function that At is in.
  Place Within = 0;
  /// The name of what is called; empty for loops and assignments.
  std::string Callee;
  /// The rules take it for needed: if it is removed, it matters whether
  /// something else takes the place of the secret.
  bool IsNeeded = false;
};

/// Adds a candidate for \p Site, whose Id is its index.
void addCandidate(const Zeroization &Site, std::vector<Candidate> &To);

/// What became of a zeroization, the harmless first.
enum class Fate : uint8_t {
  Kept,
  Merged,     ///< another write of zeros to the same bytes took its place
  NotEmitted, ///< there never was any code for it
  Unknown,    ///< it vanished, and nobody knows why; or nothing could be asked
  Shortened,  ///< fewer bytes than before
  Partial,    ///< gone in some places, kept in others
  Promoted,   ///< the variable lives in registers, so no memory was left
  Removed,
};

llvm::StringRef spell(Fate F);

/// Bytes [Begin, End) from the object's first.
struct ByteRange {
  int64_t Begin = 0;
  int64_t End = 0;
};

/// A zeroization in one function, at one place that it was inlined to.
struct Instance {
  Fate What = Fate::Kept;
  std::string Function; ///< as it is called in the object file
  /// `file:line:column` of the calls it was inlined through, innermost first.
  std::vector<std::string> InlinedAt;
  std::string Pass; ///< what removed, promoted, merged or shortened it
  std::optional<ByteRange> Lost;
  /// It is Removed, the memory is still there, and nothing else is written to
  /// it later. Only known of candidates that are needed; not stored.
  bool IsExposed = false;
  /// What is kept is a call, and whether it zeroizes is not known here.
  std::string KeptCall;
  std::string Reason; ///< why it is Unknown, if that is known
};

/// Who was asked.
struct CompilerIdentity {
  std::string Compiler; ///< "clang 22.1"
  std::string Version;  ///< "22.1.8"
  std::string Level;    ///< "-O2"
  std::string Target;   ///< "x86_64-pc-linux-gnu"
  std::string Arch;     ///< "x86-64"
};

/// The answer for one candidate. What, Pass and Lost are those of the worst
/// instance, but for Partial, whose Pass is that of what is gone.
struct Evidence {
  unsigned Id = 0;
  Fate What = Fate::Unknown;
  std::string Pass;
  std::optional<ByteRange> Lost;
  std::string Reason; ///< why it is Unknown or NotEmitted
  /// The compiler failed when it was asked; another time it may not. Not
  /// stored.
  bool HasFailed = false;
  std::vector<Instance> Instances;
  CompilerIdentity By;
};

/// What the compiler's copies of a secret are.
enum class CopyKind : uint8_t {
  Spill,    ///< a register that is needed later
  Slot,     ///< another slot that no variable has
  Argument, ///< a temporary for what is passed by value
};

/// Bytes of a secret that are in a stack frame when its function returns.
struct ResidualCopy {
  CopyKind Kind = CopyKind::Spill;
  std::string Function; ///< as it is called in the object file
  /// `file:line:column` where they are read; empty if it is not known.
  std::string Place;
  ByteRange Bytes; ///< of the secret
};

/// The copies of what one candidate zeroizes.
struct CompilerCopies {
  unsigned Id = 0;
  CompilerIdentity By;
  std::vector<ResidualCopy> Copies; ///< by function, bytes and place
};

/// The answers of each compiler in \p All, where they are next to each other.
std::vector<llvm::ArrayRef<Evidence>> byCompiler(llvm::ArrayRef<Evidence> All);

/// Of one compiler's answers the build's, or the one at -O2 behind it where the
/// build does not optimize.
const Evidence &mainOf(llvm::ArrayRef<Evidence> OfOne);

/// The answer that speaks for all: the first compiler's that knows. \p All is
/// not empty.
const Evidence &mainAnswer(llvm::ArrayRef<Evidence> All);

/// "x86-64": LLVM's name for it, as people write it.
std::string spellArch(llvm::StringRef Arch);

/// True if the zeroization does not happen, or not everywhere or completely.
inline bool isLoss(Fate F) { return F >= Fate::Shortened; }

/// What \p E says after "the zeroization of 'k' by 'memset'": `is removed by
/// DSEPass at -O2 (clang 22.1, x86-64)`; empty where it says nothing that the
/// model does not.
std::string describeLoss(const Evidence &E, llvm::StringRef Object);

/// `clang 22.1 keeps it at -O2 for x86-64`, `... could not be asked: reason`;
/// empty for a loss.
std::string describeOther(const Evidence &E);

/// Sets What, Pass and Lost from the instances.
void judge(Evidence &E);

/// Prints \p E, for tests and for people.
void dump(const Evidence &E, llvm::StringRef Place, llvm::raw_ostream &OS);

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_EVIDENCE_H
