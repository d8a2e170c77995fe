//===- SecretNames.cpp - Names that secrets go by -------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SecretNames.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace secret {

/// ` user password ` for `userPassword`, `USER_PASSWORD` and `user_password2`.
static std::string wordsOf(llvm::StringRef Name) {
  std::string Words = " ";
  char Before = '_';
  for (char C : Name) {
    if (!llvm::isAlpha(C)) {
      Before = '_';
      continue;
    }
    bool Starts = Before == '_' || (llvm::isUpper(C) && llvm::isLower(Before));
    if (Starts && Words.size() > 1)
      Words += ' ';
    Words += llvm::toLower(C);
    Before = C;
  }
  return Words + ' ';
}

bool soundsSecret(llvm::StringRef Name) {
  static constexpr llvm::StringLiteral Secret[] = {
#define SECRET_WORDS(Words) llvm::StringLiteral(" " Words " "),
#include "SecretNames.def"
  };
  static constexpr llvm::StringLiteral Others[] = {
#define NOT_SECRET_WORD(Word) llvm::StringLiteral(" " Word " "),
#include "SecretNames.def"
  };
  std::string Words = wordsOf(Name);
  auto Has = [&](llvm::StringRef Part) {
    return llvm::StringRef(Words).contains(Part);
  };
  return llvm::any_of(Secret, Has) && llvm::none_of(Others, Has);
}

/// Bytes, text, or a record that may have some: no flag, number or function.
static bool mayHoldBytes(QualType T, const ASTContext &Context) {
  if (T->isDependentType())
    return false;
  if (const ArrayType *Array = Context.getAsArrayType(T))
    T = Context.getBaseElementType(Array->getElementType());
  else if (T->isPointerType() || T->isReferenceType())
    T = T->getPointeeType();
  else if (!T->isRecordType())
    return false;
  if (T->isVoidType() || T->isRecordType())
    return true;
  return T->isIntegerType() && !T->isEnumeralType() && !T->isBooleanType();
}

bool isInferredSecret(const ValueDecl *D, const ASTContext &Context) {
  if (!isa<VarDecl, FieldDecl>(D) || !D->getIdentifier())
    return false;
  QualType Type = D->getType().getNonReferenceType();
  if (!mayHoldBytes(D->getType(), Context))
    return false;
  if (soundsSecret(D->getName()))
    return true;
  // A type whose name says it, such as SecretKey.
  const auto *Record = Type->getAsCXXRecordDecl();
  return Record && Record->getIdentifier() && soundsSecret(Record->getName());
}

} // namespace secret
