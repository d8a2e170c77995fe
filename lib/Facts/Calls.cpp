//===- Calls.cpp - Facts of calls -----------------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Compat/RecordType.h"
#include "IndirectCalls.h"
#include "Lowering.h"
#include "Secrets/QualifiedName.h"
#include "WipeText.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/Builtins.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace secret;

bool FunctionLowering::stays(const FunctionDecl *Callee) const {
  // These flags take the builtin's number away, so its body is asked for.
  if (Callee->hasBody() || !Callee->getIdentifier())
    return false;
  const LangOptions &Lang = Context.getLangOpts();
  return Lang.Freestanding || Lang.NoBuiltin ||
         Lang.isNoBuiltinFunc(Callee->getName());
}

/// A function that may be another unit's.
void FunctionLowering::describeForeign(CallInfo &Info,
                                       const FunctionDecl *Callee) {
  Info.Callee = Functions.foreignIdOf(Callee);
  if (Functions.AreLinkedLater && !Callee->hasBody() &&
      !Callee->isDependentContext())
    Info.Signature = signatureOf(Callee);
}

/// `std::fill_n(static_cast<volatile char *>(p), n, 0)`: each of its writes is
/// one to a volatile element.
static bool writesVolatile(const FunctionDecl *Callee) {
  return Callee->isTemplateInstantiation() &&
         llvm::any_of(Callee->parameters(), [](const ParmVarDecl *P) {
           QualType T = P->getType();
           return T->isPointerType() &&
                  T->getPointeeType().isVolatileQualified();
         });
}

void FunctionLowering::describeCallee(CallInfo &Info,
                                      const FunctionDecl *Callee) {
  if (!Callee) {
    Info.Name = "a function pointer";
    return;
  }
  Info.Name = qualifiedName(Callee);
  Info.Usr = usrOf(Callee);
  Info.Model = Secrets.modelOf(Callee);
  Info.Zeroizes = Secrets.taggedZeroizes(Callee);
  // Another definition may take the place of a weak one.
  if (!Info.Model && !Info.Zeroizes && !Callee->hasAttr<WeakAttr>())
    Info.Callee = Functions.idOf(Callee);
  Info.Interns = Secrets.taggedInterns(Callee);
  if (!Info.Model && Info.Callee == NoId) {
    Info.ZeroizesByName = !Info.Zeroizes && Secrets.nameZeroizes(Callee);
    Info.Zeroizes |= Info.ZeroizesByName;
    Info.Destroys = Secrets.nameDestroys(Callee);
    Info.Initializes = Secrets.nameInitializes(Callee);
  }
  // A name that promises something is believed before what can be seen.
  if (!Info.Model && !Info.Zeroizes && Info.Callee == NoId)
    describeForeign(Info, Callee);
  Info.MayThrow = Throws(Callee).any();
  if (const auto *M = dyn_cast<CXXMethodDecl>(Callee))
    describeMethod(Info, M);
  Info.KeptByCompiler = stays(Callee) || writesVolatile(Callee);
  QualType Result = Callee->getReturnType();
  Holding Holds = Types.holdingOf(Result);
  bool IsPointer = Holds == Holding::View || Holds == Holding::Owner;
  Info.ResultType = Types.idOf(IsPointer ? viewPointer(Result) : Result);
  if (auto T = Secrets.tagOf(Callee)) {
    Info.ResultIsSecret = T->Kind == TagKind::Secret;
    Info.ResultIsPublic = T->Kind == TagKind::Public;
  }
}

void FunctionLowering::describeMethod(CallInfo &Info, const CXXMethodDecl *M) {
  Info.IsConstructor = isa<CXXConstructorDecl>(M);
  Info.IsConstMethod = M->isConst();
  Info.IsAssignment = M->getOverloadedOperator() == OO_Equal;
  Info.ThisType = Types.idOf(recordType(Context, M->getParent()));
}

/// Whether the callee can write through an argument of type \p T.
static bool pointsToNonConst(QualType T) {
  if (!T->isAnyPointerType() && !T->isReferenceType())
    return false;
  QualType Pointee = T->getPointeeType();
  return !Pointee.isConstQualified() && !Pointee->isFunctionType();
}

/// Whether passing \p E by value copies an object that stays.
bool FunctionLowering::copies(const Expr *E) {
  if (!Context.getLangOpts().CPlusPlus)
    return true;
  const auto *C = dyn_cast<CXXConstructExpr>(peel(E));
  if (!C || !C->getConstructor()->isCopyOrMoveConstructor())
    return false;
  const TypeInfo Info = Types.infoOf(E->getType());
  if (Info.ZeroizesItself || Info.Unsuitable)
    return false;
  if (Info.Holds == Holding::Block) // a moved block has one owner
    return C->getConstructor()->isCopyConstructor() &&
           !disposerOf(E->getType(), /*IsOwner=*/false);
  return !Info.HasDestructor;
}

bool secret::isMoveConstruction(const Expr *E) {
  const auto *C = dyn_cast<CXXConstructExpr>(peel(E));
  return C && C->getConstructor()->isMoveConstructor();
}

/// What a view that \p E makes is made of, or \p E itself.
const Expr *FunctionLowering::viewedExpr(const Expr *E) {
  const auto *C = dyn_cast<CXXConstructExpr>(peel(E));
  if (!C || C->getNumArgs() == 0 ||
      Types.holdingOf(C->getType()) != Holding::View)
    return peel(E);
  return peel(C->getArg(0));
}

/// Whether \p E is a literal that is not empty, or may be one of two of which
/// one is.
bool FunctionLowering::mayBeText(const Expr *E) {
  auto IsText = [&](const Expr *Each) {
    Each = viewedExpr(Each);
    return isa<StringLiteral>(Each) && !constantKind(Each).IsZero;
  };
  const auto *C = dyn_cast<AbstractConditionalOperator>(viewedExpr(E));
  return C ? IsText(C->getTrueExpr()) || IsText(C->getFalseExpr()) : IsText(E);
}

/// Pointers to characters, arrays of them, and views.
bool FunctionLowering::isText(QualType T) {
  T = T.getNonReferenceType();
  if (Types.holdingOf(T) == Holding::View)
    T = viewPointer(T);
  QualType Element = T->isAnyPointerType() ? T->getPointeeType()
                     : T->isArrayType()
                         ? QualType(T->getArrayElementTypeNoTypeQual(), 0)
                         : QualType();
  return !Element.isNull() && Element->isAnyCharacterType() &&
         !Element->isSpecificBuiltinType(BuiltinType::UChar) &&
         !Element->isSpecificBuiltinType(BuiltinType::SChar);
}

Argument FunctionLowering::describeArgument(const Expr *E, ValueId V,
                                            const ParmVarDecl *P) {
  Argument A;
  A.Value = V;
  QualType T = P ? P->getType() : E->getType();
  // Behind a void pointer the argument's own type says what it points to.
  QualType Own = T;
  if (T->isVoidPointerType() && !peel(E)->getType()->isIntegralType(Context))
    Own = Context.getAdjustedParameterType(peel(E)->getType());
  A.Type = Types.idOf(Own->isAnyPointerType() ? Own : T);
  A.PointsToNonConst = pointsToNonConst(T);
  A.IsRecord = T->isRecordType();
  A.IsReference = T->isReferenceType();
  A.IsRecordCopy = A.IsRecord && copies(E);
  if (A.IsRecord) // the callee's, whoever destroys it
    Temporaries.erase(peel(E));
  Holding Holds = Types.holdingOf(T);
  if (Holds == Holding::View || Holds == Holding::Owner) {
    A.Type = Types.idOf(viewPointer(T));
    A.PointsToNonConst =
        Holds == Holding::Owner || pointsToNonConst(viewPointer(T));
    A.IsRecordCopy = A.IsRecord = false;
  }
  A.At = spanOf(E);
  A.IsAddress = !P && T->isVoidPointerType();
  A.IsMoved = T->isRValueReferenceType() ? pointsToNonConst(T)
                                         : A.IsRecord && isMoveConstruction(E);
  A.IsText = isText(T);
  if (!P)
    return A;
  auto Tag = Secrets.tagOf(P);
  A.IsSecret = Tag && Tag->Kind == TagKind::Secret;
  A.IsPublic = Tag && Tag->Kind == TagKind::Public;
  if (!Tag && Types.refersToStorage(P->getType()))
    for (const TaggedRange &R : Types.infoOf(P->getType()).Tagged)
      A.IsSecret |= R.Pointee;
  return A;
}

static std::string sourceOf(const Expr *E, const ASTContext &Context) {
  return Lexer::getSourceText(
             CharSourceRange::getTokenRange(E->getSourceRange()),
             Context.getSourceManager(), Context.getLangOpts())
      .str();
}

/// A view or an owner that is passed by value is the pointer in it.
ValueId FunctionLowering::argumentValue(const Expr *E, const ParmVarDecl *P) {
  QualType T = P ? P->getType() : E->getType();
  // The CFG lists what a default argument is made of nowhere.
  const auto *Default = dyn_cast<CXXDefaultArgExpr>(E);
  ValueId V = Default && T->isScalarType() ? lowerAgain(Default->getExpr())
                                           : valueOf(E);
  Holding Holds = Types.holdingOf(T);
  if (Holds != Holding::View && Holds != Holding::Owner)
    return V;
  return loadView(V, T, E);
}

/// An owner that was passed or returned by value owns nothing any more.
void FunctionLowering::letGo(const Expr *Owner, QualType T, const Stmt *At) {
  if (Types.holdingOf(T) == Holding::Owner)
    store(valueOf(Owner), constant(0, At), viewPointer(T), At);
}

/// A call that no call expression makes: of a destructor, of operator new.
ValueId FunctionLowering::callWith(const FunctionDecl *Callee, ValueId This,
                                   llvm::ArrayRef<Argument> Args,
                                   const Stmt *At) {
  CallInfo Info;
  describeCallee(Info, Callee);
  Info.This = This;
  Info.Args.assign(Args.begin(), Args.end());
  Info.EndsLife = !At;
  if (At)
    Info.Thrown = thrownBy(At, Callee);
  Fact &F = emit(FactKind::Call, At);
  F.Index = Facts.Calls.size();
  F.Result = newValue();
  Facts.Calls.push_back(std::move(Info));
  return F.Result;
}

/// std::move, std::forward and the like: what goes in comes out.
bool FunctionLowering::passesThrough(const CallExpr *E) {
  switch (E->getBuiltinCallee()) {
  case Builtin::BImove:
  case Builtin::BImove_if_noexcept:
  case Builtin::BIforward:
  case Builtin::BIforward_like:
  case Builtin::BIas_const:
  case Builtin::BIaddressof:
  case Builtin::BI__addressof:
  case Builtin::BI__builtin_addressof:
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
    setValue(E, valueOf(E->getArg(0)));
    return true;
  default:
    return false;
  }
}

void FunctionLowering::lowerCall(const Expr *E, const FunctionDecl *Callee,
                                 const Expr *CalleeExpr, ValueId This,
                                 llvm::ArrayRef<const Expr *> Args) {
  CallInfo Info;
  bool ThroughVolatile = false;
  if (!Callee && CalleeExpr)
    Callee = calleeThroughPointer(CalleeExpr, ThroughVolatile);
  describeCallee(Info, Callee);
  Info.KeptByCompiler |= ThroughVolatile;
  if (!Callee) {
    Info.ResultType = Types.idOf(E->getType());
    Info.MayThrow = Throws.throughPointer(CalleeExpr);
    if (CalleeExpr)
      describePointer(Info, CalleeExpr);
  }
  Info.This = This;
  llvm::ArrayRef<ParmVarDecl *> Parameters;
  if (Callee)
    Parameters = Callee->parameters();
  else if (CalleeExpr)
    Parameters = parametersOfPointer(CalleeExpr);
  for (unsigned I = 0; I != Args.size(); ++I) {
    const ParmVarDecl *P = I < Parameters.size() ? Parameters[I] : nullptr;
    ValueId V = argumentValue(Args[I], P);
    Info.Args.push_back(describeArgument(Args[I], V, P));
    if (Info.Args.back().IsSecret && mayBeText(Args[I]))
      emit(FactKind::Image, Args[I]).Index = I;
  }
  if (Info.Zeroizes || (Info.Model && Info.Model->zeroizes()))
    for (unsigned I = 0; I != Args.size(); ++I)
      Info.Args[I].Text = sourceOf(Args[I], Context);
  if (const auto *Call = dyn_cast<CallExpr>(E); Call && Info.Model)
    Info.Wiped = wipeTextOf(Call, *Info.Model, Types, Context);
  endReplaced(Callee, This, E);
  Info.Thrown = thrownBy(E, Callee);
  Info.MayThrow &= !MakesThrown.count(E);
  Fact &F = emitValue(FactKind::Call, E);
  F.Index = Facts.Calls.size();
  ValueId Result = F.Result;
  const uint32_t Index = Facts.Calls.size();
  const FunctionModel *Model = Info.Model;
  Facts.Calls.push_back(std::move(Info));
  if (!Callee && CalleeExpr)
    lowerTargets(Index, CalleeExpr, Args);
  if (const auto *Call = dyn_cast<CallExpr>(E))
    makeObject(Call, Model, Args, This, Result);
  callGiven(Model, Args, E);
  for (unsigned I = 0; I != Args.size(); ++I)
    letGo(Args[I],
          Callee && I < Callee->getNumParams()
              ? Callee->getParamDecl(I)->getType()
              : Args[I]->getType(),
          E);
  Holding Holds = Types.holdingOf(E->getType());
  bool IsPointer = Holds == Holding::View || Holds == Holding::Owner;
  if (IsPointer && !isa<CXXConstructExpr>(E) && E->isPRValue())
    setValue(E, wrapView(Result, E->getType(), E));
}

/// What a function without arguments does nothing but return, or null:
/// `std::array::size`, whatever the object.
static const Expr *onlyResult(const CallExpr *E, const FunctionDecl *Callee) {
  const Stmt *Body = E->getNumArgs() == 0 ? Callee->getBody() : nullptr;
  const auto *R = dyn_cast_or_null<ReturnStmt>(onlyStatement(Body));
  const Expr *Value = R ? R->getRetValue() : nullptr;
  return Value && !Value->isValueDependent() ? Value : nullptr;
}

/// A number that a constexpr function is known to return.
bool FunctionLowering::isConstantCall(const CallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee();
  Expr::EvalResult Result;
  if (!Callee || !Callee->isConstexpr() || E->isValueDependent() ||
      !E->getType()->isIntegerType())
    return false;
  const Expr *Value = onlyResult(E, Callee);
  if (!(Value && Value->EvaluateAsInt(Result, Context)) &&
      !E->EvaluateAsInt(Result, Context))
    return false;
  if (!Result.Val.getInt().isRepresentableByInt64())
    return false;
  emitValue(FactKind::Constant, E).Number = Result.Val.getInt().getExtValue();
  return true;
}

/// A builtin that makes a number of numbers, such as __builtin_bswap32: an
/// operator with a name.
bool FunctionLowering::isOperator(const CallExpr *E) {
  unsigned Builtin = E->getBuiltinCallee();
  return Builtin && Context.BuiltinInfo.isConst(Builtin) &&
         E->getType()->isArithmeticType() &&
         llvm::all_of(E->arguments(), [](const Expr *A) {
           return A->getType()->isArithmeticType();
         });
}

/// `operator=` that nobody wrote and that does nothing but copy bytes.
static bool isPlainAssignment(const CXXMethodDecl *M) {
  return (M->isCopyAssignmentOperator() || M->isMoveAssignmentOperator()) &&
         M->isTrivial();
}

void FunctionLowering::assignPlainly(const CallExpr *E, ValueId To,
                                     const Expr *From) {
  QualType T = E->getType();
  Holding Holds = Types.holdingOf(T);
  if (Holds == Holding::View || Holds == Holding::Owner) {
    copyObject(To, valueOf(From), T, /*Moves=*/false, E);
  } else {
    Fact &F = emit(FactKind::Copy, E);
    F.A = To;
    F.B = valueOf(From);
    F.Size = Types.sizeOf(T);
  }
  setValue(E, To);
}

void FunctionLowering::VisitCallExpr(const CallExpr *E) {
  if (passesThrough(E) || lowerArgumentList(E) || isConstantCall(E) ||
      isCountedElement(E))
    return;
  const FunctionDecl *Callee = E->getDirectCallee();
  if (isOperator(E) && !Secrets.modelOf(Callee))
    return mix(E);
  llvm::SmallVector<const Expr *, 8> Args(E->arg_begin(), E->arg_end());
  ValueId This = 0;
  if (isa<CXXOperatorCallExpr>(E))
    if (const auto *M = dyn_cast_or_null<CXXMethodDecl>(Callee);
        M && M->isInstance() && !Args.empty()) {
      This = valueOf(Args.front());
      Args.erase(Args.begin());
      if (isPlainAssignment(M))
        return assignPlainly(E, This, Args.front());
    }
  lowerCall(E, Callee, E->getCallee(), This, Args);
}

void FunctionLowering::VisitCXXMemberCallExpr(const CXXMemberCallExpr *E) {
  llvm::SmallVector<const Expr *, 8> Args(E->arg_begin(), E->arg_end());
  const Expr *Object = E->getImplicitObjectArgument();
  if (isConstantCall(E))
    return;
  lowerCall(E, E->getDirectCallee(), E->getCallee(),
            Object ? valueOf(Object) : 0, Args);
}
