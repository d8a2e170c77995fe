//===- MadeObjects.cpp - Objects that a library makes of arguments --------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `std::make_unique<T>(args)` calls a constructor of T that the source names
// nowhere. It is called here, on the block that the model says is made.
//
//===----------------------------------------------------------------------===//

#include "MadeObjects.h"
#include "Lowering.h"
#include "Secrets/QualifiedName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace secret;

namespace {
/// How well an argument fits a parameter.
enum class Fit : uint8_t { No, Converted, Exact };
} // namespace

static Fit fitOf(const Expr *Arg, QualType Parameter,
                 const ASTContext &Context) {
  bool IsMove = Parameter->isRValueReferenceType();
  if (IsMove && Arg->isLValue())
    return Fit::No;
  QualType Given = Arg->getType(), Wanted = Parameter.getNonReferenceType();
  if (Given->isArrayType() && Wanted->isPointerType())
    Given = Context.getArrayDecayedType(Given);
  if (Context.hasSameUnqualifiedType(Given, Wanted))
    return IsMove || !Arg->isXValue() ? Fit::Exact : Fit::Converted;
  bool AreNumbers = Given->isArithmeticType() && Wanted->isArithmeticType();
  bool ArePointers = Given->isPointerType() && Wanted->isPointerType() &&
                     (Wanted->isVoidPointerType() ||
                      Context.hasSameUnqualifiedType(Given->getPointeeType(),
                                                     Wanted->getPointeeType()));
  return AreNumbers || ArePointers ? Fit::Converted : Fit::No;
}

/// The sum of the fits; 0 if \p C cannot take \p Args.
static unsigned fitOf(const CXXConstructorDecl *C,
                      llvm::ArrayRef<const Expr *> Args,
                      const ASTContext &Context) {
  if (C->isDeleted() || C->getNumParams() < Args.size() ||
      C->getMinRequiredArguments() > Args.size())
    return 0;
  unsigned Sum = 0;
  for (unsigned I = 0; I != Args.size(); ++I) {
    Fit One = fitOf(Args[I], C->getParamDecl(I)->getType(), Context);
    if (One == Fit::No)
      return 0;
    Sum += unsigned(One);
  }
  return Sum;
}

/// A simple form of overload resolution: null where two are as good.
static const CXXConstructorDecl *
constructorFor(QualType T, llvm::ArrayRef<const Expr *> Args,
               const ASTContext &Context) {
  const CXXConstructorDecl *Best = nullptr;
  unsigned BestFit = 0;
  for (const CXXConstructorDecl *C : T->getAsCXXRecordDecl()->ctors()) {
    unsigned Sum = fitOf(C, Args, Context);
    if (Sum < BestFit || Sum == 0)
      continue;
    Best = Sum > BestFit ? C : nullptr;
    BestFit = Sum;
  }
  return Best;
}

/// `unique_ptr<T[]>`: it holds many.
static bool holdsArray(QualType Holder) {
  const auto *R = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Holder->getAsCXXRecordDecl());
  const TemplateArgument *First =
      R && R->getTemplateArgs().size() ? &R->getTemplateArgs()[0] : nullptr;
  return !First || First->getKind() != TemplateArgument::Type ||
         First->getAsType()->isArrayType();
}

static const Effect *construction(const FunctionModel *Model) {
  if (Model)
    for (const Effect &E : Model->Effects)
      if (E.Kind == EffectKind::Construct)
        return &E;
  return nullptr;
}

MadeObject secret::madeBy(const CallExpr *Call, const FunctionModel *Model,
                          llvm::ArrayRef<const Expr *> Args, TypeBuilder &Types,
                          const ASTContext &Context) {
  MadeObject Made;
  const Effect *How = construction(Model);
  if (!How || size_t(How->Source) >= Args.size())
    return Made;
  const auto *Method = dyn_cast<CXXMemberCallExpr>(Call);
  Made.Holder = How->Position == ResultPosition ? Call->getType()
                : Method                        ? Method->getObjectType()
                                                : QualType();
  if (Made.Holder.isNull() || holdsArray(Made.Holder))
    return Made;
  Made.Type = Types.elementOf(Made.Holder);
  const CXXRecordDecl *R =
      Made.Type.isNull() ? nullptr : Made.Type->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || R->isDependentType())
    return Made;
  Made.How = How;
  Made.Args = Args.drop_front(How->Source);
  Made.Constructor = constructorFor(Made.Type, Made.Args, Context);
  return Made;
}

/// One object of the same class, whose copy is a copy of its bytes.
static bool copiesPlainly(const MadeObject &Made, Holding Holds,
                          const ASTContext &Context) {
  return Holds != Holding::Block && Made.Args.size() == 1 &&
         Context.hasSameUnqualifiedType(Made.Args.front()->getType(),
                                        Made.Type) &&
         (!Made.Constructor || !Made.Constructor->isUserProvided());
}

void FunctionLowering::constructWith(const MadeObject &Made, ValueId Address,
                                     const CallExpr *Call) {
  CallInfo Info;
  const CXXConstructorDecl *C = Made.Constructor;
  if (C) {
    describeCallee(Info, C);
  } else {
    const CXXRecordDecl *R = Made.Type->getAsCXXRecordDecl();
    Info.Name = qualifiedName(R) + "::" + R->getName().str();
    Info.IsConstructor = true;
    Info.ThisType = Types.idOf(Made.Type.getUnqualifiedType());
  }
  Info.MayThrow = false; // the call that makes it does
  Info.This = Address;
  for (unsigned I = 0; I != Made.Args.size(); ++I) {
    const Expr *E = Made.Args[I];
    const ParmVarDecl *P = C ? C->getParamDecl(I) : nullptr;
    if (P) {
      Info.Args.push_back(passedOn(E, P, Call));
      continue;
    }
    Argument A;
    A.Value = valueOf(E);
    A.Type = Types.idOf(E->getType()->isRecordType()
                            ? Context.getLValueReferenceType(E->getType())
                            : E->getType());
    A.At = spanOf(E);
    Info.Args.push_back(A);
  }
  Fact &F = emit(FactKind::Call, Call);
  F.Index = Facts.Calls.size();
  F.Result = newValue();
  Facts.Calls.push_back(std::move(Info));
}

void FunctionLowering::makeObject(const CallExpr *Call,
                                  const FunctionModel *Model,
                                  llvm::ArrayRef<const Expr *> Args,
                                  ValueId This, ValueId Result) {
  MadeObject Made = madeBy(Call, Model, Args, Types, Context);
  if (!Made.How)
    return;
  Holding Holds = Types.holdingOf(Made.Type);
  bool IsOwn = Made.How->Position == ThisPosition;
  // A container takes in what it is given; only what a constructor follows
  // pointers to is more.
  bool HasBody = Made.Constructor && Functions.idOf(Made.Constructor) != NoId;
  if (Holds == Holding::View || Holds == Holding::Owner || (IsOwn && !HasBody))
    return;
  ValueId Address = IsOwn ? This : Result;
  if (IsOwn && Types.holdingOf(Made.Holder) == Holding::Block) {
    ValueId Any = emit(FactKind::Mix, Call).Result = newValue();
    Address = element(This, Any, 1, Call);
  }
  if (copiesPlainly(Made, Holds, Context)) {
    ValueId From = valueOf(Made.Args.front());
    bool Moves = Made.Args.front()->isXValue();
    return copyObject(Address, From, Made.Type, Moves, Call);
  }
  if (HasBody || Holds != Holding::Fields ||
      (Made.Constructor && Secrets.modelOf(Made.Constructor)))
    constructWith(Made, Address, Call);
}
