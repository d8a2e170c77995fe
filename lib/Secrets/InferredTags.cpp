//===- InferredTags.cpp - Tags that names suggest -------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "InferredTags.h"
#include "QualifiedName.h"
#include "SecretNames.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include <map>

using namespace clang;

namespace secret {
namespace {

class TagCollector : public RecursiveASTVisitor<TagCollector> {
public:
  TagCollector(ASTContext &Context, const ModelIndex &Models)
      : Context(Context), Sources(Context.getSourceManager()),
        Known(Context, Models) {}

  bool VisitVarDecl(VarDecl *D) {
    consider(D);
    return true;
  }
  bool VisitFieldDecl(FieldDecl *D) {
    consider(D);
    return true;
  }
  std::vector<SuggestedTag> take();

private:
  void consider(const DeclaratorDecl *D);
  SuggestedTag describe(const DeclaratorDecl *D) const;

  ASTContext &Context;
  const SourceManager &Sources;
  Catalog Known;
  std::vector<std::pair<SourceLocation, SuggestedTag>> Found;
  /// How many names each declaration has, by where it begins.
  std::map<SourceLocation, unsigned> Names;
};

} // namespace

void TagCollector::consider(const DeclaratorDecl *D) {
  SourceLocation At = D->getLocation();
  if (At.isInvalid() || At.isMacroID() || Sources.isInSystemHeader(At))
    return;
  ++Names[D->getBeginLoc()];
  if (!isInferredSecret(D, Context) || Known.tagOf(D) ||
      Known.tagOfType(D->getType()))
    return;
  // Prototypes may have no names; each parameter is suggested once.
  if (const auto *P = dyn_cast<ParmVarDecl>(D))
    if (!isa<FunctionDecl>(P->getDeclContext()))
      return;
  Found.emplace_back(D->getBeginLoc(), describe(D));
}

SuggestedTag TagCollector::describe(const DeclaratorDecl *D) const {
  SuggestedTag Tag;
  Tag.Thing = isa<FieldDecl>(D) ? TaggedThing::Field : TaggedThing::Variable;
  Tag.Name = qualifiedName(D);
  if (const auto *P = dyn_cast<ParmVarDecl>(D)) {
    Tag.Thing = TaggedThing::Parameter;
    Tag.Name = qualifiedName(cast<FunctionDecl>(P->getDeclContext()));
    Tag.Position = static_cast<int>(P->getFunctionScopeIndex());
  }
  PresumedLoc Place = Sources.getPresumedLoc(D->getBeginLoc());
  Tag.File = Place.getFilename();
  Tag.Line = Place.getLine();
  Tag.Column = D->getBeginLoc().isMacroID() ? 0 : Place.getColumn();
  return Tag;
}

std::vector<SuggestedTag> TagCollector::take() {
  std::vector<SuggestedTag> Tags;
  for (auto &[Begin, Tag] : Found) {
    if (Names[Begin] > 1)
      Tag.Column = 0;
    Tags.push_back(std::move(Tag));
  }
  return Tags;
}

std::vector<SuggestedTag> suggestTags(ASTContext &Context,
                                      const ModelIndex &Models) {
  TagCollector Collector(Context, Models);
  Collector.TraverseDecl(Context.getTranslationUnitDecl());
  return Collector.take();
}

} // namespace secret
