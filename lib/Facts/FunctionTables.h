//===- FunctionTables.h - Which functions tables may hold -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call through a field (`ops->wipe(p)`), or through an element of an array of
// function pointers, is one of the functions that the unit stores there,
// wherever it does. That takes flow for granted, not types: two fields of one
// type do not share their functions (Atkinson, "Accurate Call Graph Extraction
// of Programs with Function Pointers Using Type Signatures", APSEC 2004,
// compares the two).
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_FUNCTIONTABLES_H
#define SECRET_TIDY_FACTS_FUNCTIONTABLES_H

#include "llvm/ADT/DenseMap.h"
#include <vector>

namespace clang {
class ASTContext;
class Decl;
class Expr;
class FunctionDecl;
class InitListExpr;
class NamedDecl;
class QualType;
class RecordDecl;
class SourceManager;
class Stmt;
class ValueDecl;
class VarDecl;
} // namespace clang

namespace secret {

/// A field or an array, and what is stored there.
struct FunctionSlot {
  struct Entry {
    const clang::FunctionDecl *Function = nullptr; ///< canonical
    /// The variable whose initializer stores it, or the function that does.
    const clang::NamedDecl *Table = nullptr;
  };
  std::vector<Entry> Entries; ///< each once
  /// Something else is stored there, too: it may call anything.
  bool IsOpen = false;
};

class FunctionTables {
public:
  /// What the statement \p S itself stores, in the body of \p In. To be asked
  /// for each statement.
  void addStatement(const clang::Stmt *S, const clang::FunctionDecl *In);
  /// The initializer of a variable at namespace scope or in a class.
  void addVariable(const clang::VarDecl *V);
  /// \p Value is stored in \p Slot, which need be none.
  void addStore(const clang::ValueDecl *Slot, const clang::Expr *Value,
                const clang::NamedDecl *Table);

  /// To be called when all is added: the entries are then in the order of their
  /// tables in the source.
  void sort(const clang::SourceManager &Sources);

  /// Null if nothing was stored there.
  const FunctionSlot *find(const clang::ValueDecl *Slot) const;
  /// All, in no order.
  const auto &slots() const { return Slots; }

private:
  void addList(const clang::InitListExpr *List, const clang::NamedDecl *Table);
  bool holdsFunctions(clang::QualType T, unsigned Depth = 0);
  bool holdsFunctions(const clang::RecordDecl *R, unsigned Depth);

  llvm::DenseMap<const clang::ValueDecl *, FunctionSlot> Slots;
  llvm::DenseMap<const clang::RecordDecl *, bool> Known;
};

/// The field or array that \p Callee reads a function pointer from; null if it
/// is neither.
const clang::ValueDecl *slotOf(const clang::Expr *Callee);

/// The slot's USR where other units may store functions in it; empty where they
/// cannot.
std::string sharedUsrOf(const clang::ValueDecl *Slot);

} // namespace secret

#endif // SECRET_TIDY_FACTS_FUNCTIONTABLES_H
