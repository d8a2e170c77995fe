//===- FieldCalls.cpp - Calls through tables of functions -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `(*env)->GetStringUTFChars(env, s, 0)`: what is called is known by the name
// of the field that holds the pointer.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "Secrets/QualifiedName.h"
#include "clang/AST/Expr.h"

using namespace clang;
using namespace secret;

void FunctionLowering::describeField(CallInfo &Info, const Expr *Callee) {
  const Expr *Bare = peel(Callee);
  if (const auto *U = dyn_cast<UnaryOperator>(Bare);
      U && U->getOpcode() == UO_Deref)
    Bare = peel(U->getSubExpr());
  const auto *M = dyn_cast<MemberExpr>(Bare);
  const auto *F = M ? dyn_cast<FieldDecl>(M->getMemberDecl()) : nullptr;
  if (!F)
    return;
  Info.Model = Secrets.modelOfField(F);
  if (Info.Model)
    Info.Name = qualifiedName(F);
}
