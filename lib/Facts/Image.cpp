//===- Image.cpp - Secret constants in the program's image ----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace secret;

namespace {
/// Parts of an initializer that are looked at; a longer one is not constant.
constexpr unsigned MaxInitializerParts = 20000;
} // namespace

/// Adds what \p E is to \p Kind, or its parts to \p Parts.
static void classify(const Expr *E, ConstantKind &Kind,
                     llvm::SmallVectorImpl<const Expr *> &Parts) {
  E = peel(E);
  if (const auto *List = dyn_cast<InitListExpr>(E)) {
    const InitListExpr *Semantic =
        List->isSemanticForm() ? List : List->getSemanticForm();
    for (const Expr *Init : (Semantic ? Semantic : List)->inits())
      if (Init)
        Parts.push_back(Init);
    return;
  }
  if (const auto *C = dyn_cast<CompoundLiteralExpr>(E)) {
    Parts.push_back(C->getInitializer());
    return;
  }
  if (isa<ImplicitValueInitExpr, CXXNullPtrLiteralExpr, GNUNullExpr,
          CXXScalarValueInitExpr, NoInitExpr>(E))
    return;
  if (const auto *I = dyn_cast<IntegerLiteral>(E)) {
    Kind.IsZero &= I->getValue().isZero();
    return;
  }
  if (const auto *C = dyn_cast<CharacterLiteral>(E)) {
    Kind.IsZero &= C->getValue() == 0;
    return;
  }
  if (const auto *B = dyn_cast<CXXBoolLiteralExpr>(E)) {
    Kind.IsZero &= !B->getValue();
    return;
  }
  if (const auto *S = dyn_cast<StringLiteral>(E)) {
    Kind.IsZero &= S->getBytes().find_first_not_of('\0') == StringRef::npos;
    return;
  }
  if (isa<FloatingLiteral>(E)) {
    Kind.IsZero = false;
    return;
  }
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && (U->getOpcode() == UO_Minus || U->getOpcode() == UO_Not)) {
    Kind.IsZero = false;
    Parts.push_back(U->getSubExpr());
    return;
  }
  if (const auto *R = dyn_cast<DeclRefExpr>(E);
      R && isa<EnumConstantDecl>(R->getDecl())) {
    Kind.IsZero &= cast<EnumConstantDecl>(R->getDecl())->getInitVal().isZero();
    return;
  }
  Kind = {false, false};
}

ConstantKind secret::constantKind(const Expr *Init) {
  ConstantKind Kind{true, true};
  llvm::SmallVector<const Expr *, 16> Parts{Init};
  for (unsigned Count = 0; !Parts.empty() && Kind.IsConstant; ++Count) {
    if (Count > MaxInitializerParts)
      return {false, false};
    classify(Parts.pop_back_val(), Kind, Parts);
  }
  return Kind;
}

/// A constant other than zeros, and where it stands.
static const Expr *imageConstant(const Expr *Init) {
  const Expr *Bare = peel(Init);
  if (const auto *C = dyn_cast<CompoundLiteralExpr>(Bare))
    Bare = peel(C->getInitializer());
  if (!isa<StringLiteral, InitListExpr>(Bare))
    return nullptr;
  ConstantKind Kind = constantKind(Bare);
  return Kind.IsConstant && !Kind.IsZero ? Bare : nullptr;
}

/// A tagged thing of a type that is unsuitable for secrets.
void FunctionLowering::unsuitableDeclaration(const ValueDecl *D, QualType T) {
  auto Tag = Secrets.tagOf(D);
  const TypeInfo Info = Types.infoOf(T);
  if (!Info.Unsuitable || !Tag || Tag->Kind != TagKind::Secret)
    return;
  UnsuitableUse Use;
  Place At = D->getLocation().getRawEncoding();
  Use.At = {At, At};
  Use.Name = D->getNameAsString();
  Use.Kind = *Info.Unsuitable;
  Use.Reason = Info.UnsuitableReason;
  Use.IsParameter = isa<ParmVarDecl>(D);
  Facts.Unsuitable.push_back(std::move(Use));
}

void FunctionLowering::imageOfVariable(const VarDecl *D) {
  ObjectId Object = objectOf(D);
  unsuitableDeclaration(D, D->getType());
  ObjectInfo Info = Facts.Objects[Object];
  if (!D->getInit() || D->getInit()->isValueDependent() ||
      (Info.Tagged.empty() && !Info.PointeeTagged))
    return;
  // A record is secret in part only: other fields may have constants.
  if (!Info.Tagged.empty() && !Info.Tagged.front().Name.empty())
    return imageOfFields(D->getInit(), Object);
  if (const Expr *Constant = imageConstant(D->getInit()))
    imageAt(isa<StringLiteral>(Constant) ? spanOf(Constant) : Info.Declared,
            Object);
}

void FunctionLowering::imageAt(Span At, ObjectId Object) {
  Fact &F = emit(FactKind::Image, nullptr);
  F.At = At;
  F.Object = Object;
}

/// Constants for tagged fields, in records and arrays of them.
void FunctionLowering::imageOfFields(const Expr *Init, ObjectId Object) {
  llvm::SmallVector<const Expr *, 16> Parts{Init};
  for (unsigned Count = 0; !Parts.empty() && Count != MaxInitializerParts;
       ++Count) {
    const auto *List = dyn_cast<InitListExpr>(peel(Parts.pop_back_val()));
    if (List && List->getSemanticForm())
      List = List->getSemanticForm();
    if (!List)
      continue;
    const RecordDecl *R = List->getType()->getAsRecordDecl();
    if (!R || R->isUnion()) {
      Parts.append(List->inits().begin(), List->inits().end());
      continue;
    }
    for (const FieldDecl *F : R->fields()) {
      if (F->getFieldIndex() >= List->getNumInits())
        break;
      const Expr *Value = List->getInit(F->getFieldIndex());
      auto Tag = Secrets.tagOf(F);
      if (!Tag || Tag->Kind != TagKind::Secret)
        Parts.push_back(Value);
      else if (const Expr *Constant = imageConstant(Value))
        imageAt(spanOf(Constant), Object);
    }
  }
}

FunctionFacts
FunctionLowering::lowerGlobals(llvm::ArrayRef<const VarDecl *> Globals,
                               llvm::ArrayRef<const FieldDecl *> Fields) {
  Facts.Name = "(globals)";
  Facts.Blocks.resize(1);
  Facts.Order.push_back(0);
  Now = &Facts.Blocks[0];
  for (const VarDecl *D : Globals)
    imageOfVariable(D);
  for (const FieldDecl *F : Fields)
    unsuitableDeclaration(F, F->getType());
  Facts.CrossesBlocks.assign(Facts.NumValues, false);
  return std::move(Facts);
}
