//===- Classes.cpp - Facts of constructors and of this --------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An expression that constructs an object does so where the object will live:
// the CFG lists it before the declaration or initializer that it is for, so
// those are looked at first.
//
//===----------------------------------------------------------------------===//

#include "Compat/RecordType.h"
#include "Lowering.h"
#include "Secrets/QualifiedName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecordLayout.h"

using namespace clang;
using namespace secret;

void FunctionLowering::nameClass(const CXXRecordDecl *R) {
  Place At = R->getLocation().getRawEncoding();
  Facts.Class = {At, At};
  Facts.ClassName = qualifiedName(R);
}

void FunctionLowering::beginMethod(const CXXMethodDecl *M) {
  Facts.IsConstructor = isa<CXXConstructorDecl>(M);
  // That of a plain aggregate, which nobody wrote, is no place to zeroize.
  Facts.IsDestructor =
      isa<CXXDestructorDecl>(M) &&
      (M->isUserProvided() || TypeBuilder::isClassDuty(M->getParent()));
  if (Facts.IsDestructor)
    nameClass(M->getParent());
  if (!M->isInstance())
    return;
  ThisType = M->getThisType();
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
  if (M->getParent()->isLambda())
    beginClosure(M);
}

ValueId FunctionLowering::thisPointer(const Stmt *At) {
  if (Facts.This == NoId)
    return emit(FactKind::Mix, At).Result = newValue();
  ValueId This = load(addressOf(Facts.This, At), ThisType, At);
  if (!CapturedThis)
    return This;
  QualType T = CapturedThis->getType();
  ValueId Outer =
      field(This, Types.offsetOf(CapturedThis), Types.sizeOf(T), At);
  return T->isPointerType() ? load(Outer, T, At) : Outer;
}

/// The constructor call that makes the object of \p E, if it is one.
static const CXXConstructExpr *constructorOf(const Expr *E) {
  while (E) {
    E = peel(E);
    if (const auto *M = dyn_cast<MaterializeTemporaryExpr>(E)) {
      E = M->getSubExpr();
    } else if (const auto *D = dyn_cast<CXXDefaultInitExpr>(E)) {
      E = D->getExpr();
    } else if (const auto *C = dyn_cast<CXXConstructExpr>(E)) {
      if (!C->isElidable() || C->getNumArgs() == 0)
        return C;
      E = C->getArg(0);
    } else {
      return nullptr;
    }
  }
  return nullptr;
}

/// `return local;`: the local is the result.
static bool returnsLocal(const CXXConstructExpr *C) {
  if (!C->getConstructor()->isCopyOrMoveConstructor() || C->getNumArgs() == 0)
    return false;
  const auto *R = dyn_cast<DeclRefExpr>(peel(C->getArg(0)));
  const auto *V = R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
  return V && V->hasLocalStorage() && !V->getType()->isReferenceType();
}

bool FunctionLowering::isConstructed(const Expr *Init) const {
  const CXXConstructExpr *C = Init ? constructorOf(Init) : nullptr;
  return C && Constructed.count(C);
}

void FunctionLowering::noteConstructed(const Stmt *S) {
  using K = Target::Kind;
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    for (const Decl *Each : D->decls())
      if (const auto *V = dyn_cast<VarDecl>(Each);
          V && V->getInit() && V->getType()->isRecordType())
        if (const CXXConstructExpr *C = constructorOf(V->getInit()))
          Constructed[C] = {K::Variable, V};
  } else if (const auto *N = dyn_cast<CXXNewExpr>(S)) {
    if (const CXXConstructExpr *C = N->getConstructExpr(); C && !N->isArray())
      Constructed[C] = {K::Block, N};
  } else if (const auto *R = dyn_cast<ReturnStmt>(S); R && R->getRetValue()) {
    const auto *C = dyn_cast<CXXConstructExpr>(peel(R->getRetValue()));
    if (C && returnsLocal(C))
      Constructed[C] = {K::Same, nullptr};
  }
}

void FunctionLowering::findConstructed() {
  using K = Target::Kind;
  for (const CFGBlock *B : *Graph)
    for (const CFGElement &E : *B) {
      if (auto S = E.getAs<CFGStmt>())
        noteConstructed(S->getStmt());
      auto I = E.getAs<CFGInitializer>();
      if (!I)
        continue;
      const CXXCtorInitializer *Init = I->getInitializer();
      const CXXConstructExpr *C = constructorOf(Init->getInit());
      if (!C)
        continue;
      if (Init->isAnyMemberInitializer())
        Constructed[C] = {K::Field, Init->getAnyMember()};
      else
        Constructed[C] = {K::Base,
                          Init->isBaseInitializer()
                              ? Init->getBaseClass()->getAsCXXRecordDecl()
                              : nullptr};
    }
}

/// Offset of the base \p Base in \p Derived, or 0 where it is not fixed.
static int64_t baseOffset(const ASTContext &Context,
                          const CXXRecordDecl *Derived,
                          const CXXRecordDecl *Base) {
  if (!Derived || !Base || Derived == Base || Derived->isDependentType() ||
      !Derived->isCompleteDefinition() || Derived->isInvalidDecl())
    return 0;
  for (const CXXBaseSpecifier &B : Derived->bases())
    if (!B.isVirtual() && B.getType()->getAsCXXRecordDecl() == Base)
      return Context.getASTRecordLayout(Derived)
          .getBaseClassOffset(Base)
          .getQuantity();
  return 0;
}

ValueId FunctionLowering::base(ValueId Derived, const CXXRecordDecl *From,
                               const CXXRecordDecl *To, const Stmt *At) {
  int64_t Offset = baseOffset(Context, From, To);
  return field(Derived, Offset,
               Types.sizeOf(recordType(Context, To->getCanonicalDecl())), At);
}

void FunctionLowering::castToBase(const CastExpr *E) {
  ValueId V = valueOf(E->getSubExpr());
  QualType T = E->getSubExpr()->getType();
  const CXXRecordDecl *From = T->isPointerType() ? T->getPointeeCXXRecordDecl()
                                                 : T->getAsCXXRecordDecl();
  int64_t Offset = 0;
  for (const CXXBaseSpecifier *B : E->path()) {
    const CXXRecordDecl *To = B->getType()->getAsCXXRecordDecl();
    if (From)
      Offset += baseOffset(Context, From->getDefinition(), To);
    From = To;
  }
  if (Offset)
    V = field(V, Offset, UnknownSize, E);
  setValue(E, V);
}

/// Where the object of \p E is made; in a temporary if nothing else is known.
ValueId FunctionLowering::constructedAt(const CXXConstructExpr *E) {
  using K = Target::Kind;
  auto It = Constructed.find(E);
  if (It == Constructed.end()) {
    ObjectId Object = newTemporary(E->getType(), E);
    Temporaries[E] = Object;
    return addressOf(Object, E);
  }
  const Target T = It->second;
  switch (T.What) {
  case K::Variable: {
    const auto *V = static_cast<const VarDecl *>(T.Decl);
    ObjectId Object = objectOf(V);
    if (!V->isStaticLocal())
      beginLife(V, Object);
    return addressOf(Object, E);
  }
  case K::Field: {
    const auto *F = static_cast<const FieldDecl *>(T.Decl);
    int64_t Offset = Types.offsetOf(F);
    return field(thisPointer(E), std::max<int64_t>(Offset, 0),
                 Types.sizeOf(F->getType()), E);
  }
  case K::Base: {
    ValueId This = thisPointer(E);
    const auto *B = static_cast<const CXXRecordDecl *>(T.Decl);
    return B ? base(This, ThisType->getPointeeCXXRecordDecl(), B, E) : This;
  }
  case K::Block:
    return NewBlocks[static_cast<const CXXNewExpr *>(T.Decl)];
  case K::Same:
    return valueOf(E->getArg(0));
  }
  return 0;
}

/// Copies bytes, with what views and owners in them point to.
void FunctionLowering::copyObject(ValueId To, ValueId From, QualType T,
                                  bool Moves, const Stmt *At) {
  Holding Holds = Types.holdingOf(T);
  if (Holds == Holding::View || Holds == Holding::Owner) {
    ValueId Pointer = loadView(From, T, At);
    store(To, Pointer, viewPointer(T), At, /*Initial=*/true);
    if (Moves && Holds == Holding::Owner)
      store(From, constant(0, At), viewPointer(T), At);
    return;
  }
  Fact &F = emit(FactKind::Copy, At);
  F.A = To;
  F.B = From;
  F.Size = Types.sizeOf(T);
  F.Initial = true;
}

/// A constructor that does nothing, or nothing but copy bytes.
bool FunctionLowering::constructsPlainly(const CXXConstructExpr *E,
                                         ValueId Address) {
  const CXXConstructorDecl *C = E->getConstructor();
  QualType T = E->getType();
  Holding Holds = Types.holdingOf(T);
  bool IsPointer = Holds == Holding::View || Holds == Holding::Owner;
  bool HasBody = Functions.idOf(C) != NoId;
  if (C->isCopyOrMoveConstructor() && E->getNumArgs() >= 1 &&
      Holds != Holding::Block) {
    bool Unwritten = C->isTrivial() || (!C->isUserProvided() && !HasBody);
    if (!Unwritten && !IsPointer && Holds != Holding::Inline)
      return false;
    copyObject(Address, valueOf(E->getArg(0)), T, C->isMoveConstructor(), E);
    return true;
  }
  if (IsPointer) {
    constructView(E, Address);
    return true;
  }
  if (!C->isDefaultConstructor() || (HasBody && !C->isTrivial()) ||
      (C->isUserProvided() && Holds == Holding::Fields))
    return false;
  if (E->requiresZeroInitialization()) {
    Fact &F = emit(FactKind::Zeroize, E);
    F.A = Address;
    F.Initial = true;
  }
  return true;
}

void FunctionLowering::VisitCXXConstructExpr(const CXXConstructExpr *E) {
  if (!E->getType()->isRecordType())
    return mix(E);
  if (E->isElidable() && E->getNumArgs() >= 1) {
    const Expr *Source = peel(E->getArg(0));
    if (const auto *M = dyn_cast<MaterializeTemporaryExpr>(Source))
      Source = peel(M->getSubExpr());
    NotDestroyed.insert(Source);
    return setValue(E, valueOf(E->getArg(0)));
  }
  ValueId Address = constructedAt(E);
  auto It = Constructed.find(E);
  bool IsSame =
      It != Constructed.end() && It->second.What == Target::Kind::Same;
  if (!IsSame && !constructsPlainly(E, Address)) {
    llvm::SmallVector<const Expr *, 8> Args(E->arg_begin(), E->arg_end());
    lowerCall(E, E->getConstructor(), nullptr, Address, Args);
  }
  setValue(E, Address);
}

/// `m(init)` of a constructor, where no constructor of the member did it.
void FunctionLowering::lowerInitializer(const CXXCtorInitializer *Init) {
  const FieldDecl *F = Init->getAnyMember();
  const Expr *Value = Init->getInit();
  if (!F || !Value || Types.offsetOf(F) == UnknownSize)
    return;
  if (isConstructed(Value))
    return;
  if (const auto *D = dyn_cast<CXXDefaultInitExpr>(Value))
    Value = D->getExpr();
  ValueId Address =
      field(thisPointer(Value), Types.offsetOf(F), Types.sizeOf(F), Value);
  if (F->getType()->isReferenceType())
    return store(Address, valueOf(Value), F->getType(), Value, true);
  initialize(Address, Value, Value, /*HasTaggedPointers=*/true);
}

/// A block is used as an object of type \p T.
void FunctionLowering::retype(ValueId Pointer, QualType T, const Stmt *At) {
  if (T.isNull() || !T->isRecordType())
    return;
  field(Pointer, 0, UnknownSize, At);
  Now->Facts.back().Type = Types.idOf(T);
}

/// `operator new`, before the new object's initializer runs.
void FunctionLowering::allocate(const CXXNewExpr *E) {
  if (E->getNumPlacementArgs() == 1 &&
      E->getPlacementArg(0)->getType()->isPointerType()) {
    NewBlocks[E] = valueOf(E->getPlacementArg(0));
    return;
  }
  QualType T = E->getAllocatedType();
  int64_t Size = Types.sizeOf(T);
  ValueId Bytes = constant(std::max<int64_t>(Size, 1), E);
  if (E->isArray()) {
    const Expr *Count = E->getArraySize().value_or(nullptr);
    ValueId N = Count ? valueOf(Count) : constant(1, E);
    Bytes = arith(ArithOp::Mul, N, Bytes, E);
  }
  Argument A;
  A.Value = Bytes;
  A.Type = Types.idOf(Context.getSizeType());
  ValueId Block = callWith(E->getOperatorNew(), 0, A, E);
  retype(Block, T, E);
  NewBlocks[E] = Block;
}

void FunctionLowering::VisitCXXNewExpr(const CXXNewExpr *E) {
  ValueId Block = NewBlocks.lookup(E);
  if (!Block)
    return mix(E);
  setValue(E, Block);
  const Expr *Init = E->getInitializer();
  if (!Init || isConstructed(Init))
    return;
  initialize(Block, Init, E, /*HasTaggedPointers=*/true);
}

void FunctionLowering::VisitCXXDeleteExpr(const CXXDeleteExpr *E) {
  Argument A;
  A.Value = valueOf(E->getArgument());
  A.Type = Types.idOf(E->getArgument()->getType());
  A.PointsToNonConst = true;
  A.At = spanOf(E->getArgument());
  if (const FunctionDecl *Delete = E->getOperatorDelete())
    callWith(Delete, 0, A, E);
  emitValue(FactKind::Mix, E);
}
