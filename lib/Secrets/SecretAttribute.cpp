//===- SecretAttribute.cpp - The attribute [[secret]] -----------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Teaches the host's parser `[[secret]]` and `__attribute__((secret))`. The
// attribute becomes annotate("secret"), so that the rest looks for one
// spelling.
//
//===----------------------------------------------------------------------===//

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Sema/ParsedAttr.h"
#include "clang/Sema/Sema.h"

using namespace clang;

namespace {

struct SecretAttributeInfo : ParsedAttrInfo {
  SecretAttributeInfo() {
    static constexpr Spelling Names[] = {{ParsedAttr::AS_GNU, "secret"},
                                         {ParsedAttr::AS_CXX11, "secret"},
                                         {ParsedAttr::AS_C23, "secret"}};
    Spellings = Names;
  }

  bool diagAppertainsToDecl(Sema &S, const ParsedAttr &Attr,
                            const Decl *D) const override {
    if (isa<VarDecl, FieldDecl, TagDecl, TypedefNameDecl, FunctionDecl,
            FunctionTemplateDecl, ClassTemplateDecl, TypeAliasTemplateDecl>(D))
      return true;
    unsigned Id = S.getDiagnostics().getCustomDiagID(
        DiagnosticsEngine::Warning,
        "'secret' attribute only applies to variables, parameters, fields, "
        "functions and types");
    S.Diag(Attr.getLoc(), Id) << Attr.getRange();
    return false;
  }

  AttrHandling handleDeclAttribute(Sema &S, Decl *D,
                                   const ParsedAttr &Attr) const override {
    S.Context.Idents.get("annotate"); // as if it had been written so
    D->addAttr(
        AnnotateAttr::Create(S.Context, "secret", nullptr, 0, Attr.getRange()));
    return AttributeApplied;
  }
};

ParsedAttrInfoRegistry::Add<SecretAttributeInfo>
    Registration("secret", "marks what must not outlive its use");

} // namespace
