//===- UnitScan.h - Which functions can meet a secret -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Most functions of most units never meet a secret. One cheap look at every
// body finds those that name one, and who calls whom; only they and what they
// reach are analysed.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_UNITSCAN_H
#define SECRET_TIDY_FACTS_UNITSCAN_H

#include "Generator.h"

namespace secret {

struct UnitScan {
  UnitFunctions Functions;
  /// By function: it names something secret.
  std::vector<bool> Mentions;
  /// By function: visible bodies that it calls, sorted, each once.
  std::vector<std::vector<FunctionId>> Callees;
  /// By function: the fields and arrays that it calls through, each once.
  std::vector<std::vector<const clang::ValueDecl *>> Slots;
  /// By function: what it calls that is no library's and has no body here.
  std::vector<std::vector<const clang::FunctionDecl *>> Elsewhere;
  /// Variables at namespace scope that are tagged.
  std::vector<const clang::VarDecl *> Globals;
  /// Tagged fields of types that are unsuitable for secrets.
  std::vector<const clang::FieldDecl *> Fields;
  /// Classes with tagged fields whose destructor nobody wrote.
  std::vector<const clang::CXXRecordDecl *> Classes;
  /// By class: visible bodies that its destructor calls.
  std::vector<std::vector<FunctionId>> ClassCallees;
};

/// False only if nothing in the unit can be secret, so that no scan is needed:
/// nothing is tagged, and no function that brings secrets is used or defined.
/// Looks at names and declarations alone, and only at those of C. What is
/// inferred from names counts for nothing.
bool mayMeetSecrets(const clang::ASTContext &Context, const ModelIndex &Models,
                    Catalog &Secrets);

/// Whether anything outside of system headers is tagged, also in templates'
/// patterns and in bodies with errors. Looks at the whole unit.
bool namesSecret(clang::ASTContext &Context, Catalog &Secrets);

/// Looks at the declarations in Clang's traversal scope that are not in system
/// headers. Bodies with errors and templates' patterns are left out.
UnitScan scanUnit(clang::ASTContext &Context, Catalog &Secrets);

/// Adds to UnitScan::Callees what calls through tables may call.
void addTargetsToCallees(UnitScan &Scan);

/// Functions that other units can call without seeing their bodies, and that
/// can do something to their caller's storage.
std::vector<FunctionId> exportedFunctions(const clang::ASTContext &Context,
                                          const UnitFunctions &Functions);

/// Whether the unit itself may run \p F, which other units cannot call without
/// seeing its body: what is inline and used by nobody has no code.
bool hasCodeHere(const clang::FunctionDecl *F);

/// Whether another unit's definition may take the place of \p F.
bool isWeak(const clang::FunctionDecl *F);

} // namespace secret

#endif // SECRET_TIDY_FACTS_UNITSCAN_H
