//===- Closures.cpp - Facts of lambda expressions -------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A closure is a record: what is captured by reference is a pointer in it. A
// captured copy of a record is a hidden copy; the closure is not said to hold
// it, so that nobody hears of it twice. A number is carried along in silence,
// as a variable does.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace secret;

/// Where the copy is made: the capture's name, or the `=` that implies it.
static SourceLocation placeOf(const LambdaExpr *E, const LambdaCapture &C) {
  return C.isExplicit() ? C.getLocation() : E->getIntroducerRange().getBegin();
}

/// The variable that a closure copies, or null where it copies the value of an
/// expression.
static const VarDecl *copied(const LambdaCapture &C) {
  if (!C.capturesVariable())
    return nullptr;
  const auto *D = dyn_cast<VarDecl>(C.getCapturedVar());
  bool IsOwn = D && !D->isInitCapture() && !D->getType()->isReferenceType();
  return IsOwn ? D : nullptr;
}

void FunctionLowering::capture(const LambdaExpr *E, const LambdaCapture &C,
                               const FieldDecl *Field, const Expr *Init,
                               ValueId Closure) {
  QualType T = Field->getType();
  int64_t Offset = Types.offsetOf(Field);
  if (Offset == UnknownSize || !Init)
    return;
  ValueId V = valueOf(Init);
  bool IsRecord = T->isRecordType() || T->isArrayType();
  bool IsView = Types.refersToStorage(T);
  // Of a string, what makes the copy says so.
  bool IsMoved = Types.holdingOf(T) == Holding::Block &&
                 isMoveConstruction(Init); // and its block with it
  if (!IsView && IsRecord && !IsMoved && !Types.infoOf(T).Unsuitable) {
    Fact &F = emit(FactKind::Capture, E);
    F.A = V;
    F.Size = Types.sizeOf(T);
    Place At = placeOf(E, C).getRawEncoding();
    F.At = {At, At};
    if (const VarDecl *D = copied(C); D && !Captures.count(D))
      F.Object = objectOf(D);
  }
  if (IsRecord && !IsView)
    return;
  if (IsView && IsRecord)
    V = loadView(V, T, E);
  ValueId To = field(Closure, Offset, Types.sizeOf(T), E);
  store(To, V, IsView && IsRecord ? viewPointer(T) : T, E, /*Initial=*/true);
}

void FunctionLowering::VisitLambdaExpr(const LambdaExpr *E) {
  ObjectId Object = newTemporary(E->getType(), E);
  Facts.Objects[Object].Name = "a closure";
  ValueId Closure = addressOf(Object, E);
  auto Init = E->capture_init_begin();
  auto Field = E->getLambdaClass()->field_begin();
  for (const LambdaCapture &C : E->captures()) {
    if (Field == E->getLambdaClass()->field_end())
      break;
    capture(E, C, *Field++, *Init++, Closure);
  }
  setValue(E, Closure);
}

/// The names that a closure's body uses are fields of the closure.
void FunctionLowering::beginClosure(const CXXMethodDecl *M) {
  llvm::DenseMap<const ValueDecl *, FieldDecl *> Fields;
  FieldDecl *This = nullptr;
  M->getParent()->getCaptureFields(Fields, This);
  for (const auto &[D, F] : Fields)
    Captures[D] = F;
  CapturedThis = This;
}

ValueId FunctionLowering::captured(const VarDecl *V, const Expr *At) {
  const FieldDecl *F = Captures[V];
  int64_t Offset = Types.offsetOf(F);
  ValueId Closure = load(addressOf(Facts.This, At), ThisType, At);
  ValueId Address = field(Closure, Offset, Types.sizeOf(F->getType()), At);
  return F->getType()->isReferenceType() ? load(Address, F->getType(), At)
                                         : Address;
}
