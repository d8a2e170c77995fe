//===- Generator.h - From Clang's CFG to facts ------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_GENERATOR_H
#define SECRET_TIDY_FACTS_GENERATOR_H

#include "Analysis/Options.h"
#include "Fact.h"
#include "MayThrow.h"
#include "Types.h"

namespace clang {
class ASTContext;
class CXXRecordDecl;
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
};

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

  TypeBuilder &types() { return Types; }

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
