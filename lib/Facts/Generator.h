//===- Generator.h - From Clang's CFG to facts ------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_GENERATOR_H
#define SECRET_TIDY_FACTS_GENERATOR_H

#include "Analysis/Options.h"
#include "CallTargets.h"
#include "FunctionTables.h"
#include "MayThrow.h"
#include "Types.h"
#include "llvm/ADT/StringMap.h"

namespace clang {
class ASTContext;
class CXXRecordDecl;
class Decl;
class FieldDecl;
class FunctionDecl;
class VarDecl;
} // namespace clang

namespace secret {

/// The functions of a unit whose bodies are visible, by id.
struct UnitFunctions {
  std::vector<const clang::FunctionDecl *> Bodies;
  llvm::DenseMap<const clang::FunctionDecl *, FunctionId> Ids;

  /// \p F's id, or NoId if its body is not visible. Any redeclaration will do.
  FunctionId idOf(const clang::FunctionDecl *F) const;

  /// Functions of other units whose summaries are there, by USR.
  struct Foreign {
    std::string Signature;
    FunctionId Id = NoId;
  };
  llvm::StringMap<Foreign> Foreigners;
  /// What calls through tables may find there.
  FunctionTables Tables;
  /// What other units store there, by the slot's USR.
  llvm::StringMap<std::vector<SlotTarget>> ForeignTargets;
  unsigned MaxTargets = 0; ///< AnalysisOptions::MaxTargets
  std::string Root;        ///< places are called by paths below it, if any
  /// Calls note the signature of what may be another unit's function.
  bool AreLinkedLater = false;

  /// The id of another unit's function that \p F surely declares, or NoId.
  FunctionId foreignIdOf(const clang::FunctionDecl *F) const;
};

/// The kinds and sizes of result and parameters, as a calling convention sees
/// them: equal for all declarations of a function, in C and in C++.
std::string signatureOf(const clang::FunctionDecl *F);

/// Empty if \p D has none.
std::string usrOf(const clang::Decl *D);

/// Makes the facts of one function at a time.
class FactsGenerator {
public:
  FactsGenerator(clang::ASTContext &Context, Catalog &Secrets,
                 const UnitFunctions &Functions, const AnalysisOptions &Options)
      : Context(Context), Secrets(Secrets), Functions(Functions),
        Options(Options), Types(Context, Secrets), Throws(Context) {}

  /// Never fails: a function that has no facts says why in Problem.
  FunctionFacts generate(FunctionId Id);
  /// Secret constants in the initializers of variables at namespace scope, and
  /// tagged fields of types that are unsuitable for secrets.
  FunctionFacts
  generateForGlobals(llvm::ArrayRef<const clang::VarDecl *> Globals,
                     llvm::ArrayRef<const clang::FieldDecl *> Fields);
  /// What the destructor of \p R does, which nobody wrote.
  FunctionFacts generateForClass(const clang::CXXRecordDecl *R);

  const TypeBuilder &types() const { return Types; }

private:
  clang::ASTContext &Context;
  Catalog &Secrets;
  const UnitFunctions &Functions;
  const AnalysisOptions &Options;
  TypeBuilder Types;
  MayThrow Throws;
};

} // namespace secret

#endif // SECRET_TIDY_FACTS_GENERATOR_H
