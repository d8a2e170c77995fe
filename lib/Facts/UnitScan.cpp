//===- UnitScan.cpp - Which functions can meet a secret -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitScan.h"
#include "BodyScan.h"
#include "OutsideBodies.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace secret;

namespace {

class Scanner {
public:
  Scanner(ASTContext &Context, Catalog &Secrets)
      : Context(Context), Secrets(Secrets), Bodies(Context, Secrets) {}
  UnitScan run();

private:
  void visit(Decl *D);
  void addFunction(const FunctionDecl *F);
  void addNested(const Stmt *Body);
  void addClosure(const CXXRecordDecl *R);
  void addOutside(const Decl *D);
  bool scanBody(FunctionId Id);
  void visitClass(CXXRecordDecl *R);
  void scanClasses();
  bool mayBringSecret(const ValueDecl *Slot);
  std::vector<FunctionId> calledIds();
  std::vector<const FunctionDecl *> calledElsewhere();

  ASTContext &Context;
  Catalog &Secrets;
  BodyScan Bodies;
  UnitScan Out;
  llvm::SmallVector<Decl *, 64> Left;
};

} // namespace

/// Fills in what function \p Id mentions and calls; false if it has errors.
bool Scanner::scanBody(FunctionId Id) {
  std::optional<bool> Mentions =
      Bodies.mentionsSecret(Out.Functions.Bodies[Id]);
  if (!Mentions)
    return false;
  Out.Mentions[Id] = *Mentions;
  Out.Callees[Id] = calledIds();
  Out.Elsewhere[Id] = calledElsewhere();
  Out.Slots[Id].assign(Bodies.calledThrough().begin(),
                       Bodies.calledThrough().end());
  return true;
}

/// Whether a function that is stored there names a secret in its declaration.
bool Scanner::mayBringSecret(const ValueDecl *Slot) {
  const FunctionSlot *Known = Out.Functions.Tables.find(Slot);
  return Known && Known->isKnown() &&
         llvm::any_of(Known->Entries, [&](const FunctionSlot::Entry &E) {
           return Bodies.bringsSecret(E.Function);
         });
}

std::vector<FunctionId> Scanner::calledIds() {
  std::vector<FunctionId> Ids;
  for (const FunctionDecl *Callee : Bodies.called())
    if (FunctionId Other = Out.Functions.idOf(Callee); Other != NoId)
      Ids.push_back(Other);
  llvm::sort(Ids);
  Ids.erase(std::unique(Ids.begin(), Ids.end()), Ids.end());
  return Ids;
}

/// In the order of the calls, each once.
std::vector<const FunctionDecl *> Scanner::calledElsewhere() {
  const SourceManager &Sources = Context.getSourceManager();
  std::vector<const FunctionDecl *> Out;
  llvm::SmallPtrSet<const FunctionDecl *, 16> Seen;
  for (const FunctionDecl *Callee : Bodies.called())
    if (!Callee->hasBody() && !Callee->isImplicit() &&
        Seen.insert(Callee->getCanonicalDecl()).second &&
        !Sources.isInSystemHeader(Callee->getLocation()))
      Out.push_back(Callee);
  return Out;
}

/// A class with tagged fields, and nobody's destructor.
void Scanner::visitClass(CXXRecordDecl *R) {
  if (!R->isThisDeclarationADefinition() || R->isInvalidDecl() ||
      R->isDependentContext())
    return;
  bool HasTagged = false;
  for (const FieldDecl *F : R->fields()) {
    if (!Secrets.tagOf(F) || F->isInvalidDecl())
      continue;
    HasTagged = true;
    if (Bodies.types().infoOf(F->getType()).Unsuitable)
      Out.Fields.push_back(F);
  }
  const CXXDestructorDecl *D = R->getDestructor();
  if (HasTagged && TypeBuilder::isClassDuty(R) && !(D && D->isUserProvided()))
    Out.Classes.push_back(R);
}

void Scanner::scanClasses() {
  for (const CXXRecordDecl *R : Out.Classes) {
    Bodies.scanMembers(R);
    Out.ClassCallees.push_back(calledIds());
  }
}

void Scanner::addFunction(const FunctionDecl *F) {
  addOutside(F);
  if (!F->doesThisDeclarationHaveABody() || F->isInvalidDecl() ||
      F->isDependentContext() || F->willHaveBody() || !F->getBody())
    return;
  if (!Out.Functions.Ids.try_emplace(F, Out.Functions.Bodies.size()).second)
    return;
  Out.Functions.Bodies.push_back(F);
  if (Context.getLangOpts().CPlusPlus)
    addNested(F->getBody());
}

/// Closures and local classes have functions too.
void Scanner::addNested(const Stmt *Body) {
  llvm::SmallVector<const Stmt *, 64> Work{Body};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (const auto *L = dyn_cast<LambdaExpr>(S)) {
      addClosure(L->getLambdaClass());
      continue; // its own body is looked at with it
    }
    if (const auto *D = dyn_cast<DeclStmt>(S))
      for (Decl *Each : const_cast<DeclStmt *>(D)->decls())
        if (isa<RecordDecl>(Each))
          Left.push_back(Each);
    for (const Stmt *Child : S->children())
      if (Child)
        Work.push_back(Child);
  }
}

void Scanner::addClosure(const CXXRecordDecl *R) {
  const CXXMethodDecl *M = R->getLambdaCallOperator();
  if (!M)
    return;
  if (const FunctionTemplateDecl *T = M->getDescribedFunctionTemplate())
    for (FunctionDecl *Each : T->specializations())
      addFunction(Each);
  addFunction(M);
}

/// Closures that no function's body makes.
void Scanner::addOutside(const Decl *D) {
  if (Context.getLangOpts().CPlusPlus)
    for (const Stmt *S : codeOutsideBodies(D))
      addNested(S);
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
  if (const auto *Template = dyn_cast<VarTemplateDecl>(D)) {
    for (VarTemplateSpecializationDecl *Each : Template->specializations())
      Left.push_back(Each);
    return;
  }
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return addFunction(F);
  if (const auto *Friend = dyn_cast<FriendDecl>(D)) {
    NamedDecl *Named = Friend->getFriendDecl();
    if (Named && isa<FunctionDecl, FunctionTemplateDecl>(Named))
      Left.push_back(Named);
    return;
  }
  addOutside(D);
  if (const auto *F = dyn_cast<FieldDecl>(D);
      F && F->hasInClassInitializer() && !F->isInvalidDecl())
    Bodies.tables().addStore(F, F->getInClassInitializer(), {});
  if (const auto *V = dyn_cast<VarDecl>(D)) {
    if (!V->isInvalidDecl())
      Bodies.tables().addVariable(V);
    if (!V->isInvalidDecl() && V->hasInit() && Bodies.isSecret(V))
      Out.Globals.push_back(V);
    return;
  }
  if (!isa<NamespaceDecl, LinkageSpecDecl, RecordDecl, TranslationUnitDecl>(D))
    return;
  if (auto *R = dyn_cast<CXXRecordDecl>(D))
    visitClass(R);
  for (Decl *Child : cast<DeclContext>(D)->decls())
    Left.push_back(Child);
}

UnitScan Scanner::run() {
  const SourceManager &Sources = Context.getSourceManager();
  for (Decl *D : Context.getTraversalScope())
    Left.push_back(D);
  while (!Left.empty()) {
    Decl *D = Left.pop_back_val();
    if (!D->isImplicit() || isa<TranslationUnitDecl, CXXMethodDecl>(D))
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
  llvm::stable_sort(Out.Fields, Before);
  llvm::stable_sort(Out.Classes, Before);
  for (FunctionId Id = 0; Id != Out.Functions.Bodies.size(); ++Id)
    Out.Functions.Ids[Out.Functions.Bodies[Id]] = Id;
  Out.Mentions.resize(Out.Functions.Bodies.size());
  Out.Callees.resize(Out.Functions.Bodies.size());
  Out.Elsewhere.resize(Out.Functions.Bodies.size());
  Out.Slots.resize(Out.Functions.Bodies.size());
  for (FunctionId Id = 0; Id != Out.Functions.Bodies.size(); ++Id)
    if (!scanBody(Id)) {
      Out.Functions.Ids.erase(Out.Functions.Bodies[Id]);
      Out.Mentions[Id] = false;
      Out.Callees[Id].clear();
      Out.Elsewhere[Id].clear();
      Out.Slots[Id].clear();
    }
  scanClasses();
  Bodies.tables().sort(Sources);
  Out.Functions.Tables = std::move(Bodies.tables());
  for (FunctionId Id = 0; Id != Out.Slots.size(); ++Id)
    if (llvm::any_of(Out.Slots[Id],
                     [&](const ValueDecl *D) { return mayBringSecret(D); }))
      Out.Mentions[Id] = true;
  return std::move(Out);
}

void secret::addTargetsToCallees(UnitScan &Scan) {
  for (FunctionId Id = 0; Id != Scan.Slots.size(); ++Id) {
    std::vector<FunctionId> &Callees = Scan.Callees[Id];
    for (const ValueDecl *Each : Scan.Slots[Id]) {
      const FunctionSlot *Slot = Scan.Functions.Tables.find(Each);
      if (!Slot || Slot->IsOpen ||
          Slot->Entries.size() > Scan.Functions.MaxTargets)
        continue;
      for (const FunctionSlot::Entry &E : Slot->Entries)
        if (FunctionId Callee = Scan.Functions.idOf(E.Function); Callee != NoId)
          Callees.push_back(Callee);
    }
    llvm::sort(Callees);
    Callees.erase(std::unique(Callees.begin(), Callees.end()), Callees.end());
  }
}

UnitScan secret::scanUnit(ASTContext &Context, Catalog &Secrets) {
  return Scanner(Context, Secrets).run();
}
