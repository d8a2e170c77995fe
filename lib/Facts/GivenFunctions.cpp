//===- GivenFunctions.cpp - Functions that a call is given ----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "GivenFunctions.h"
#include "IndirectCalls.h"
#include "Lowering.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace secret;

namespace {
/// Functions that are made of functions that are made of functions.
constexpr unsigned MaxWrapped = 4;
} // namespace

/// The only operator() of \p R, or the only instance of it that the unit has.
static const CXXMethodDecl *callOperatorOf(const CXXRecordDecl *R) {
  const CXXMethodDecl *Only = nullptr;
  for (const CXXMethodDecl *M : methodsOf(R)) {
    if (M->getOverloadedOperator() != OO_Call || M->isDependentContext())
      continue;
    if (Only)
      return nullptr;
    Only = M;
  }
  return Only;
}

static const Expr *bare(const Expr *E) {
  E = peel(E);
  const auto *M = dyn_cast<MaterializeTemporaryExpr>(E);
  return M ? peel(M->getSubExpr()) : E;
}

/// The argument that \p C, a constructor like std::function's, will call.
static const Expr *wrappedIn(const CXXConstructExpr *C, Catalog &Secrets) {
  if (const FunctionModel *M = Secrets.modelOf(C->getConstructor()))
    for (const Effect &E : M->Effects)
      if (E.Kind == EffectKind::Call && E.Position >= 0 &&
          unsigned(E.Position) < C->getNumArgs())
        return C->getArg(E.Position);
  return nullptr;
}

GivenFunction secret::givenFunction(const Expr *Arg, Catalog &Secrets) {
  for (unsigned Depth = 0; Depth != MaxWrapped; ++Depth) {
    const auto *C = dyn_cast<CXXConstructExpr>(bare(Arg));
    const Expr *Inner = C ? wrappedIn(C, Secrets) : nullptr;
    if (!Inner)
      break;
    Arg = Inner;
  }
  if (const FunctionDecl *F = functionNamedBy(Arg))
    return {F, nullptr};
  const CXXRecordDecl *R = Arg->getType()->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || R->isInStdNamespace())
    return {};
  const CXXMethodDecl *M = callOperatorOf(R->getDefinition());
  return M ? GivenFunction{M, Arg} : GivenFunction{};
}

GivenFunction secret::givenFunction(const Effect &E,
                                    llvm::ArrayRef<const Expr *> Args,
                                    Catalog &Secrets) {
  if (E.Kind != EffectKind::Call || E.Position < 0 ||
      size_t(E.Position) >= Args.size())
    return {};
  return givenFunction(Args[E.Position], Secrets);
}

/// An argument that gets to a function by way of another one, which takes it by
/// reference.
Argument FunctionLowering::passedOn(const Expr *E, const ParmVarDecl *P,
                                    const Stmt *At) {
  ValueId V = argumentValue(E, P);
  if (E->isGLValue() && P->getType()->isScalarType() &&
      E->getType()->isScalarType())
    V = load(V, E->getType(), At);
  return describeArgument(E, V, P);
}

ValueId FunctionLowering::callGiven(const GivenFunction &Given, const Effect &E,
                                    llvm::ArrayRef<const Expr *> Args,
                                    const Expr *At) {
  CallInfo Info;
  describeCallee(Info, Given.Callee);
  Info.IsPromise = E.Later;
  Info.MayThrow &= !E.Later;
  if (E.Source >= 0)
    Args = Args.drop_front(std::min<size_t>(E.Source, Args.size()));
  else
    Args = {};
  const auto *Method = dyn_cast<CXXMethodDecl>(Given.Callee);
  if (Given.Object) {
    Info.This = valueOf(Given.Object);
  } else if (Method && Method->isInstance() && !Args.empty()) {
    const Expr *Object = Args.front();
    bool IsPointer = Object->getType()->isPointerType();
    Info.This = valueOf(Object);
    if (IsPointer && Object->isGLValue())
      Info.This = load(Info.This, Object->getType(), At);
    Args = Args.drop_front();
  }
  unsigned Count = std::min<size_t>(Args.size(), Given.Callee->getNumParams());
  for (unsigned I = 0; I != Count; ++I)
    Info.Args.push_back(passedOn(Args[I], Given.Callee->getParamDecl(I), At));
  Info.Thrown = thrownBy(At, Given.Callee);
  Fact &F = emit(FactKind::Call, At);
  F.Index = Facts.Calls.size();
  F.Result = newValue();
  Facts.Calls.push_back(std::move(Info));
  return F.Result;
}

void FunctionLowering::callGiven(const FunctionModel *Model,
                                 llvm::ArrayRef<const Expr *> Args,
                                 const Expr *At) {
  if (!Model)
    return;
  for (const Effect &E : Model->Effects) {
    GivenFunction Given = givenFunction(E, Args, Secrets);
    if (!Given.Callee)
      continue;
    ValueId Result = callGiven(Given, E, Args, At);
    if (!E.Later && At->getType()->isScalarType())
      setValue(At, Result);
  }
}
