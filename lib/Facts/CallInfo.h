//===- CallInfo.h - What is known of a call ---------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_CALLINFO_H
#define SECRET_TIDY_FACTS_CALLINFO_H

#include "Ids.h"
#include "Rules/Finding.h"
#include "Secrets/Model.h"
#include "llvm/ADT/SmallVector.h"
#include <string>
#include <vector>

namespace secret {

/// One argument of a call, with what the callee's declaration says of it.
struct Argument {
  ValueId Value = 0;
  TypeId Type = 0;
  bool PointsToNonConst = false;
  bool IsSecret = false; ///< the parameter is tagged
  bool IsPublic = false;
  /// A record (or array in a record) passed by value.
  bool IsRecordCopy = false;
  /// A record by value, whether it is a copy or made for the call.
  bool IsRecord = false;
  bool IsReference = false;
  /// A `void *` in place of `...`: what is printed of it is the address.
  bool IsAddress = false;
  /// The callee may take what is in it: the parameter is `T &&`.
  bool IsMoved = false;
  /// Characters, of which a string can be made.
  bool IsText = false;
  Span At;
  std::string Text; ///< its source, for calls that zeroize
};

/// What an exception that is thrown at a place passes on its way out.
struct ThrowInfo {
  /// A handler that takes it.
  struct Landing {
    uint32_t Try = NoId;
    unsigned Block = 0;
  };
  uint32_t Try = NoId; ///< innermost try block that the place is in
  /// All that can be thrown there is known: it goes to the Landings, and out of
  /// the function if it Leaves. Otherwise any handler may take it.
  bool IsKnown = false;
  bool Leaves = true;
  llvm::SmallVector<Landing, 1> Landings; ///< inner ones first
  /// Of a constructor: how many of FunctionFacts::Parts are complete there.
  uint32_t Built = 0;
};

/// One of the functions that a call through a table may be of.
struct CallTarget {
  uint32_t Call = NoId; ///< that call; index into FunctionFacts::Calls
  std::string Function; ///< its qualified name
  /// Names of constant tables that hold it, see FunctionTables.h.
  std::vector<std::string> Tables;
};

struct CallInfo {
  std::string Name; ///< qualified, as the user would say it
  std::string Usr;
  /// As signatureOf says; only where another unit's function is called and the
  /// facts are stored.
  std::string Signature;
  const FunctionModel *Model = nullptr;
  FunctionId Callee = NoId; ///< if its body is visible
  ValueId This = 0;
  llvm::SmallVector<Argument, 4> Args;
  TypeId ResultType = 0;
  bool ResultIsSecret = false;
  bool ResultIsPublic = false;
  bool Zeroizes = false; ///< by tag or name
  bool ZeroizesByName = false;
  bool Destroys = false;    ///< `*_free(p)` of a record, by name
  bool Initializes = false; ///< `*_init(p)`, by name
  bool Interns = false;     ///< annotate("interns")
  bool MayThrow = false;
  bool EndsLife = false; ///< part of the end of an object's life
  ThrowInfo Thrown;      ///< where that goes
  bool IsConstructor = false;
  bool IsConstMethod = false;
  bool IsAssignment = false; ///< operator= of a class
  /// How This keeps what it holds, for methods without a model.
  TypeId ThisType = 0;
  /// It is no call yet: it may happen as long as what the call before it makes
  /// is alive.
  bool IsPromise = false;
  /// What a wiper in its place would take, for calls that zeroize and give no
  /// number of bytes.
  WipeText Wiped;
  /// Called through a pointer to volatile or through a table, or under
  /// -fno-builtin: the call stays whatever it does.
  bool KeptByCompiler = false;
  /// Name of the field or array that it is called through, if other units may
  /// store functions there.
  std::string Slot;
  ValueId Table = 0;   ///< where the constant table lies, or none
  ValueId Pointer = 0; ///< what is called, if it may be one of some functions
  /// How many functions it may be of; 0: of any.
  uint32_t NumTargets = 0;
  std::vector<CallTarget> Targets; ///< empty if there are too many
  uint32_t Nth = 0;                ///< of such a target: which one

  /// The first argument is moved from.
  bool moves() const { return !Args.empty() && Args.front().IsMoved; }
};

} // namespace secret

#endif // SECRET_TIDY_FACTS_CALLINFO_H
