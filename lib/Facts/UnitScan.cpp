//===- UnitScan.cpp - Which functions can meet a secret -------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitScan.h"
#include "IndirectCalls.h"
#include "OutsideBodies.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace secret;

namespace {

/// Members of members whose destructors are looked for.
constexpr unsigned MaxDestroyDepth = 8;

class Scanner {
public:
  Scanner(ASTContext &Context, Catalog &Secrets)
      : Context(Context), Secrets(Secrets), Types(Context, Secrets) {}
  UnitScan run();

private:
  void visit(Decl *D);
  void addFunction(const FunctionDecl *F);
  void addNested(const Stmt *Body);
  void addClosure(const CXXRecordDecl *R);
  void addOutside(const Decl *D);
  bool scanBody(FunctionId Id);
  bool mentions(const Stmt *S);
  bool mentionsInClass(const Stmt *S);
  bool mentionsIndirectly(const CallExpr *E);
  void scanInitializers(const FunctionDecl *F,
                        llvm::SmallVectorImpl<const Stmt *> &Work);
  void destroyed(QualType T, unsigned Depth = 0);
  void destroyedMembers(const CXXRecordDecl *R, unsigned Depth);
  void disposed(const CXXRecordDecl *R);
  void visitClass(CXXRecordDecl *R);
  void scanClasses();
  std::vector<FunctionId> calledIds();
  std::vector<const FunctionDecl *> calledElsewhere();
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
    Yes = M->bringsSecret();
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
  if (mentionsInClass(S))
    return true;
  if (const auto *E = dyn_cast<CallExpr>(S); E && !E->getDirectCallee())
    return mentionsIndirectly(E);
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
  if (const auto *L = dyn_cast<CompoundLiteralExpr>(S))
    return isSecretType(L->getType());
  return false;
}

/// A call through a pointer.
bool Scanner::mentionsIndirectly(const CallExpr *E) {
  bool IsVolatile = false;
  if (const auto *F = calleeThroughPointer(E->getCallee(), IsVolatile)) {
    call(F);
    return bringsSecret(F);
  }
  return llvm::any_of(parametersOfPointer(E->getCallee()),
                      [&](const ParmVarDecl *P) { return isSecret(P); });
}

/// What only C++ has.
bool Scanner::mentionsInClass(const Stmt *S) {
  if (const auto *C = dyn_cast<CXXConstructExpr>(S)) {
    call(C->getConstructor());
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
void Scanner::disposed(const CXXRecordDecl *R) {
  for (const CXXMethodDecl *M : R->methods())
    if (M->getOverloadedOperator() == OO_Call || isDeallocate(M))
      call(M);
}

void Scanner::destroyedMembers(const CXXRecordDecl *R, unsigned Depth) {
  for (const FieldDecl *F : R->fields())
    destroyed(F->getType(), Depth + 1);
  for (const CXXBaseSpecifier &B : R->bases())
    destroyed(B.getType(), Depth + 1);
}

/// The destructors that run where an object of type \p T ends its life.
void Scanner::destroyed(QualType T, unsigned Depth) {
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
void Scanner::scanInitializers(const FunctionDecl *F,
                               llvm::SmallVectorImpl<const Stmt *> &Work) {
  if (const auto *C = dyn_cast<CXXConstructorDecl>(F)) {
    for (const CXXCtorInitializer *Init : C->inits())
      if (Init->getInit())
        Work.push_back(Init->getInit());
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

/// Fills in what function \p Id mentions and calls; false if it has errors.
bool Scanner::scanBody(FunctionId Id) {
  const FunctionDecl *F = Out.Functions.Bodies[Id];
  bool Mentions = bringsSecret(F);
  if (const auto *M = dyn_cast<CXXMethodDecl>(F))
    Mentions |= isa<CXXDestructorDecl>(M) && M->isInstance() &&
                isSecretType(M->getThisType());
  Called.clear();
  llvm::SmallVector<const Stmt *, 64> Work{F->getBody()};
  scanInitializers(F, Work);
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
  Out.Callees[Id] = calledIds();
  Out.Elsewhere[Id] = calledElsewhere();
  return true;
}

std::vector<FunctionId> Scanner::calledIds() {
  std::vector<FunctionId> Ids;
  for (const FunctionDecl *Callee : Called)
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
  for (const FunctionDecl *Callee : Called)
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
    if (Types.infoOf(F->getType()).Unsuitable)
      Out.Fields.push_back(F);
  }
  const CXXDestructorDecl *D = R->getDestructor();
  if (HasTagged && TypeBuilder::isClassDuty(R) && !(D && D->isUserProvided()))
    Out.Classes.push_back(R);
}

void Scanner::scanClasses() {
  for (const CXXRecordDecl *R : Out.Classes) {
    Called.clear();
    destroyedMembers(R, 0);
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
  addOutside(D);
  if (const auto *V = dyn_cast<VarDecl>(D)) {
    if (!V->isInvalidDecl() && V->hasInit() && isSecret(V))
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
  for (FunctionId Id = 0; Id != Out.Functions.Bodies.size(); ++Id)
    if (!scanBody(Id)) {
      Out.Functions.Ids.erase(Out.Functions.Bodies[Id]);
      Out.Mentions[Id] = false;
      Out.Callees[Id].clear();
      Out.Elsewhere[Id].clear();
    }
  scanClasses();
  return std::move(Out);
}

UnitScan secret::scanUnit(ASTContext &Context, Catalog &Secrets) {
  return Scanner(Context, Secrets).run();
}
