//===- MayThrow.cpp - Which functions may throw what ----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MayThrow.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/CXXInheritance.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;
using namespace secret;

namespace {
/// Calls of calls that are followed; deeper ones are taken to throw
/// anything. Try blocks in one another, too.
constexpr unsigned MaxDepth = 12;
/// Types that are told apart; more are taken for anything.
constexpr unsigned MaxTypes = 8;
/// Nodes of one body that are looked at.
constexpr unsigned MaxNodes = 2000;
} // namespace

ThrownTypes ThrownTypes::anything() {
  ThrownTypes All;
  All.Anything = true;
  return All;
}

void ThrownTypes::add(QualType T) {
  if (Anything || llvm::is_contained(Types, T))
    return;
  Types.push_back(T);
  if (Types.size() > MaxTypes)
    *this = anything();
}

void ThrownTypes::add(const ThrownTypes &Other) {
  if (Other.Anything)
    *this = anything();
  for (QualType T : Other.Types)
    add(T);
}

namespace {
enum class Match : uint8_t { No, Maybe, Yes };
} // namespace

/// Whether a handler of \p Base takes a \p Derived.
static bool isPublicBase(QualType Derived, QualType Base) {
  const CXXRecordDecl *From = Derived->getAsCXXRecordDecl();
  const CXXRecordDecl *To = Base->getAsCXXRecordDecl();
  CXXBasePaths Paths(/*FindAmbiguities=*/true, /*RecordPaths=*/true,
                     /*DetectVirtual=*/false);
  if (!From || !To || !From->hasDefinition() || !From->isDerivedFrom(To, Paths))
    return false;
  return !Paths.isAmbiguous(Base->getCanonicalTypeUnqualified()) &&
         llvm::any_of(Paths, [](const CXXBasePath &Path) {
           return Path.Access == AS_public;
         });
}

static Match pointerMatch(QualType Thrown, QualType Caught,
                          const ASTContext &Context) {
  QualType From = Thrown->getPointeeType(), To = Caught->getPointeeType();
  if (From.isNull() || !Thrown->isPointerType() || To->isPointerType())
    return Match::Maybe;
  Qualifiers Lost = From.getQualifiers();
  Lost.removeCVRQualifiers(To.getCVRQualifiers());
  if (Lost.hasQualifiers())
    return Match::No;
  bool Converts = Context.hasSameUnqualifiedType(From, To) ||
                  (To->isVoidType() && !From->isFunctionType()) ||
                  isPublicBase(From, To);
  return Converts ? Match::Yes : Match::No;
}

static Match match(QualType Thrown, QualType Caught,
                   const ASTContext &Context) {
  if (Thrown->isDependentType() || Caught->isDependentType())
    return Match::Maybe;
  const auto *Reference = Caught->getAs<ReferenceType>();
  Caught = Caught.getNonReferenceType();
  if (Context.hasSameUnqualifiedType(Thrown, Caught) ||
      isPublicBase(Thrown, Caught))
    return Match::Yes;
  bool IsPointer = Caught->isAnyPointerType() || Caught->isMemberPointerType();
  bool Converts = !Reference || Caught.isConstQualified();
  if (!IsPointer || !Converts)
    return Match::No;
  if (Thrown->isNullPtrType())
    return Match::Yes;
  if (!Caught->isPointerType())
    return Match::Maybe;
  return Thrown->isAnyPointerType() ? pointerMatch(Thrown, Caught, Context)
                                    : Match::No;
}

ThrownTypes ThrownTypes::caughtBy(const CXXCatchStmt *Handler,
                                  const ASTContext &Context) {
  QualType Caught = Handler->getCaughtType();
  ThrownTypes Here;
  Here.Anything = Anything;
  Anything &= !Caught.isNull();
  llvm::erase_if(Types, [&](QualType T) {
    Match M = Caught.isNull() ? Match::Yes : match(T, Caught, Context);
    if (M != Match::No)
      Here.add(T);
    return M == Match::Yes;
  });
  return Here;
}

ThrownTypes secret::thrownTypes(const CXXThrowExpr *Throw) {
  if (!Throw->getSubExpr())
    return ThrownTypes::anything();
  ThrownTypes One;
  One.add(
      QualType(Throw->getSubExpr()->getType()->getCanonicalTypeUnqualified()));
  return One;
}

void secret::forEachMaker(const CXXThrowExpr *Throw,
                          llvm::function_ref<void(const Stmt *)> Do) {
  llvm::SmallVector<const Stmt *, 16> Left(Throw->children());
  while (!Left.empty()) {
    const Stmt *S = Left.pop_back_val();
    if (!S || isa<LambdaExpr>(S))
      continue;
    const auto *Call = dyn_cast<CallExpr>(S);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (isa<CXXConstructExpr>(S) || (Callee && Callee->isInStdNamespace()))
      Do(S);
    Left.append(S->child_begin(), S->child_end());
  }
}

bool secret::catchesAll(const CXXTryStmt *Try) {
  for (unsigned I = 0; I != Try->getNumHandlers(); ++I) {
    QualType Caught = Try->getHandler(I)->getCaughtType();
    if (Caught.isNull())
      return true;
    const CXXRecordDecl *R = Caught.getNonReferenceType()->getAsCXXRecordDecl();
    if (R && R->isInStdNamespace() && R->getName() == "exception")
      return true;
  }
  return false;
}

/// The type of the function that a pointer, reference or member pointer leads
/// to, or null.
static const FunctionProtoType *calledType(const Expr *Callee) {
  QualType T = Callee->getType();
  if (T->isSpecificPlaceholderType(BuiltinType::BoundMember))
    T = Expr::findBoundMemberType(Callee);
  if (T.isNull())
    return nullptr;
  if (const auto *Member = T->getAs<MemberPointerType>())
    T = Member->getPointeeType();
  else if (T->isPointerType() || T->isReferenceType())
    T = T->getPointeeType();
  return T->getAs<FunctionProtoType>();
}

bool MayThrow::throughPointer(const Expr *Callee) const {
  if (!Context.getLangOpts().CXXExceptions)
    return false;
  const FunctionProtoType *Type = Callee ? calledType(Callee) : nullptr;
  return !Type || isUnresolvedExceptionSpec(Type->getExceptionSpecType()) ||
         !Type->isNothrow();
}

ThrownTypes MayThrow::ask(const FunctionDecl *F, unsigned Depth) {
  const ThrownTypes Nothing, Anything = ThrownTypes::anything();
  if (!Context.getLangOpts().CXXExceptions)
    return Nothing;
  const auto *Type = F->getType()->getAs<FunctionProtoType>();
  // Not computed yet: an implicit or defaulted member, or a destructor.
  if (Type && isUnresolvedExceptionSpec(Type->getExceptionSpecType()))
    return !isa<CXXDestructorDecl>(F) && !F->isTrivial() ? Anything : Nothing;
  if ((Type && Type->isNothrow()) || F->hasAttr<NoThrowAttr>())
    return Nothing;
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition))
    return !F->isExternC() && !F->isTrivial() ? Anything : Nothing;
  if (Depth > MaxDepth || Definition->isVirtualAsWritten())
    return Anything;
  auto [It, New] = Known.try_emplace(Definition);
  if (!New) // also inside a recursion, where the outer call decides
    return It->second;
  ThrownTypes Throws = body(Definition->getBody(), {Depth, 0, nullptr});
  if (const auto *C = dyn_cast<CXXConstructorDecl>(Definition))
    for (const CXXCtorInitializer *Init : C->inits())
      if (Init->getInit())
        Throws.add(body(Init->getInit(), {Depth, 0, nullptr}));
  return Known[Definition] = Throws;
}

ThrownTypes MayThrow::statement(const Stmt *S, const Scope &At) {
  if (const auto *Throw = dyn_cast<CXXThrowExpr>(S))
    return !Throw->getSubExpr() && At.Caught ? *At.Caught : thrownTypes(Throw);
  if (const auto *N = dyn_cast<CXXNewExpr>(S))
    return N->getOperatorNew() ? ask(N->getOperatorNew(), At.Depth + 1)
                               : ThrownTypes();
  if (const auto *C = dyn_cast<CXXConstructExpr>(S))
    return ask(C->getConstructor(), At.Depth + 1);
  const auto *Call = dyn_cast<CallExpr>(S);
  if (!Call)
    return {};
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (const auto *M = dyn_cast_or_null<CXXMethodDecl>(Callee);
      M && M->isVirtual()) {
    const auto *Type = M->getType()->getAs<FunctionProtoType>();
    return Type && Type->isNothrow() ? ThrownTypes() : ThrownTypes::anything();
  }
  if (!Callee)
    return throughPointer(Call->getCallee()) ? ThrownTypes::anything()
                                             : ThrownTypes();
  return ask(Callee, At.Depth + 1);
}

/// What leaves a try block or one of its handlers.
ThrownTypes MayThrow::tried(const CXXTryStmt *Try, Scope At) {
  if (++At.Tries > MaxDepth)
    return ThrownTypes::anything();
  ThrownTypes Inside = body(Try->getTryBlock(), At);
  bool Stops = catchesAll(Try);
  ThrownTypes Out;
  for (unsigned I = 0; I != Try->getNumHandlers(); ++I) {
    ThrownTypes Caught = Inside.caughtBy(Try->getHandler(I), Context);
    Scope In = At;
    In.Caught = &Caught;
    Out.add(body(Try->getHandler(I)->getHandlerBlock(), In));
  }
  Inside.Anything &= !Stops;
  Out.add(Inside);
  return Out;
}

ThrownTypes MayThrow::body(const Stmt *Body, Scope At) {
  ThrownTypes Out;
  llvm::SmallPtrSet<const Stmt *, 4> Makers;
  llvm::SmallVector<const Stmt *, 32> Left{Body};
  for (unsigned Count = 0; !Left.empty() && !Out.Anything; ++Count) {
    if (Count > MaxNodes)
      return ThrownTypes::anything();
    const Stmt *S = Left.pop_back_val();
    if (!Makers.count(S))
      Out.add(statement(S, At));
    // A lambda's body throws when it is called.
    if (isa<LambdaExpr>(S))
      continue;
    if (const auto *Throw = dyn_cast<CXXThrowExpr>(S))
      forEachMaker(Throw, [&](const Stmt *Each) { Makers.insert(Each); });
    if (const auto *Try = dyn_cast<CXXTryStmt>(S)) {
      Out.add(tried(Try, At));
      continue;
    }
    const Stmt *Default = nullptr; // what stands elsewhere, and runs here
    if (const auto *Init = dyn_cast<CXXDefaultInitExpr>(S))
      Default = Init->getExpr();
    else if (const auto *Argument = dyn_cast<CXXDefaultArgExpr>(S))
      Default = Argument->getExpr();
    if (Default)
      Left.push_back(Default);
    for (const Stmt *Child : S->children())
      if (Child)
        Left.push_back(Child);
  }
  return Out;
}
