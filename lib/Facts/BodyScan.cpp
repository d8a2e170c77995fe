//===- BodyScan.cpp - What one function's body mentions -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "BodyScan.h"
#include "Generator.h"
#include "GivenFunctions.h"
#include "IndirectCalls.h"
#include "MadeObjects.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace secret;

namespace {
/// Members of members whose destructors are looked for.
constexpr unsigned MaxDestroyDepth = 8;
} // namespace

bool BodyScan::isSecretType(QualType T) {
  // A pointer to a record with a secret field leads to a secret.
  for (unsigned Depth = 0; Depth != 4 && !T.isNull(); ++Depth) {
    if (T->isDependentType() || T->isUndeducedType())
      return false;
    if (!Types.infoOf(T).Tagged.empty())
      return true;
    T = T->getPointeeType();
  }
  return false;
}

bool BodyScan::isSecret(const ValueDecl *D) {
  auto [It, New] = Known.try_emplace(D, false);
  if (!New)
    return It->second;
  bool Yes = Secrets.tagOf(D).has_value() || isSecretType(D->getType());
  return Known[D] = Yes;
}

bool BodyScan::bringsSecret(const FunctionDecl *F) {
  auto [It, New] = Known.try_emplace(F, false);
  if (!New)
    return It->second;
  bool Yes = Secrets.tagOf(F).has_value() || isSecretType(F->getReturnType());
  for (const ParmVarDecl *P : F->parameters())
    Yes |= Secrets.tagOf(P).has_value() || isSecretType(P->getType());
  if (const FunctionModel *M = Yes ? nullptr : Secrets.modelOf(F))
    Yes = M->bringsSecret();
  return Known[F] = Yes;
}

void BodyScan::call(const FunctionDecl *F) {
  if (!F->isDependentContext())
    Called.push_back(F);
}

/// Whether \p S itself names something secret; calls are remembered.
bool BodyScan::mentions(const Stmt *S) {
  if (const auto *R = dyn_cast<DeclRefExpr>(S)) {
    if (const auto *F = dyn_cast<FunctionDecl>(R->getDecl())) {
      call(F);
      return bringsSecret(F);
    }
    return isa<VarDecl>(R->getDecl()) && isSecret(R->getDecl());
  }
  if (const auto *M = dyn_cast<MemberExpr>(S)) {
    if (const auto *F = dyn_cast<FunctionDecl>(M->getMemberDecl())) {
      call(F);
      return bringsSecret(F);
    }
    return isSecret(M->getMemberDecl());
  }
  if (Context.getLangOpts().CPlusPlus && mentionsInClass(S))
    return true;
  if (const auto *E = dyn_cast<CallExpr>(S)) {
    if (!E->getDirectCallee())
      return mentionsIndirectly(E);
    constructed(E);
  }
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    bool Yes = false;
    for (const Decl *Each : D->decls())
      if (const auto *V = dyn_cast<VarDecl>(Each)) {
        Yes |= isSecret(V);
        destroyed(V->getType());
        if (const auto *Cleanup = V->getAttr<CleanupAttr>())
          call(Cleanup->getFunctionDecl());
      }
    return Yes;
  }
  if (isa<CompoundLiteralExpr, ExplicitCastExpr>(S))
    return isSecretType(cast<Expr>(S)->getType());
  return false;
}

/// The constructor that `std::make_unique` and the like call.
void BodyScan::constructed(const CallExpr *E) {
  const FunctionDecl *F = E->getDirectCallee();
  if (!F->isTemplateInstantiation()) // nothing else is given a type
    return;
  llvm::SmallVector<const Expr *, 8> Args(E->arg_begin(), E->arg_end());
  MadeObject Made = madeBy(E, Secrets.modelOf(F), Args, Types, Context);
  if (Made.Constructor)
    call(Made.Constructor);
  given(F, Args);
}

/// The closures that `std::invoke` and the like call.
void BodyScan::given(const FunctionDecl *F, ArrayRef<const Expr *> Args) {
  const FunctionModel *M =
      F->isTemplateInstantiation() ? Secrets.modelOf(F) : nullptr;
  if (!M)
    return;
  for (const Effect &E : M->Effects)
    if (const FunctionDecl *Given = givenFunction(E, Args, Secrets).Callee)
      call(Given);
}

/// A call through a pointer.
bool BodyScan::mentionsIndirectly(const CallExpr *E) {
  bool IsVolatile = false;
  if (const auto *F = calleeThroughPointer(E->getCallee(), IsVolatile)) {
    call(F);
    return bringsSecret(F);
  }
  if (const ValueDecl *Slot = slotOf(E->getCallee());
      Slot && !llvm::is_contained(CalledThrough, Slot))
    CalledThrough.push_back(Slot);
  return llvm::any_of(parametersOfPointer(E->getCallee()),
                      [&](const ParmVarDecl *P) { return isSecret(P); });
}

/// What only C++ has.
bool BodyScan::mentionsInClass(const Stmt *S) {
  if (const auto *C = dyn_cast<CXXConstructExpr>(S)) {
    call(C->getConstructor());
    llvm::SmallVector<const Expr *, 8> Args(C->arguments());
    given(C->getConstructor(), Args);
    return bringsSecret(C->getConstructor());
  }
  if (const auto *B = dyn_cast<CXXBindTemporaryExpr>(S))
    destroyed(B->getType());
  else if (const auto *D = dyn_cast<CXXDeleteExpr>(S))
    destroyed(D->getDestroyedType());
  else if (const auto *N = dyn_cast<CXXNewExpr>(S)) {
    if (N->getOperatorNew())
      call(N->getOperatorNew());
    return isSecretType(N->getAllocatedType());
  } else if (const auto *L = dyn_cast<LambdaExpr>(S)) {
    call(L->getCallOperator());
    disposed(L->getLambdaClass());
  } else if (isa<CXXThisExpr>(S)) {
    return isSecretType(cast<Expr>(S)->getType());
  }
  return false;
}

/// A class that frees what others own, as a deleter or allocator.
void BodyScan::disposed(const CXXRecordDecl *R) {
  for (const CXXMethodDecl *M : methodsOf(R))
    if (M->getOverloadedOperator() == OO_Call || isDeallocate(M))
      call(M);
}

void BodyScan::destroyedMembers(const CXXRecordDecl *R, unsigned Depth) {
  for (const FieldDecl *F : R->fields())
    destroyed(F->getType(), Depth + 1);
  for (const CXXBaseSpecifier &B : R->bases())
    destroyed(B.getType(), Depth + 1);
}

/// The destructors that run where an object of type \p T ends its life.
void BodyScan::destroyed(QualType T, unsigned Depth) {
  while (const auto *A = T.isNull() ? nullptr : Context.getAsArrayType(T))
    T = A->getElementType();
  const CXXRecordDecl *R = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
  R = R ? R->getDefinition() : nullptr;
  if (!R || Depth > MaxDestroyDepth || R->isDependentType() ||
      R->hasTrivialDestructor())
    return;
  if (const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(R))
    for (const TemplateArgument &A : Special->getTemplateArgs().asArray())
      if (A.getKind() == TemplateArgument::Type && R->isInStdNamespace()) {
        destroyed(A.getAsType(), Depth + 1);
        if (const CXXRecordDecl *D = A.getAsType()->getAsCXXRecordDecl();
            D && D->getDefinition() && !D->isInStdNamespace())
          disposed(D->getDefinition());
      }
  if (R->isInStdNamespace())
    return;
  if (const CXXDestructorDecl *D = R->getDestructor(); D && D->isUserProvided())
    return call(D);
  destroyedMembers(R, Depth);
}

/// A constructor's initializers, and the members that a destructor destroys.
void BodyScan::scanInitializers(const FunctionDecl *F,
                                llvm::SmallVectorImpl<const Stmt *> &Work) {
  if (const auto *C = dyn_cast<CXXConstructorDecl>(F)) {
    for (const CXXCtorInitializer *Init : C->inits())
      if (Init->getInit()) {
        Work.push_back(Init->getInit());
        Tables.addStore(Init->getMember(), Init->getInit(), {});
      }
    // What ends the object's parts if it throws, and what would end it all.
    if (const CXXDestructorDecl *D = C->getParent()->getDestructor();
        D && D->isUserProvided()) {
      call(D);
      destroyedMembers(C->getParent(), 0);
    }
  }
  if (const auto *D = dyn_cast<CXXDestructorDecl>(F))
    destroyedMembers(D->getParent(), 0);
}

void BodyScan::scanMembers(const CXXRecordDecl *R) {
  Called.clear();
  destroyedMembers(R, 0);
}

std::optional<bool> BodyScan::mentionsSecret(const FunctionDecl *F) {
  bool Mentions = bringsSecret(F);
  if (const auto *M = dyn_cast<CXXMethodDecl>(F))
    Mentions |= isa<CXXDestructorDecl>(M) && M->isInstance() &&
                isSecretType(M->getThisType());
  Called.clear();
  CalledThrough.clear();
  llvm::SmallVector<const Stmt *, 64> Work{F->getBody()};
  scanInitializers(F, Work);
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (const auto *E = dyn_cast<Expr>(S); E && E->containsErrors())
      return std::nullopt;
    Mentions |= mentions(S);
    Tables.addStatement(S);
    for (const Stmt *Child : S->children())
      if (Child)
        Work.push_back(Child);
  }
  return Mentions;
}
