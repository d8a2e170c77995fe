//===- QuickScan.cpp - Whether a unit can meet a secret at all ------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Secrets/ModelName.h"
#include "UnitScan.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/IdentifierTable.h"

using namespace clang;
using namespace secret;

/// Whether the word `annotate` or a name that a model tags occurs in the unit.
static bool mayTag(const IdentifierTable &Words, const ModelIndex &Models) {
  auto Occurs = [&](llvm::StringRef Word) {
    return Words.find(Word) != Words.end();
  };
  if (Occurs("annotate") || Occurs("__annotate__"))
    return true;
  for (const ModelTables &Layer : Models.layers())
    for (const TagModel &T : Layer.Tags)
      if (isGlob(T.Name) || Occurs(T.Name.substr(T.Name.rfind(':') + 1)))
        return true;
  return false;
}

static bool bringsSecret(const FunctionDecl *F, Catalog &Secrets) {
  if (!F->doesThisDeclarationHaveABody() && !F->isReferenced())
    return false;
  const FunctionModel *M = Secrets.modelOf(F);
  return M && M->bringsSecret();
}

bool secret::mayMeetSecrets(const ASTContext &Context, const ModelIndex &Models,
                            Catalog &Secrets) {
  // Of what was parsed earlier not all names are here. Templates and classes
  // hold declarations of functions that are not listed with those around them.
  if (Context.getExternalSource() || Context.getLangOpts().CPlusPlus ||
      mayTag(Context.Idents, Models))
    return true;
  for (const Decl *D : Context.getTranslationUnitDecl()->decls()) {
    const auto *F = dyn_cast<FunctionDecl>(D);
    if (!F)
      continue;
    if (bringsSecret(F, Secrets))
      return true;
    for (const Decl *Inner : F->decls())
      if (const auto *Local = dyn_cast<FunctionDecl>(Inner);
          Local && bringsSecret(Local, Secrets))
        return true;
  }
  return false;
}

namespace {
/// Finds one tagged declaration.
class TagFinder : public RecursiveASTVisitor<TagFinder> {
public:
  explicit TagFinder(Catalog &Secrets) : Secrets(Secrets) {}

  bool VisitNamedDecl(NamedDecl *D) {
    auto Tag = Secrets.tagOf(D);
    Found |= Tag && Tag->Kind == TagKind::Secret;
    return !Found;
  }
  bool Found = false;

private:
  Catalog &Secrets;
};
} // namespace

bool secret::namesSecret(ASTContext &Context, Catalog &Secrets) {
  const SourceManager &Sources = Context.getSourceManager();
  TagFinder Finder(Secrets);
  for (Decl *D : Context.getTranslationUnitDecl()->decls())
    if (!Finder.Found && D->getLocation().isValid() &&
        !Sources.isInSystemHeader(D->getLocation()))
      Finder.TraverseDecl(D);
  return Finder.Found;
}
