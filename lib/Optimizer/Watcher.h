//===- Watcher.h - Looks at zeroizations after every pass -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// LLVM says nothing when it deletes a store. So every function that has code of
// a candidate is looked at again after each pass, and what is gone is
// explained, or stays unexplained.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_OPTIMIZER_WATCHER_H
#define SECRET_TIDY_OPTIMIZER_WATCHER_H

#include "FunctionView.h"
#include "llvm/ADT/Any.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/IR/ValueHandle.h"

namespace llvm {
class Module;
class PassInstrumentationCallbacks;
} // namespace llvm

namespace secret {

class Watcher {
public:
  /// All outlive this. Looks at the module as it is before any pass.
  Watcher(llvm::Module &M, Places &Where,
          const std::vector<Candidate> &Candidates);

  /// Functions with code of a candidate, in the module's order.
  std::vector<llvm::Function *> functions() const;
  /// True if there was code for the candidate at the start.
  bool isEmitted(unsigned Candidate) const { return Emitted[Candidate]; }

  /// Calls this at every pass; it must live until the last pass has run.
  void attach(llvm::PassInstrumentationCallbacks &Callbacks);

  /// What became of each candidate, by index. Where one function is meant, and
  /// the code was inlined there, that of other functions is left out.
  std::vector<std::vector<Instance>> finish();

  /// The machine code of \p F has no code of this instance. \p IsExplained: its
  /// memory is a dying stack slot.
  void removeFromMachineCode(const llvm::Function &F, InstanceKey Key,
                             bool IsExplained);
  /// Of what the instance wrote with \p Before, machine code has \p Left.
  void shortenInMachineCode(const llvm::Function &F, InstanceKey Key,
                            const std::vector<Write> &Before,
                            const std::vector<Write> &Left);
  const FunctionView *viewOf(const llvm::Function &F) const;

private:
  struct Record {
    Instance Said;
    bool Alive = true;
    bool IsWithin = false;
    bool Dropped = false; ///< never reached, or its function is gone
    /// The object that is zeroized, where others have code at the same place.
    llvm::SmallPtrSet<const llvm::Value *, 2> Meant;
    std::string RemovedBy; ///< what left nothing of these
    /// The memory that nothing writes after what is removed.
    llvm::WeakTrackingVH Exposed;
  };
  struct Watched {
    llvm::WeakVH Alive;
    std::string Name;
    FunctionView View;
    std::map<InstanceKey, Record> Records;
    std::vector<InstanceKey> Order; ///< of appearance
  };
  /// What a pass that is running may change.
  struct Running {
    std::string Pass;
    std::vector<llvm::WeakVH> Functions;
    bool IsWide = false; ///< other functions too
  };

  void before(llvm::StringRef Pass, llvm::Any Unit);
  void after(bool IsUnchanged);
  void lookAgain(llvm::Function &F, llvm::StringRef Pass);
  void lookAtAll(llvm::StringRef Pass);
  void compare(Watched &W, const FunctionView &Now, llvm::StringRef Pass);
  void explain(const Watched &W, const FunctionView &Now, InstanceKey Key,
               llvm::StringRef Pass, Record &R) const;
  void shrink(const InstanceView &Before, const InstanceView &Now,
              const FunctionView &View, llvm::StringRef Pass, Record &R) const;

  static void lose(Record &R, const std::vector<Write> &Before,
                   const std::vector<Write> &Left, llvm::StringRef Pass,
                   bool Deletes);
  static Instance conclude(Record &R, const InstanceView &Last);

  llvm::Module &M;
  Viewer See;
  std::vector<bool> Emitted;
  llvm::MapVector<const llvm::Function *, Watched> Functions;
  std::vector<Running> Stack;
};

} // namespace secret

#endif // SECRET_TIDY_OPTIMIZER_WATCHER_H
