//===- FunctionTables.h - Which functions tables may hold -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call through a field (`ops->wipe(p)`), or through an element of an array of
// function pointers, is one of the functions that the unit stores there,
// wherever it does: two fields of one type do not share their functions (see
// Milanova, Rountev, Ryder: "Precise Call Graphs for C Programs with Function
// Pointers", ASE Journal 11, 2004, for how far that is right).
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_FUNCTIONTABLES_H
#define SECRET_TIDY_FACTS_FUNCTIONTABLES_H

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace clang {
class ASTContext;
class Decl;
class Expr;
class FunctionDecl;
class InitListExpr;
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
  /// A constant variable, or an element of one that is an array.
  struct Table {
    const clang::VarDecl *Variable = nullptr;
    unsigned Element = 0;
  };
  struct Entry {
    const clang::FunctionDecl *Function = nullptr; ///< canonical
    std::vector<Table> Tables; ///< those that hold it in this slot
  };
  std::vector<Entry> Entries; ///< each function once
  /// Something else is stored there, too: it may call anything.
  bool IsOpen = false;

  /// Surely one of some functions.
  bool isKnown() const { return !IsOpen && !Entries.empty(); }
};

class FunctionTables {
public:
  /// What the statement \p S itself stores. To be asked for each statement.
  void addStatement(const clang::Stmt *S);
  /// The initializer of a variable at namespace scope or in a class.
  void addVariable(const clang::VarDecl *V);
  /// \p Value is stored in \p Slot, which need be none.
  void addStore(const clang::ValueDecl *Slot, const clang::Expr *Value,
                FunctionSlot::Table In);
  /// To be called when all is added: the entries are then in the order of the
  /// source.
  void sort(const clang::SourceManager &Sources);

  /// Null if nothing was stored there.
  const FunctionSlot *find(const clang::ValueDecl *Slot) const;
  /// All, in no order.
  const auto &slots() const { return Slots; }

private:
  void addLists(const clang::Expr *Init, FunctionSlot::Table In);
  void addList(const clang::InitListExpr *List, FunctionSlot::Table In);
  void addUse(const clang::Stmt *S);
  bool holdsFunctions(clang::QualType T, unsigned Depth = 0);
  bool holdsFunctions(const clang::RecordDecl *R, unsigned Depth);

  llvm::DenseMap<const clang::ValueDecl *, FunctionSlot> Slots;
  llvm::DenseMap<const clang::RecordDecl *, bool> Known;
};

/// The field or array that \p Callee reads a function pointer from; null if it
/// is neither.
const clang::ValueDecl *slotOf(const clang::Expr *Callee);

/// How all units call a slot that others may store functions in: its USR, and
/// where it is declared (below \p Root), since programs of one project have
/// types of one name. Empty where others cannot.
std::string sharedNameOf(const clang::ValueDecl *Slot, llvm::StringRef Root);

/// How all units call a table.
std::string tableName(const FunctionSlot::Table &T);

} // namespace secret

#endif // SECRET_TIDY_FACTS_FUNCTIONTABLES_H
