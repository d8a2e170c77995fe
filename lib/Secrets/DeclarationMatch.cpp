//===- DeclarationMatch.cpp - Does a model speak of it? ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DeclarationMatch.h"
#include "Annotations.h"
#include "ModelName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace secret {

static bool isWord(char C) { return llvm::isAlnum(C) || C == '_'; }

/// C and C++ spell one type in two ways.
static llvm::StringRef commonSpelling(llvm::StringRef Word) {
  return llvm::StringSwitch<llvm::StringRef>(Word)
      .Case("struct", "")
      .Case("union", "")
      .Case("class", "")
      .Case("enum", "")
      .Case("_Bool", "bool")
      .Default(Word);
}

/// The words and signs of \p Text with one blank between words only.
static std::string normalized(llvm::StringRef Text) {
  std::string Result;
  while (!(Text = Text.ltrim()).empty()) {
    llvm::StringRef Part = Text.take_while(isWord);
    if (Part.empty())
      Part = Text.take_front();
    Text = Text.drop_front(Part.size());
    llvm::StringRef Common = commonSpelling(Part);
    if (!Common.empty() && !Result.empty() && isWord(Common.front()) &&
        isWord(Result.back()))
      Result += ' ';
    Result += Common;
  }
  return Result;
}

static bool hasSignature(const FunctionDecl *F, llvm::StringRef Signature,
                         const ASTContext &Context) {
  QualType Type = Context.getCanonicalType(F->getType());
  // Part of the type since C++17; no model means it.
  if (const auto *Prototype = Type->getAs<FunctionProtoType>())
    if (Prototype->hasExceptionSpec())
      Type = const_cast<ASTContext &>(Context).getFunctionTypeWithExceptionSpec(
          Type, FunctionProtoType::ExceptionSpecInfo(EST_None));
  return normalized(Type.getAsString(Context.getPrintingPolicy())) ==
         normalized(Signature);
}

static bool matchesPath(const llvm::GlobPattern &Glob, llvm::StringRef Path) {
  if (Glob.match(Path))
    return true;
  while (!(Path = Path.split('/').second).empty())
    if (Glob.match(Path))
      return true;
  return false;
}

static bool isDeclaredIn(const FunctionDecl *F, llvm::StringRef Header,
                         const SourceManager &Sources) {
  llvm::Expected<llvm::GlobPattern> Glob = compileGlob(Header);
  if (!Glob) {
    llvm::consumeError(Glob.takeError());
    return false; // the parser has said so already
  }
  return llvm::any_of(declarationsOf(F), [&](const Decl *D) {
    SourceLocation Where = Sources.getExpansionLoc(D->getLocation());
    return matchesPath(*Glob, Sources.getFilename(Where));
  });
}

bool speaksOf(const FunctionModel &Model, const FunctionDecl *F,
              const ASTContext &Context) {
  bool HasPrototype = F->getType()->getAs<FunctionProtoType>();
  if (HasPrototype && Model.Params >= 0 &&
      F->getNumParams() != static_cast<unsigned>(Model.Params))
    return false;
  if (Model.OnlyWithoutBody && hasVisibleBody(F))
    return false;
  if (HasPrototype && !Model.Signature.empty() &&
      !hasSignature(F, Model.Signature, Context))
    return false;
  return Model.Header.empty() ||
         isDeclaredIn(F, Model.Header, Context.getSourceManager());
}

} // namespace secret
