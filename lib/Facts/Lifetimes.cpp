//===- Lifetimes.cpp - Facts of destructors, views and owners -------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Compat/RecordType.h"
#include "IndirectCalls.h"
#include "Lowering.h"
#include "Secrets/QualifiedName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;
using namespace secret;

namespace {
/// Members of members whose destructors are looked for.
constexpr unsigned MaxDestroyDepth = 8;
} // namespace

QualType FunctionLowering::viewPointer(QualType View) {
  QualType Element = Types.elementOf(View);
  return Context.getPointerType(Element.isNull() ? Context.CharTy : Element);
}

ValueId FunctionLowering::loadView(ValueId Address, QualType View,
                                   const Stmt *At) {
  return load(Address, viewPointer(View), At);
}

ValueId FunctionLowering::wrapView(ValueId Pointer, QualType View,
                                   const Expr *At) {
  ValueId Address = addressOf(newTemporary(View, At), At);
  store(Address, Pointer, viewPointer(View), At, /*Initial=*/true);
  return Address;
}

/// Gives the facts since \p From a place, where they have none.
static void placeFacts(Block &B, size_t From, Span At) {
  for (size_t I = From; I < B.Facts.size(); ++I)
    if (!B.Facts[I].At.Begin)
      B.Facts[I].At = At;
}

/// The argument that says how many elements the view that \p M makes has, or
/// NoPosition.
static int countArgument(const FunctionModel *M) {
  if (!M)
    return NoPosition;
  for (const Effect &E : M->Effects)
    if (E.Kind == EffectKind::Alias && E.Position == ThisPosition &&
        E.Source == 0 && E.Len.CountsElements)
      return E.Len.A;
  return NoPosition;
}

/// `span(p, 16)`: no more of what \p Pointer points to than that.
ValueId FunctionLowering::firstElements(ValueId Pointer,
                                        const CXXConstructExpr *E) {
  Expr::EvalResult Count;
  int64_t Size = Types.sizeOf(Types.elementOf(E->getType()));
  int Position = countArgument(Secrets.modelOf(E->getConstructor()));
  if (Position < 0 || unsigned(Position) >= E->getNumArgs() || Size <= 0)
    return Pointer;
  const Expr *Number = E->getArg(Position);
  if (!Number->getType()->isIntegerType() || Number->isValueDependent() ||
      !Number->EvaluateAsInt(Count, Context) ||
      Count.Val.getInt().getActiveBits() > 31)
    return Pointer;
  return field(Pointer, 0, Count.Val.getInt().getExtValue() * Size, E);
}

/// `string_view(text, n)`, `unique_ptr(p)`, `span(vector)`: what it is made of
/// is where it points.
void FunctionLowering::constructView(const CXXConstructExpr *E,
                                     ValueId Address) {
  QualType T = E->getType();
  ValueId Pointer = 0, Emptied = 0;
  if (E->getNumArgs() == 0) {
    Pointer = constant(0, E);
  } else {
    const Expr *From = E->getArg(0);
    Holding Holds = Types.holdingOf(From->getType());
    Pointer = valueOf(From);
    if (Holds == Holding::View || Holds == Holding::Owner) {
      ValueId Source = Pointer;
      Pointer = loadView(Source, From->getType(), E);
      const ParmVarDecl *P = E->getConstructor()->getParamDecl(0);
      if (Holds == Holding::Owner && P->getType()->isRValueReferenceType())
        Emptied = Source;
    } else if (From->getType()->isPointerType() && From->isGLValue()) {
      Pointer = load(Pointer, From->getType(), E); // bound to a reference
    }
    Pointer = firstElements(Pointer, E);
  }
  store(Address, Pointer, viewPointer(T), E, /*Initial=*/true);
  if (Emptied) // last, so that the block always has an owner
    store(Emptied, constant(0, E), viewPointer(E->getArg(0)->getType()), E);
  if (Types.holdingOf(T) == Holding::Owner && E->getNumArgs() > 1) {
    llvm::SmallVector<const Expr *, 4> Args(E->arguments());
    callGiven(Secrets.modelOf(E->getConstructor()), Args, E);
  }
}

/// The method of \p R that disposes of a block; null if it has no body.
static const CXXMethodDecl *disposingMethod(const CXXRecordDecl *R,
                                            bool IsOwner,
                                            const UnitFunctions &Functions,
                                            QualType Pointer = {}) {
  for (const CXXMethodDecl *M : methodsOf(R)) {
    bool Matches =
        IsOwner ? M->getOverloadedOperator() == OO_Call : isDeallocate(M);
    if (!Matches || M->getNumParams() < 1 || Functions.idOf(M) == NoId)
      continue;
    // Another instance of a template is for other pointers.
    if (M->getPrimaryTemplate() && !Pointer.isNull() &&
        !M->getASTContext().hasSameUnqualifiedType(
            M->getParamDecl(0)->getType().getNonReferenceType(), Pointer))
      continue;
    return M;
  }
  return nullptr;
}

void FunctionLowering::dispose(const FunctionDecl *By, ValueId Pointer,
                               QualType PointerType) {
  llvm::SmallVector<Argument, 2> Args(1);
  Args[0].Value = Pointer;
  Args[0].Type = Types.idOf(PointerType);
  Args[0].PointsToNonConst = true;
  if (By->getNumParams() > 1) { // how many: all of them
    Args.emplace_back();
    Args[1].Value = emit(FactKind::Mix, nullptr).Result = newValue();
    Args[1].Type = Types.idOf(Context.getSizeType());
  }
  callWith(By, 0, Args, nullptr);
}

/// False if nobody wrote one that disposes of what \p T holds.
bool FunctionLowering::disposeContent(ValueId Address, QualType T,
                                      bool IsOwner) {
  const CXXRecordDecl *By = disposerOf(T, IsOwner);
  const CXXMethodDecl *Method =
      By ? disposingMethod(By, IsOwner, Functions, viewPointer(T)) : nullptr;
  if (!Method)
    return false;
  ValueId Content = IsOwner ? loadView(Address, T, nullptr) : Address;
  dispose(Method, Content, viewPointer(T));
  return true;
}

/// What an owner points to ends its life.
void FunctionLowering::destroyPointee(ValueId Address, QualType T,
                                      unsigned Depth) {
  QualType Element = Types.elementOf(T);
  ValueId Content = loadView(Address, T, nullptr); // to know the block, too
  if (!Element.isNull())
    destroy(Content, Element, Depth + 1);
}

void FunctionLowering::destroyHolder(ValueId Address, QualType T, Holding Holds,
                                     unsigned Depth) {
  bool IsOwner = Holds == Holding::Owner;
  if (Holds == Holding::View || disposeContent(Address, T, IsOwner))
    return;
  if (!IsOwner)
    return destroyHeld(Address, T, Depth);
  destroyPointee(Address, T, Depth);
  emit(FactKind::Drop, nullptr).A = Address;
}

/// A tagged smart pointer to bytes that is passed by value, wherever it is
/// destroyed. One to an object of a class is the destructor's business.
void FunctionLowering::endOwner(const ParmVarDecl *P) {
  auto Tag = Secrets.tagOf(P);
  QualType T = P->getType();
  if (!Tag || Tag->Kind != TagKind::Secret ||
      Types.holdingOf(T) != Holding::Owner)
    return;
  QualType Element = Types.elementOf(T);
  if (!Element.isNull() && Element->isScalarType())
    destroyHolder(addressOf(objectOf(P), nullptr), T, Holding::Owner, 0);
}

/// Whether \p M lets go of what an owner has, or of all elements.
static bool replaces(const CXXMethodDecl *M, const FunctionModel *Model) {
  if (M->getOverloadedOperator() == OO_Equal)
    return true;
  return Model && llvm::any_of(Model->Effects, [](const Effect &E) {
           return E.Kind == EffectKind::Release && E.Indirect &&
                  E.Position == ThisPosition;
         });
}

/// `owner.reset(p)`, `owner = ...`, `vector = ...`: what was there before is
/// destroyed as at the end of its life.
void FunctionLowering::endReplaced(const FunctionDecl *Callee, ValueId This,
                                   const Expr *At) {
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (!M || !This || M->isStatic())
    return;
  QualType T = recordType(Context, M->getParent());
  Holding Holds = Types.holdingOf(T);
  if ((Holds != Holding::Owner && Holds != Holding::Block) ||
      !replaces(M, Secrets.modelOf(M)))
    return;
  size_t First = Now->Facts.size();
  if (Holds == Holding::Block)
    destroyHeld(This, T, 0);
  else if (!disposeContent(This, T, /*IsOwner=*/true))
    destroyPointee(This, T, 0);
  placeFacts(*Now, First, spanOf(At));
}

/// The parts of a pair or tuple, or whatever a container's elements are made
/// of: keys and values.
void FunctionLowering::destroyHeld(ValueId Address, QualType T,
                                   unsigned Depth) {
  auto Parts = Types.partsOf(T);
  for (const auto &[Part, Offset] : llvm::reverse(Parts))
    destroy(field(Address, Offset, Types.sizeOf(Part), nullptr), Part,
            Depth + 1);
  if (!Parts.empty())
    return;
  for (QualType Held : typeArguments(T)) {
    const CXXRecordDecl *R = Held->getAsCXXRecordDecl();
    if (!R ||
        (R->isInStdNamespace() && Types.holdingOf(Held) == Holding::Fields))
      continue;
    ValueId Any = emit(FactKind::Mix, nullptr).Result = newValue();
    destroy(element(Address, Any, 1, nullptr), Held, Depth + 1);
  }
}

void FunctionLowering::destroyMembers(ValueId Address, const CXXRecordDecl *R,
                                      unsigned Depth) {
  llvm::SmallVector<const FieldDecl *, 8> Fields(R->fields());
  for (const FieldDecl *F : llvm::reverse(Fields))
    if (F->getType()->isRecordType() || F->getType()->isArrayType())
      if (Types.offsetOf(F) != UnknownSize && !R->isUnion())
        destroy(field(Address, Types.offsetOf(F), Types.sizeOf(F), nullptr),
                F->getType(), Depth + 1);
  for (const CXXBaseSpecifier &B : R->bases())
    if (const CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl();
        Base && !B.isVirtual())
      destroy(base(Address, R, Base, nullptr), B.getType(), Depth + 1);
}

void FunctionLowering::destroy(ValueId Address, QualType T, unsigned Depth) {
  if (Depth > MaxDestroyDepth || T.isNull())
    return;
  if (const auto *A = Context.getAsConstantArrayType(T)) {
    QualType Element = A->getElementType();
    if (!Element->isRecordType())
      return;
    ValueId Any = emit(FactKind::Mix, nullptr).Result = newValue();
    return destroy(element(Address, Any, Types.sizeOf(Element), nullptr, true),
                   Element, Depth + 1);
  }
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  R = R ? R->getDefinition() : nullptr;
  if (!R || R->isDependentType() || R->isInvalidDecl())
    return;
  if (Types.infoOf(T).ZeroizesItself) {
    Fact &F = emit(FactKind::Zeroize, nullptr);
    F.A = Address;
    F.IsVolatile = F.EndsLife = true;
    return;
  }
  if (Holding Holds = Types.holdingOf(T); Holds != Holding::Fields)
    return destroyHolder(Address, T, Holds, Depth);
  const CXXDestructorDecl *D = R->getDestructor();
  if (R->hasTrivialDestructor() || R->isInStdNamespace())
    return;
  if (D && D->isUserProvided())
    callWith(D, Address, {}, nullptr);
  else
    destroyMembers(Address, R, Depth);
}

/// A function given with the pointer: `unique_ptr<T, void (*)(T *)> p(q, f)`,
/// `shared_ptr<T> p(q, deleter)`.
static const FunctionDecl *givenDeleter(const VarDecl *D, Catalog &Secrets,
                                        const UnitFunctions &Functions) {
  const Expr *Init = D->getInit();
  const auto *C = Init ? dyn_cast<CXXConstructExpr>(peel(Init)) : nullptr;
  if (!C || C->getNumArgs() < 2)
    return nullptr;
  const Expr *Given = C->getArg(1);
  if (const FunctionDecl *F = givenFunction(Given, Secrets).Callee)
    return F;
  const CXXRecordDecl *R = Given->getType()->getAsCXXRecordDecl();
  return R ? disposingMethod(R, /*IsOwner=*/true, Functions) : nullptr;
}

void FunctionLowering::destroyLocal(const VarDecl *D, Span At) {
  if (!Objects.count(D->getCanonicalDecl()))
    return;
  ObjectId Object = objectOf(D);
  size_t First = Now->Facts.size();
  QualType T = D->getType();
  ValueId Address = addressOf(Object, nullptr);
  bool IsOwner = Types.holdingOf(T) == Holding::Owner;
  const FunctionDecl *Deleter =
      IsOwner ? givenDeleter(D, Secrets, Functions) : nullptr;
  if (Deleter)
    dispose(Deleter, loadView(Address, T, nullptr), viewPointer(T));
  else
    destroy(Address, T);
  for (size_t I = First; I < Now->Facts.size(); ++I)
    if (Now->Facts[I].Kind == FactKind::Drop)
      Now->Facts[I].At = At;
  placeFacts(*Now, First, Facts.Objects[Object].Declared);
}

/// The life of a local begins; what will end it is kept for unwinding.
void FunctionLowering::beginLife(const VarDecl *D, ObjectId Object) {
  Fact &F = emit(FactKind::Declare, nullptr);
  F.Object = Object;
  F.At = Facts.Objects[Object].Declared;
  if (!Context.getLangOpts().CXXExceptions)
    return;
  std::vector<Fact> Destroy = aside([&] {
    if (const auto *Cleanup = D->getAttr<CleanupAttr>())
      lowerCleanupCall(D, Cleanup->getFunctionDecl());
    else
      destroyLocal(D, {});
  });
  bool Matters = llvm::any_of(Destroy, [](const Fact &F) {
    return F.Kind != FactKind::Address && F.Kind != FactKind::Field &&
           F.Kind != FactKind::Mix;
  });
  if (Matters)
    Facts.Objects[Object].Destroy = std::move(Destroy);
}

void FunctionLowering::destroyTemporary(const CXXBindTemporaryExpr *E) {
  if (NotDestroyed.count(peel(E)))
    return;
  size_t First = Now->Facts.size();
  destroy(valueOf(E), E->getType());
  placeFacts(*Now, First, spanOf(E));
  auto It = Temporaries.find(peel(E));
  if (It == Temporaries.end())
    return;
  Facts.Objects[It->second].EndsLife = true;
  emit(FactKind::ScopeEnd, E).Object = It->second;
}

void FunctionLowering::lowerDestructor(const CFGElement &E) {
  if (auto D = E.getAs<CFGAutomaticObjDtor>())
    return destroyLocal(D->getVarDecl(), exitSpan(D->getTriggerStmt()));
  if (auto D = E.getAs<CFGTemporaryDtor>())
    return destroyTemporary(D->getBindTemporaryExpr());
  size_t First = Now->Facts.size();
  if (auto D = E.getAs<CFGDeleteDtor>()) {
    const CXXDeleteExpr *Delete = D->getDeleteExpr();
    destroy(valueOf(Delete->getArgument()), Delete->getDestroyedType());
    return placeFacts(*Now, First, spanOf(Delete));
  }
  if (auto D = E.getAs<CFGMemberDtor>()) {
    const FieldDecl *F = D->getFieldDecl();
    if (Types.offsetOf(F) != UnknownSize)
      destroy(field(thisPointer(nullptr), Types.offsetOf(F), Types.sizeOf(F),
                    nullptr),
              F->getType());
  } else if (auto D = E.getAs<CFGBaseDtor>()) {
    const CXXBaseSpecifier *B = D->getBaseSpecifier();
    if (const CXXRecordDecl *Base = B->getType()->getAsCXXRecordDecl();
        Base && !B->isVirtual())
      destroy(base(thisPointer(nullptr), ThisType->getPointeeCXXRecordDecl(),
                   Base, nullptr),
              B->getType());
  }
  placeFacts(*Now, First, {Facts.ClosingBrace, Facts.ClosingBrace});
}

FunctionFacts
FunctionLowering::lowerImplicitDestructor(const CXXRecordDecl *R) {
  Facts.Name = qualifiedName(R) + "::~" + R->getNameAsString();
  Place At = R->getLocation().getRawEncoding();
  Facts.Declared = {At, At};
  Facts.ClosingBrace = At;
  Facts.IsDestructor = Facts.IsImplicit = true;
  Facts.IsNoexcept = true;
  nameClass(R);
  ThisType = Context.getPointerType(recordType(Context, R));
  ObjectInfo Info;
  Info.Kind = ObjectKind::Parameter;
  Info.Name = "this";
  Info.Parameter = ThisPosition;
  Info.Type = Types.idOf(ThisType);
  Info.Size = Types.sizeOf(ThisType);
  Info.IsPointer = true;
  Info.PointeeSize = Types.sizeOf(ThisType->getPointeeType());
  Info.Declared = Facts.Declared;
  Facts.This = newObject(std::move(Info));
  Facts.Blocks.resize(1);
  Facts.Order.push_back(0);
  Now = &Facts.Blocks[0];
  destroyMembers(thisPointer(nullptr), R, 0);
  emit(FactKind::EndOfThis, nullptr);
  placeFacts(*Now, 0, Facts.Declared);
  Facts.CrossesBlocks.assign(Facts.NumValues, false);
  return std::move(Facts);
}
