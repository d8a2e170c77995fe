//===- UnitScan.cpp - Which functions can meet a secret -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitScan.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace secret;

namespace {

class Scanner {
public:
  Scanner(ASTContext &Context, Catalog &Secrets)
      : Context(Context), Secrets(Secrets), Types(Context, Secrets) {}
  UnitScan run();

private:
  void visit(Decl *D);
  void addFunction(const FunctionDecl *F);
  bool scanBody(FunctionId Id);
  bool mentions(const Stmt *S);
  bool isSecret(const ValueDecl *D);
  bool isSecretType(QualType T);
  bool bringsSecret(const FunctionDecl *F);
  void call(const FunctionDecl *F);

  ASTContext &Context;
  Catalog &Secrets;
  TypeBuilder Types;
  UnitScan Out;
  llvm::SmallVector<Decl *, 64> Left;
  llvm::DenseMap<const Decl *, bool> Known;
  llvm::SmallVector<const FunctionDecl *, 16> Called;
};

} // namespace

bool Scanner::isSecretType(QualType T) {
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

bool Scanner::isSecret(const ValueDecl *D) {
  auto [It, New] = Known.try_emplace(D, false);
  if (!New)
    return It->second;
  bool Yes = Secrets.tagOf(D).has_value() || isSecretType(D->getType());
  return Known[D] = Yes;
}

bool Scanner::bringsSecret(const FunctionDecl *F) {
  auto [It, New] = Known.try_emplace(F, false);
  if (!New)
    return It->second;
  bool Yes = Secrets.tagOf(F).has_value() || isSecretType(F->getReturnType());
  for (const ParmVarDecl *P : F->parameters())
    Yes |= Secrets.tagOf(P).has_value() || isSecretType(P->getType());
  if (const FunctionModel *M = Yes ? nullptr : Secrets.modelOf(F))
    for (const Effect &E : M->Effects)
      Yes |= E.Kind == EffectKind::Secret;
  return Known[F] = Yes;
}

void Scanner::call(const FunctionDecl *F) {
  if (!F->isDependentContext())
    Called.push_back(F);
}

/// Whether \p S itself names something secret; calls are remembered.
bool Scanner::mentions(const Stmt *S) {
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
  if (const auto *C = dyn_cast<CXXConstructExpr>(S)) {
    call(C->getConstructor());
    return bringsSecret(C->getConstructor());
  }
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    bool Yes = false;
    for (const Decl *Each : D->decls())
      if (const auto *V = dyn_cast<VarDecl>(Each)) {
        Yes |= isSecret(V);
        if (const auto *Cleanup = V->getAttr<CleanupAttr>())
          call(Cleanup->getFunctionDecl());
      }
    return Yes;
  }
  if (const auto *L = dyn_cast<CompoundLiteralExpr>(S))
    return isSecretType(L->getType());
  return false;
}

/// Fills in what function \p Id mentions and calls; false if it has errors.
bool Scanner::scanBody(FunctionId Id) {
  const FunctionDecl *F = Out.Functions.Bodies[Id];
  bool Mentions = bringsSecret(F);
  Called.clear();
  llvm::SmallVector<const Stmt *, 64> Work{F->getBody()};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (const auto *E = dyn_cast<Expr>(S); E && E->containsErrors())
      return false;
    Mentions |= mentions(S);
    for (const Stmt *Child : S->children())
      if (Child)
        Work.push_back(Child);
  }
  Out.Mentions[Id] = Mentions;
  std::vector<FunctionId> &Ids = Out.Callees[Id];
  for (const FunctionDecl *Callee : Called)
    if (FunctionId Other = Out.Functions.idOf(Callee); Other != NoId)
      Ids.push_back(Other);
  llvm::sort(Ids);
  Ids.erase(std::unique(Ids.begin(), Ids.end()), Ids.end());
  return true;
}

void Scanner::addFunction(const FunctionDecl *F) {
  if (!F->doesThisDeclarationHaveABody() || F->isInvalidDecl() ||
      F->isDependentContext() || F->willHaveBody() || !F->getBody())
    return;
  if (Out.Functions.Ids.try_emplace(F, Out.Functions.Bodies.size()).second)
    Out.Functions.Bodies.push_back(F);
}

void Scanner::visit(Decl *D) {
  if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D)) {
    for (FunctionDecl *Each : Template->specializations())
      addFunction(Each);
    return;
  }
  if (const auto *Template = dyn_cast<ClassTemplateDecl>(D)) {
    for (ClassTemplateSpecializationDecl *Each : Template->specializations())
      Left.push_back(Each);
    return;
  }
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return addFunction(F);
  if (const auto *V = dyn_cast<VarDecl>(D)) {
    if (!V->isInvalidDecl() && V->hasInit() && isSecret(V))
      Out.Globals.push_back(V);
    return;
  }
  if (!isa<NamespaceDecl, LinkageSpecDecl, RecordDecl, TranslationUnitDecl>(D))
    return;
  for (Decl *Child : cast<DeclContext>(D)->decls())
    Left.push_back(Child);
}

UnitScan Scanner::run() {
  const SourceManager &Sources = Context.getSourceManager();
  for (Decl *D : Context.getTraversalScope())
    Left.push_back(D);
  while (!Left.empty()) {
    Decl *D = Left.pop_back_val();
    if (!D->isImplicit() || isa<TranslationUnitDecl>(D))
      if (D->getLocation().isInvalid() ||
          !Sources.isInSystemHeader(D->getLocation()))
        visit(D);
  }
  // In source order, whatever the order in which declarations were found.
  auto Before = [&](const Decl *A, const Decl *B) {
    return Sources.isBeforeInTranslationUnit(A->getLocation(),
                                             B->getLocation());
  };
  llvm::stable_sort(Out.Functions.Bodies, Before);
  llvm::stable_sort(Out.Globals, Before);
  for (FunctionId Id = 0; Id != Out.Functions.Bodies.size(); ++Id)
    Out.Functions.Ids[Out.Functions.Bodies[Id]] = Id;
  Out.Mentions.resize(Out.Functions.Bodies.size());
  Out.Callees.resize(Out.Functions.Bodies.size());
  for (FunctionId Id = 0; Id != Out.Functions.Bodies.size(); ++Id)
    if (!scanBody(Id)) {
      Out.Functions.Ids.erase(Out.Functions.Bodies[Id]);
      Out.Mentions[Id] = false;
      Out.Callees[Id].clear();
    }
  return std::move(Out);
}

UnitScan secret::scanUnit(ASTContext &Context, Catalog &Secrets) {
  return Scanner(Context, Secrets).run();
}
