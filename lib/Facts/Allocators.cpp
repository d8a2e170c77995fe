//===- Allocators.cpp - Allocators and deleters of somebody's own ---------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "IndirectCalls.h"
#include "Types.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace secret;

namespace {
/// Statements of a function that takes a block back, and of what it calls.
constexpr unsigned MaxStatements = 500;
constexpr unsigned MaxCallees = 3;
} // namespace

const CXXRecordDecl *secret::disposerOf(QualType T, bool IsOwner) {
  const auto *R = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!R || R->getTemplateArgs().size() < 2)
    return nullptr;
  const TemplateArgument &A =
      R->getTemplateArgs()[IsOwner ? 1 : R->getTemplateArgs().size() - 1];
  if (A.getKind() != TemplateArgument::Type)
    return nullptr;
  const CXXRecordDecl *D = A.getAsType()->getAsCXXRecordDecl();
  return D && !D->isInStdNamespace() ? D : nullptr;
}

bool secret::isDeallocate(const CXXMethodDecl *M) {
  return M->getDeclName().isIdentifier() && M->getName() == "deallocate";
}

/// The function that \p E calls; of several, the first.
static const FunctionDecl *calleeOf(const CallExpr *E) {
  if (const FunctionDecl *F = E->getDirectCallee())
    return F;
  // In a template that was not instantiated.
  const auto *Names = dyn_cast<OverloadExpr>(E->getCallee()->IgnoreParens());
  if (!Names || Names->decls().empty())
    return nullptr;
  return dyn_cast<FunctionDecl>((*Names->decls_begin())->getUnderlyingDecl());
}

/// `*p++ = 0;`
static bool isZeroing(const Stmt *S) {
  const auto *B = dyn_cast<BinaryOperator>(S);
  const auto *Zero =
      B && B->getOpcode() == BO_Assign
          ? dyn_cast<IntegerLiteral>(B->getRHS()->IgnoreParenImpCasts())
          : nullptr;
  return Zero && Zero->getValue() == 0;
}

bool TypeBuilder::saysZeroize(const FunctionDecl *F) const {
  const FunctionModel *M = Secrets.modelOf(F);
  auto FreesCleared = [](const Effect &E) {
    return E.Kind == EffectKind::Release && E.Zeroes;
  };
  return M ? M->zeroizes() || llvm::any_of(M->Effects, FreesCleared)
           : Secrets.taggedZeroizes(F) || Secrets.nameZeroizes(F);
}

bool TypeBuilder::bodyZeroizes(const FunctionDecl *F, unsigned Depth) const {
  const FunctionDecl *Pattern = F->getTemplateInstantiationPattern();
  const Stmt *Body = F->getBody() ? F->getBody()
                     : Pattern    ? Pattern->getBody()
                                  : nullptr;
  if (!Body)
    return saysZeroize(F);
  llvm::SmallVector<const Stmt *, 16> Left{Body};
  for (unsigned Count = 0; !Left.empty() && Count != MaxStatements; ++Count) {
    const Stmt *S = Left.pop_back_val();
    if (isZeroing(S))
      return true;
    const auto *E = dyn_cast<CallExpr>(S);
    const FunctionDecl *Callee = E ? calleeOf(E) : nullptr;
    if (Callee && (saysZeroize(Callee) ||
                   (Depth != MaxCallees && bodyZeroizes(Callee, Depth + 1))))
      return true;
    for (const Stmt *Child : S->children())
      if (Child)
        Left.push_back(Child);
  }
  return false;
}

bool TypeBuilder::hasZeroizingAllocator(QualType T) const {
  const CXXRecordDecl *R = disposerOf(T, /*IsOwner=*/false);
  R = R ? R->getDefinition() : nullptr;
  if (!R)
    return false;
  return llvm::any_of(methodsOf(R), [&](const CXXMethodDecl *M) {
    return isDeallocate(M) && bodyZeroizes(M, 0);
  });
}
