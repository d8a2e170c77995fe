//===- Annotations.cpp - Tags in the source ---------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Annotations.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace secret {

/// The entity in a template that \p D was instantiated from, or null.
static const Decl *patternOf(const Decl *D) {
  if (const auto *Function = dyn_cast<FunctionDecl>(D))
    return Function->getTemplateInstantiationPattern(/*ForDefinition=*/false);
  if (const auto *Variable = dyn_cast<VarDecl>(D))
    return Variable->getTemplateInstantiationPattern();
  if (const auto *Record = dyn_cast<CXXRecordDecl>(D))
    return Record->getTemplateInstantiationPattern();
  if (const auto *Enum = dyn_cast<EnumDecl>(D))
    return Enum->getTemplateInstantiationPattern();
  return nullptr;
}

static void addRedeclarations(const Decl *D, Declarations &All) {
  auto Begin = static_cast<ptrdiff_t>(All.size());
  for (const Decl *Other : D->getMostRecentDecl()->redecls())
    All.push_back(Other);
  std::reverse(All.begin() + Begin, All.end()); // they come latest first
}

static Declarations declarationsOfParameter(const ParmVarDecl *Parameter) {
  const auto *Function = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  if (!Function)
    return {Parameter};
  unsigned Index = Parameter->getFunctionScopeIndex();
  Declarations All;
  for (const Decl *D : declarationsOf(Function)) {
    const auto *Other = cast<FunctionDecl>(D);
    if (Index < Other->getNumParams())
      All.push_back(Other->getParamDecl(Index));
  }
  // Not so while its function is still being declared.
  if (!llvm::is_contained(All, Parameter))
    All.push_back(Parameter);
  return All;
}

Declarations declarationsOf(const Decl *D) {
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(D))
    return declarationsOfParameter(Parameter);
  Declarations All;
  addRedeclarations(D, All);
  const Decl *Pattern = patternOf(D);
  if (Pattern && Pattern->getCanonicalDecl() != D->getCanonicalDecl())
    addRedeclarations(Pattern, All);
  return All;
}

static bool hasAnnotation(const Decl *D, llvm::StringRef Text) {
  return llvm::any_of(D->specific_attrs<AnnotateAttr>(), [&](const auto *Attr) {
    return Attr->getAnnotation() == Text;
  });
}

const Decl *findAnnotation(const Declarations &All, llvm::StringRef Text) {
  auto Found =
      llvm::find_if(All, [&](const Decl *D) { return hasAnnotation(D, Text); });
  return Found == All.end() ? nullptr : *Found;
}

bool hasVisibleBody(const FunctionDecl *F) {
  if (F->hasBody())
    return true;
  const FunctionDecl *Pattern = F->getTemplateInstantiationPattern();
  return Pattern && Pattern->hasBody();
}

} // namespace secret
