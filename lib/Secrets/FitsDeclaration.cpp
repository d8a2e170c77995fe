//===- FitsDeclaration.cpp - Can a model be true of it? -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FitsDeclaration.h"
#include "ModelWords.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/Twine.h"

using namespace clang;

namespace secret {
namespace {

/// What an effect asks of the type at one of its positions.
enum class Wants {
  Address,        ///< a pointer, reference or handle
  Writable,       ///< the same, to what may be written
  AddressOrValue, ///< no demand but that there is one
  Integer,
};

class FitCheck {
public:
  explicit FitCheck(const FunctionDecl *F) : F(F) {}

  void check(const Effect &E);
  std::vector<std::string> take() { return std::move(Faults); }

private:
  void position(int Position, Wants What, bool AndRest, StringRef Why);
  void result(StringRef Why);
  void length(const Length &L);
  bool fits(QualType T, Wants What) const;

  const FunctionDecl *F;
  std::vector<std::string> Faults;
};

} // namespace

static bool isAddress(QualType T) {
  // A type that depends on a template's parameters may be anything.
  return T->isPointerType() || T->isReferenceType() || T->isArrayType() ||
         T->isBlockPointerType() || T->isDependentType() ||
         T->isObjCObjectPointerType();
}

static bool isWritable(QualType T) {
  if (T->isDependentType() || T->isArrayType())
    return true;
  QualType Pointee = T->getPointeeType();
  return Pointee->isDependentType() || !Pointee.isConstQualified();
}

bool FitCheck::fits(QualType T, Wants What) const {
  switch (What) {
  case Wants::AddressOrValue:
    return true;
  case Wants::Integer:
    return T->isIntegralOrEnumerationType() || T->isDependentType();
  case Wants::Address:
    return isAddress(T) || T->isRecordType();
  case Wants::Writable:
    return isAddress(T) && isWritable(T);
  }
  return true;
}

static StringRef describe(Wants What) {
  switch (What) {
  case Wants::Integer:
    return "an integer";
  case Wants::Writable:
    return "a pointer to what may be written";
  default:
    return "a pointer";
  }
}

void FitCheck::result(StringRef Why) {
  if (F->getReturnType()->isVoidType() && !isa<CXXConstructorDecl>(F))
    Faults.push_back(("the function returns nothing, but the entry says what "
                      "it " +
                      Why)
                         .str());
}

void FitCheck::position(int Position, Wants What, bool AndRest, StringRef Why) {
  if (Position == NoPosition)
    return;
  if (Position == ResultPosition)
    return result(Why);
  if (Position == ThisPosition) {
    const auto *Method = dyn_cast<CXXMethodDecl>(F);
    if (!Method || Method->isStatic())
      Faults.push_back("the function has no object, but the entry says this");
    return;
  }
  unsigned Arity = F->getNumParams(), At = Position;
  if (At >= Arity) {
    if (AndRest && (F->isVariadic() || At == Arity))
      return;
    Faults.push_back(("parameter " + llvm::Twine(Position) +
                      " of a function that has " + llvm::Twine(Arity))
                         .str());
    return;
  }
  QualType Type = F->getParamDecl(At)->getType();
  if (!fits(Type.getCanonicalType(), What))
    Faults.push_back(("parameter " + llvm::Twine(Position) + " is '" +
                      Type.getAsString() + "'; " + Why + " asks for " +
                      describe(What))
                         .str());
}

void FitCheck::length(const Length &L) {
  position(L.A == NoPosition || L.Kind == LengthKind::Constant ? NoPosition
                                                               : L.A,
           Wants::Integer, false, "a length");
  position(L.B, Wants::Integer, false, "a length");
}

void FitCheck::check(const Effect &E) {
  llvm::StringRef Word = EffectWords[size_t(E.Kind)];
  Wants Target = Wants::Writable, Source = Wants::AddressOrValue;
  switch (E.Kind) {
  case EffectKind::Release:
  case EffectKind::Allocate:
  case EffectKind::Unbuffer:
  case EffectKind::Measure:
  case EffectKind::Count:
  case EffectKind::Reserve:
  case EffectKind::Construct:
  case EffectKind::Test:
    Target = Wants::Address;
    break;
  case EffectKind::Alias:
  case EffectKind::View:
    Target = Wants::Address;
    Source = Wants::Address;
    break;
  case EffectKind::Reallocate:
    Source = Wants::Address;
    break;
  case EffectKind::Call: // a closure may be passed by value
    Target = Wants::AddressOrValue;
    break;
  default:
    break;
  }
  if (E.Kind == EffectKind::Reallocate || E.Kind == EffectKind::Sink)
    position(E.Source, Source, E.AndRest, Word);
  else {
    position(E.Position, Target, E.ToRest, Word);
    position(E.Source, Source, E.AndRest, Word);
  }
  length(E.Len);
  position(E.Fill, Wants::Integer, false, "a fill byte");
  position(E.Stream, Wants::Address, false, "a stream");
  position(E.WhenArgument, Wants::AddressOrValue, false, "a condition");
  if (E.Unless != Failure::Never)
    result("returns if it fails");
}

std::vector<std::string> misfits(const FunctionModel &Model,
                                 const FunctionDecl *F) {
  FitCheck Check(F);
  for (const Effect &E : Model.Effects)
    Check.check(E);
  return Check.take();
}

} // namespace secret
