//===- FixDestructor.cpp - Where a class zeroizes its fields --------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FixDestructor.h"
#include "Facts/WipeText.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace secret {

/// The classes and unions of the unit that somebody wrote, but for templates
/// and local ones.
static std::vector<const CXXRecordDecl *>
writtenRecords(const ASTContext &Context) {
  const SourceManager &Sources = Context.getSourceManager();
  std::vector<const CXXRecordDecl *> Found;
  llvm::SmallVector<const DeclContext *, 16> Left{
      Context.getTranslationUnitDecl()};
  while (!Left.empty())
    for (const Decl *D : Left.pop_back_val()->decls()) {
      if (D->isImplicit() || Sources.isInSystemHeader(D->getLocation()))
        continue;
      if (const auto *R = dyn_cast<CXXRecordDecl>(D);
          R && R->isThisDeclarationADefinition())
        Found.push_back(R);
      if (isa<NamespaceDecl, LinkageSpecDecl, CXXRecordDecl>(D))
        Left.push_back(cast<DeclContext>(D));
    }
  return Found;
}

static const FieldDecl *fieldAt(const CXXRecordDecl *R, Place Where) {
  for (const FieldDecl *F : R->fields())
    if (F->getLocation().getRawEncoding() == Where)
      return F;
  return nullptr;
}

static bool isMemberOfUnion(const CXXRecordDecl *R,
                            llvm::ArrayRef<const CXXRecordDecl *> All,
                            const ASTContext &Context) {
  return llvm::any_of(All, [&](const CXXRecordDecl *U) {
    return U->isUnion() && llvm::any_of(U->fields(), [&](const FieldDecl *F) {
             const CXXRecordDecl *Member =
                 Context.getBaseElementType(F->getType())->getAsCXXRecordDecl();
             return Member &&
                    Member->getCanonicalDecl() == R->getCanonicalDecl();
           });
  });
}

/// Without a destructor \p R could be moved in a way that is lost with one.
static bool losesMoves(const CXXRecordDecl *R) {
  bool SaysItself = R->hasUserDeclaredCopyConstructor() ||
                    R->hasUserDeclaredCopyAssignment() ||
                    R->hasUserDeclaredMoveConstructor() ||
                    R->hasUserDeclaredMoveAssignment();
  return !SaysItself && !R->isTriviallyCopyable();
}

static bool takesDestructor(const CXXRecordDecl *R,
                            llvm::ArrayRef<const CXXRecordDecl *> All,
                            const ASTContext &Context) {
  // Clang calls implicit ones so, too.
  bool IsConstexpr = llvm::any_of(R->methods(), [](const CXXMethodDecl *M) {
    return M->isConstexprSpecified() && !M->isImplicit();
  });
  return !R->isUnion() && R->getIdentifier() && !R->isDependentContext() &&
         !R->getDeclContext()->isExternCContext() && !IsConstexpr &&
         !losesMoves(R) && !isMemberOfUnion(R, All, Context);
}

static std::optional<WipeText> wipeOf(const FieldDecl *F,
                                      const ASTContext &Context) {
  QualType T = F->getType(), Element = Context.getBaseElementType(T);
  if (F->isBitField() || !Element.isTriviallyCopyableType(Context) ||
      Element->isAnyPointerType() || Element.isConstQualified() ||
      Element.isVolatileQualified())
    return std::nullopt;
  return spellWipe(F->getName(),
                   T->isArrayType() ? WipeForm::Array : WipeForm::Bytes, 1);
}

static Span spanAt(SourceLocation At) {
  return {At.getRawEncoding(), At.getRawEncoding()};
}

static bool endsPublic(const CXXRecordDecl *R) {
  AccessSpecifier Last = R->isStruct() ? AS_public : AS_private;
  for (const Decl *D : R->decls())
    if (const auto *A = dyn_cast<AccessSpecDecl>(D))
      Last = A->getAccess();
  return Last == AS_public;
}

static std::optional<DestructorPlan>
placeIn(const CXXRecordDecl *R, llvm::ArrayRef<const CXXRecordDecl *> All,
        const ASTContext &Context) {
  DestructorPlan Plan;
  if (R->hasUserDeclaredDestructor()) {
    const CXXDestructorDecl *D = R->getDestructor();
    const FunctionDecl *Body = nullptr;
    if (!D->isUserProvided() || !D->hasBody(Body))
      return std::nullopt;
    Plan.Brace = spanAt(Body->getBody()->getEndLoc());
    return Plan;
  }
  if (!takesDestructor(R, All, Context))
    return std::nullopt;
  Plan.Brace = spanAt(R->getBraceRange().getEnd());
  Plan.Head = ("~" + R->getName() + "()").str();
  if (const CXXDestructorDecl *D = R->getDestructor(); D && D->isVirtual())
    Plan.Head += " override";
  Plan.NeedsPublic = !endsPublic(R);
  return Plan;
}

std::optional<DestructorPlan> planDestructor(llvm::ArrayRef<Place> Fields,
                                             const ASTContext &Context) {
  std::vector<const CXXRecordDecl *> All = writtenRecords(Context);
  auto Class = llvm::find_if(All, [&](const CXXRecordDecl *R) {
    return !Fields.empty() && fieldAt(R, Fields.front());
  });
  if (Class == All.end())
    return std::nullopt;
  std::optional<DestructorPlan> Plan = placeIn(*Class, All, Context);
  if (!Plan)
    return std::nullopt;
  for (const FieldDecl *F : (*Class)->fields()) {
    if (!llvm::is_contained(Fields, F->getLocation().getRawEncoding()))
      continue;
    std::optional<WipeText> Wipe = wipeOf(F, Context);
    if (!Wipe)
      return std::nullopt;
    Plan->Wipes.push_back(std::move(*Wipe));
  }
  return Plan;
}

} // namespace secret
