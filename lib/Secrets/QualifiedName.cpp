//===- QualifiedName.cpp - Names of declarations in models ------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "QualifiedName.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace secret {

static std::string recordName(const TagDecl *D) {
  if (!D->getName().empty())
    return D->getName().str();
  const TypedefNameDecl *Typedef = D->getTypedefNameForAnonDecl();
  return Typedef ? Typedef->getName().str() : std::string();
}

static std::string ownName(const NamedDecl *D) {
  if (const auto *Tag = dyn_cast<TagDecl>(D))
    return recordName(Tag);
  if (D->getIdentifier())
    return D->getName().str();
  // The plain spelling of these has template arguments.
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(D))
    return recordName(Constructor->getParent());
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(D))
    return "~" + recordName(Destructor->getParent());
  return D->getNameAsString();
}

static bool isLambda(const DeclContext *Context) {
  const auto *Record = dyn_cast<CXXRecordDecl>(Context);
  return Record && Record->isLambda();
}

/// What a scope adds to the names inside it; empty for most unnamed ones.
static std::string scopeName(const DeclContext *Context) {
  if (const auto *Namespace = dyn_cast<NamespaceDecl>(Context))
    return Namespace->isInline() ? std::string() : Namespace->getName().str();
  if (isLambda(Context))
    return {};
  if (const auto *Function = dyn_cast<FunctionDecl>(Context))
    return isLambda(Function->getDeclContext()) ? std::string()
                                                : ownName(Function);
  if (const auto *Tag = dyn_cast<TagDecl>(Context))
    return recordName(Tag);
  return {};
}

std::string qualifiedName(const NamedDecl *D) {
  std::string Own = ownName(D);
  if (Own.empty())
    return Own;
  llvm::SmallVector<std::string, 4> Parts = {std::move(Own)};
  for (const DeclContext *Context = D->getDeclContext(); Context;
       Context = Context->getParent())
    if (std::string Scope = scopeName(Context); !Scope.empty())
      Parts.push_back(std::move(Scope));
  return llvm::join(llvm::reverse(Parts), "::");
}

} // namespace secret
