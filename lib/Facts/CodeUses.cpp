//===- CodeUses.cpp - What generated code may name ------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CodeUses.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/Builtins.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace secret;

void CodeUses::push(const Stmt *S) {
  if (S)
    Work.push_back(S);
}

void CodeUses::addFunction(const FunctionDecl *F) {
  if (F)
    Found.push_back(F->getCanonicalDecl());
}

void CodeUses::addClass(const CXXRecordDecl *R) {
  if (R->hasDefinition())
    Found.push_back(R->getCanonicalDecl());
}

void CodeUses::addType(QualType T) {
  while (const auto *A = T.isNull() ? nullptr : Context.getAsArrayType(T))
    T = A->getElementType();
  if (const CXXRecordDecl *R = T.isNull() ? nullptr : T->getAsCXXRecordDecl())
    addClass(R);
}

void CodeUses::add(const Decl *D) {
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return addFunction(F);
  if (const auto *V = dyn_cast<VarDecl>(D)) {
    if (V->hasGlobalStorage())
      Found.push_back(V->getCanonicalDecl());
    return;
  }
  if (const auto *B = dyn_cast<BindingDecl>(D)) {
    if (const VarDecl *V = B->getHoldingVar())
      add(V);
    return;
  }
  // An object without a name, whose value may be anything.
  Unclear |= isa<TemplateParamObjectDecl>(D);
}

/// Another declaration may stand for the definition of \p Name.
void CodeUses::ofSymbol(StringRef Name, bool IsSystem) {
  Name.consume_front("\01");
  DeclarationName Known(&Context.Idents.get(Name));
  bool Any = false;
  for (const NamedDecl *D : Context.getTranslationUnitDecl()->lookup(Known)) {
    Any = true;
    add(D);
  }
  Unclear |= !Any && !IsSystem;
}

static bool isSystem(const Decl *D, const ASTContext &Context) {
  return D->getLocation().isInvalid() ||
         Context.getSourceManager().isInSystemHeader(D->getLocation());
}

/// Whether \p D is, or is reached by, a symbol that no expression names.
static bool hasHiddenName(const Decl *D) {
  return D->hasAttr<AliasAttr>() || D->hasAttr<IFuncAttr>() ||
         D->hasAttr<WeakRefAttr>();
}

/// The destructors of members that a constructor has made so far run if it
/// throws.
void CodeUses::ofFunction(const FunctionDecl *F) {
  Unclear |= F->isMultiVersion() || hasHiddenName(F);
  if (const auto *Label = F->getAttr<AsmLabelAttr>())
    ofSymbol(Label->getLabel(), isSystem(F, Context));
  if (F->getBuiltinID()) {
    StringRef Name = F->getName();
    if (Name.consume_front("__builtin_"))
      ofSymbol(Name, /*IsSystem=*/true);
  }
  F = F->getDefinition();
  if (!F || F->isDependentContext())
    return;
  for (const ParmVarDecl *P : F->parameters())
    addType(P->getType());
  if (const auto *C = dyn_cast<CXXConstructorDecl>(F)) {
    addClass(C->getParent());
    for (const CXXCtorInitializer *Init : C->inits())
      push(Init->getInit());
  }
  if (const auto *D = dyn_cast<CXXDestructorDecl>(F))
    addClass(D->getParent());
  push(F->getBody());
}

void CodeUses::ofVariable(const VarDecl *V) {
  if (const auto *Label = V->getAttr<AsmLabelAttr>())
    ofSymbol(Label->getLabel(), isSystem(V, Context));
  Unclear |= hasHiddenName(V);
  addType(V->getType());
  push(V->getAnyInitializer());
}

void CodeUses::ofClass(const CXXRecordDecl *R) {
  R = R->getDefinition();
  if (!R || R->isDependentType())
    return;
  if (const CXXDestructorDecl *D = R->getDestructor()) {
    addFunction(D);
    addFunction(D->getOperatorDelete());
  }
  for (const CXXBaseSpecifier &B : R->bases())
    addType(B.getType());
  for (const FieldDecl *F : R->fields())
    addType(F->getType());
  if (!R->isPolymorphic())
    return;
  for (const CXXMethodDecl *M : R->methods())
    if (M->isVirtual())
      addFunction(M);
}

void CodeUses::ofLocal(const Decl *D) {
  const auto *V = dyn_cast<VarDecl>(D);
  if (!V)
    return;
  addType(V->getType());
  if (const auto *Cleanup = V->getAttr<CleanupAttr>())
    addFunction(Cleanup->getFunctionDecl());
  add(V);
  if (const auto *Parts = dyn_cast<DecompositionDecl>(V))
    for (const BindingDecl *B : Parts->bindings())
      if (const VarDecl *Held = B->getHoldingVar())
        push(Held->getInit());
}

void CodeUses::ofLambda(const LambdaExpr *L) {
  addFunction(L->getCallOperator());
  addClass(L->getLambdaClass());
  if (FunctionTemplateDecl *T = L->getDependentCallOperator())
    for (const FunctionDecl *Made : T->specializations())
      addFunction(Made);
}

/// What only C++ and blocks have.
void CodeUses::ofCxxExpr(const Stmt *S) {
  if (const auto *C = dyn_cast<CXXConstructExpr>(S)) {
    addFunction(C->getConstructor());
  } else if (const auto *I = dyn_cast<CXXInheritedCtorInitExpr>(S)) {
    addFunction(I->getConstructor());
  } else if (const auto *N = dyn_cast<CXXNewExpr>(S)) {
    addFunction(N->getOperatorNew());
    addFunction(N->getOperatorDelete());
    addType(N->getAllocatedType());
  } else if (const auto *D = dyn_cast<CXXDeleteExpr>(S)) {
    addFunction(D->getOperatorDelete());
    addType(D->getDestroyedType());
  } else if (const auto *A = dyn_cast<CXXDefaultArgExpr>(S)) {
    push(A->getExpr());
  } else if (const auto *I = dyn_cast<CXXDefaultInitExpr>(S)) {
    push(I->getExpr());
  } else if (const auto *C = dyn_cast<CXXCatchStmt>(S)) {
    if (const VarDecl *V = C->getExceptionDecl())
      addType(V->getType());
  } else if (const auto *L = dyn_cast<LambdaExpr>(S)) {
    ofLambda(L);
  } else if (const auto *B = dyn_cast<BlockExpr>(S)) {
    push(B->getBody());
  }
}

void CodeUses::ofStmt(const Stmt *S) {
  if (const auto *R = dyn_cast<DeclRefExpr>(S))
    return add(R->getDecl());
  if (const auto *M = dyn_cast<MemberExpr>(S))
    add(M->getMemberDecl());
  else if (const auto *D = dyn_cast<DeclStmt>(S))
    for (const Decl *Each : D->decls())
      ofLocal(Each);
  else
    ofCxxExpr(S);
  if (const auto *E = dyn_cast<Expr>(S); E && E->isPRValue())
    addType(E->getType());
}

void CodeUses::ofBody() {
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    ofStmt(S);
    for (const Stmt *Child : S->children())
      push(Child);
  }
}

llvm::ArrayRef<const Decl *> CodeUses::of(const Decl *D) {
  Found.clear();
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    ofFunction(F);
  else if (const auto *V = dyn_cast<VarDecl>(D))
    ofVariable(V);
  else if (const auto *R = dyn_cast<CXXRecordDecl>(D))
    ofClass(R);
  ofBody();
  return Found;
}
