//===- WipeText.cpp - What a wiper takes for an object --------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WipeText.h"
#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace secret;

namespace {

class Speller {
public:
  Speller(TypeBuilder &Types, const ASTContext &Context)
      : Types(Types), Context(Context) {}

  WipeText call(const CallExpr *Call, const Effect &Wipe);

private:
  WipeText all(const Expr *Range);
  WipeText until(const Expr *First, const Expr *Last);
  WipeText counted(const Expr *First, const Expr *Count);
  WipeText method(const CXXMemberCallExpr *Call);
  std::string times(const Expr *Count, const Expr *Pointer);
  std::string textOf(const Expr *E) const;

  TypeBuilder &Types;
  const ASTContext &Context;
};

} // namespace

/// Whether \p R has a method `data` that gives a pointer to elements that can
/// be overwritten, and `size`.
static bool hasWritableData(const CXXRecordDecl *R, const ASTContext &Context) {
  bool Data = false, Size = false;
  for (const CXXMethodDecl *M : R->methods()) {
    if (!M->getDeclName().isIdentifier() || M->getAccess() != AS_public)
      continue;
    Size |= M->getName() == "size";
    QualType Element = M->getReturnType()->getPointeeType();
    Data |= M->getName() == "data" && !Element.isNull() &&
            !Element.isConstQualified() && !Element->isVoidType() &&
            Element.isTriviallyCopyableType(Context);
  }
  return Data && Size;
}

WipeForm secret::wipeFormOf(QualType T, TypeBuilder &Types,
                            const ASTContext &Context) {
  QualType Element = Context.getBaseElementType(T);
  if (T->isDependentType() || T->isReferenceType() || T->isAnyPointerType() ||
      Element.isConstQualified() || Element.isVolatileQualified() ||
      T->isIncompleteType())
    return WipeForm::None;
  const TypeInfo &Info = Types.infoOf(T);
  if (const CXXRecordDecl *R = T->getAsCXXRecordDecl();
      R && !Info.Unsuitable &&
      (Info.Holds == Holding::Block || Info.Holds == Holding::Inline) &&
      hasWritableData(R, Context))
    return WipeForm::Elements;
  if (!Element.isTriviallyCopyableType(Context) || Info.Holds == Holding::View)
    return WipeForm::None;
  return T->isArrayType() ? WipeForm::Array : WipeForm::Bytes;
}

WipeText secret::spellWipe(llvm::StringRef Name, WipeForm Form,
                           int64_t ElementSize) {
  switch (Form) {
  case WipeForm::None:
    return {};
  case WipeForm::Array:
    return {Name.str(), ("sizeof(" + Name + ")").str()};
  case WipeForm::Bytes:
    return {("&" + Name).str(), ("sizeof(" + Name + ")").str()};
  case WipeForm::Elements:
    std::string Bytes = (Name + ".size()").str();
    if (ElementSize != 1)
      Bytes += (" * sizeof(*" + Name + ".data())").str();
    return {(Name + ".data()").str(), std::move(Bytes)};
  }
  return {};
}

std::string Speller::textOf(const Expr *E) const {
  return Lexer::getSourceText(
             CharSourceRange::getTokenRange(E->getSourceRange()),
             Context.getSourceManager(), Context.getLangOpts())
      .str();
}

/// A variable, or a field of one: what can be named twice.
static const Expr *named(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  const Expr *Base = E;
  while (const auto *M = dyn_cast<MemberExpr>(Base)) {
    if (!isa<FieldDecl>(M->getMemberDecl()))
      return nullptr;
    Base = M->getBase()->IgnoreParenImpCasts();
  }
  return isa<DeclRefExpr, CXXThisExpr>(Base) ? E : nullptr;
}

WipeText Speller::all(const Expr *Range) {
  const Expr *E = named(Range);
  if (!E)
    return {};
  QualType T = E->getType();
  std::string Name = textOf(E);
  if (Name.empty()) // from a macro
    return {};
  int64_t Size = Types.sizeOf(Types.elementOf(T));
  return spellWipe(Name, wipeFormOf(T, Types, Context), Size);
}

/// What `x.NAME()` or `std::NAME(x)` is the end of; null if \p E is no such.
static const Expr *rangeOf(const Expr *E, llvm::StringRef Name) {
  const auto *C = dyn_cast<CallExpr>(E->IgnoreUnlessSpelledInSource());
  const FunctionDecl *F = C ? C->getDirectCallee() : nullptr;
  if (!F || !F->getDeclName().isIdentifier() || F->getName() != Name)
    return nullptr;
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(C))
    return M->getNumArgs() == 0 ? M->getImplicitObjectArgument() : nullptr;
  return C->getNumArgs() == 1 && F->isInStdNamespace() ? C->getArg(0) : nullptr;
}

/// \p Count elements of what \p Pointer points to, in bytes.
std::string Speller::times(const Expr *Count, const Expr *Pointer) {
  QualType Element = Pointer->getType()->getPointeeType();
  if (const ArrayType *A = Context.getAsArrayType(Pointer->getType()))
    Element = A->getElementType();
  std::string Text = textOf(Count);
  if (Types.sizeOf(Element) == 1)
    return Text;
  bool IsSimple =
      isa<IntegerLiteral, DeclRefExpr>(Count->IgnoreParenImpCasts());
  return (IsSimple ? Text : "(" + Text + ")") + " * sizeof(*" +
         textOf(Pointer) + ")";
}

WipeText Speller::counted(const Expr *First, const Expr *Count) {
  const Expr *Pointer = named(First);
  if (!Pointer || (!Pointer->getType()->isPointerType() &&
                   !Pointer->getType()->isArrayType()))
    return {};
  return {textOf(Pointer), times(Count, Pointer)};
}

WipeText Speller::until(const Expr *First, const Expr *Last) {
  const Expr *From = rangeOf(First, "begin"), *To = rangeOf(Last, "end");
  if (From && To)
    return named(To) && textOf(From) == textOf(To) ? all(From) : WipeText();
  const Expr *Pointer = named(First);
  const auto *Sum = dyn_cast<BinaryOperator>(Last->IgnoreParenImpCasts());
  if (!Pointer || !Sum || Sum->getOpcode() != BO_Add ||
      textOf(Sum->getLHS()) != textOf(Pointer))
    return {};
  return counted(First, Sum->getRHS());
}

/// `a.fill(0)`, `v.assign(v.size(), 0)`: all that is there.
WipeText Speller::method(const CXXMemberCallExpr *Call) {
  const Expr *Object = Call->getImplicitObjectArgument();
  if (Object->getType()->isPointerType())
    return {};
  if (Call->getNumArgs() == 1)
    return all(Object);
  const Expr *Size = rangeOf(Call->getArg(0), "size");
  return Size && textOf(Size) == textOf(Object) ? all(Object) : WipeText();
}

WipeText Speller::call(const CallExpr *Call, const Effect &Wipe) {
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(Call))
    return Wipe.Position == ThisPosition ? method(M) : WipeText();
  // The object of a call operator comes first.
  const FunctionDecl *Callee = Call->getDirectCallee();
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  unsigned Shift =
      isa<CXXOperatorCallExpr>(Call) && Method && Method->isInstance();
  auto Argument = [&](int Position) -> const Expr * {
    unsigned At = unsigned(Position) + Shift;
    return Position >= 0 && At < Call->getNumArgs() ? Call->getArg(At)
                                                    : nullptr;
  };
  const Expr *First = Argument(Wipe.Position);
  if (!First)
    return {};
  const Expr *Other = Argument(Wipe.Len.A);
  switch (Wipe.Len.Kind) {
  case LengthKind::Until:
    return Other ? until(First, Other) : WipeText();
  case LengthKind::Argument:
    return Other && Wipe.Len.CountsElements ? counted(First, Other)
                                            : WipeText();
  case LengthKind::Whole:
    return all(First);
  default:
    return {};
  }
}

WipeText secret::wipeTextOf(const CallExpr *Call, const FunctionModel &Model,
                            TypeBuilder &Types, const ASTContext &Context) {
  for (const Effect &E : Model.Effects)
    if (E.Kind == EffectKind::Zeroize && !E.Indirect)
      return Speller(Types, Context).call(Call, E);
  return {};
}
