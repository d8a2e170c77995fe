//===- Turn.h - What one turn of a loop does --------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads the statements of a loop in the order in which they run, as far as they
// only step variables and write zeros. What it reads is linear: a variable that
// the loop steps by a constant has, in each turn, its value at the loop's entry
// plus a multiple of its step, plus what it was stepped earlier in that turn.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_TURN_H
#define SECRET_TIDY_FACTS_TURN_H

#include "Types.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <vector>

namespace secret {

/// The variable or field of `*this` that \p E names; null for other
/// expressions. The node belongs to the AST.
const clang::ValueDecl *steppableOf(const clang::Expr *E);

/// A sum of variables, other expressions and a number.
struct Sum {
  struct Term {
    const clang::Expr *Value = nullptr;
    const clang::ValueDecl *Variable = nullptr; ///< that Value names, or null
    int Sign = 1;
  };
  llvm::SmallVector<Term, 4> Terms;
  int64_t Number = 0;

  /// Adds \p T; a variable and its negative cancel each other.
  void add(const Term &T);
  /// Adds \p Other, or subtracts it if \p Sign is -1.
  void add(const Sum &Other, int Sign);
  /// Whether only the numbers differ.
  bool hasTermsOf(const Sum &Other) const;
};

/// Base + Index * Scale + Offset, in bytes.
struct LoopAddress {
  const clang::Expr *Base = nullptr;
  /// The pointer that Base names, or the object whose address it is; or null.
  const clang::ValueDecl *Variable = nullptr;
  Sum Index;
  int64_t Scale = 1;
  int64_t Offset = 0;

  /// Adds \p By elements of \p Size bytes. \returns false if the scales differ.
  bool move(const Sum &By, int Sign, int64_t Size);
  /// Whether both surely are one place at the same time.
  bool isSame(const LoopAddress &Other) const;
};

struct ZeroStore {
  LoopAddress To;
  const clang::Stmt *At = nullptr;
  clang::QualType Element;
};

/// One turn. Its parts must be read in the order in which they run; what is
/// read later sees the steps that were read before.
class Turn {
public:
  Turn(const clang::ASTContext &Context, TypeBuilder &Types)
      : Context(Context), Types(Types) {}

  /// Reads statements that step variables or write zeros. \returns false, with
  /// parts of them read, if they do anything else.
  bool read(const clang::Stmt *S);
  /// Adds the integer \p E, or subtracts it, to \p To. What is no sum becomes a
  /// term of its own.
  void readSum(const clang::Expr *E, Sum &To, int Sign = 1, unsigned Depth = 0);
  /// Where the pointer \p E points to, if that is linear.
  std::optional<LoopAddress> readAddress(const clang::Expr *E,
                                         unsigned Depth = 0);

  /// What was read so far steps \p V by so many elements; 0 for null.
  int64_t stepOf(const clang::ValueDecl *V) const { return Steps.lookup(V); }
  /// Names of the variables that were stepped, one each.
  llvm::ArrayRef<const clang::Expr *> stepped() const { return Stepped; }
  /// Bytes of what \p Pointer, an array or an iterator points to; 0 if it is
  /// none of them.
  int64_t pointeeSize(const clang::Expr *Pointer) const;
  /// Whether \p E names a variable that is stepped.
  bool steps(const clang::Expr *E) const;
  /// In the order in which they happen.
  llvm::ArrayRef<ZeroStore> stores() const { return Stores; }
  /// Whether a place keeps another constant than zero.
  bool leavesPattern() const { return !Patterns.empty(); }

private:
  bool readDeclaration(const clang::DeclStmt *D);
  bool readExpression(const clang::Expr *E);
  bool readAssignment(const clang::BinaryOperator *E);
  bool readStep(const clang::Expr *E);
  bool step(const clang::Expr *Variable, int64_t By);
  std::optional<LoopAddress> readPlace(const clang::Expr *E, unsigned Depth);
  std::optional<LoopAddress> addressOf(const clang::Expr *AddressOf,
                                       const clang::Expr *Place,
                                       unsigned Depth);
  std::optional<LoopAddress> readElement(const clang::Expr *Base,
                                         const clang::Expr *Index,
                                         clang::QualType Element,
                                         unsigned Depth);
  std::optional<LoopAddress> readPointer(const clang::Expr *E);

  const clang::ASTContext &Context;
  TypeBuilder &Types;
  llvm::SmallDenseMap<const clang::ValueDecl *, int64_t, 4> Steps;
  std::vector<const clang::Expr *> Stepped;
  /// Pointers and references that the turn declares.
  llvm::SmallDenseMap<const clang::ValueDecl *, LoopAddress, 2> Aliases;
  std::vector<ZeroStore> Stores;
  /// What holds another constant than zero.
  std::vector<LoopAddress> Patterns;
};

} // namespace secret

#endif // SECRET_TIDY_FACTS_TURN_H
