//===- DeclaredFunctions.cpp - Every function a unit declares -------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeclaredFunctions.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace secret {

/// What a template declares, or the declaration itself.
static const Decl *patternOf(const Decl *D) {
  const auto *Template = dyn_cast<TemplateDecl>(D);
  return Template && Template->getTemplatedDecl()
             ? static_cast<const Decl *>(Template->getTemplatedDecl())
             : D;
}

/// A scope whose members others can name.
static const DeclContext *scopeOf(const Decl *D) {
  if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D))
    return cast<DeclContext>(D);
  const auto *Record = dyn_cast<RecordDecl>(D);
  return Record && Record->isThisDeclarationADefinition() ? Record : nullptr;
}

std::vector<const FunctionDecl *> declaredFunctions(const ASTContext &Context) {
  std::vector<const FunctionDecl *> Found;
  llvm::DenseSet<const Decl *> Seen;
  std::vector<const DeclContext *> Open = {Context.getTranslationUnitDecl()};
  while (!Open.empty()) {
    const DeclContext *Scope = Open.back();
    Open.pop_back();
    for (const Decl *Member : Scope->decls()) {
      const Decl *D = patternOf(Member);
      if (const auto *Function = dyn_cast<FunctionDecl>(D)) {
        if (Seen.insert(Function->getCanonicalDecl()).second)
          Found.push_back(Function);
      } else if (const DeclContext *Inner = scopeOf(D)) {
        Open.push_back(Inner);
      }
    }
  }
  return Found;
}

} // namespace secret
