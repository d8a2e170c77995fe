//===- PathReport.cpp - Findings as paths of the analyzer -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PathReport.h"
#include "Rules/Hint.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;
using namespace clang::ento;

namespace secret {

namespace {

/// Finds the innermost function around a place.
class FunctionAround : public RecursiveASTVisitor<FunctionAround> {
public:
  FunctionAround(const SourceManager &Sources, SourceLocation At)
      : Sources(Sources), At(Sources.getExpansionLoc(At)) {}

  bool VisitFunctionDecl(FunctionDecl *F) {
    if (F->doesThisDeclarationHaveABody() && covers(F->getSourceRange()))
      Found = F;
    return true;
  }

  const FunctionDecl *Found = nullptr;

private:
  bool covers(SourceRange Range) const {
    return Range.isValid() &&
           Sources.isPointWithin(At, Sources.getExpansionLoc(Range.getBegin()),
                                 Sources.getExpansionLoc(Range.getEnd()));
  }

  const SourceManager &Sources;
  SourceLocation At;
};

} // namespace

static const Decl *functionAround(ASTContext &Context, Place At) {
  FunctionAround Visitor(Context.getSourceManager(), location(At));
  Visitor.TraverseDecl(Context.getTranslationUnitDecl());
  return Visitor.Found;
}

PathReporter::PathReporter(AnalysisManager &Manager, const ModelIndex &Models,
                           llvm::StringRef Wiper)
    : Manager(Manager), Wiper(Wiper.str()),
      Suppressions(Manager.getASTContext()),
      Fixes(Manager.getASTContext(), Manager.getPreprocessor(), Models) {}

PathDiagnosticLocation PathReporter::place(Span At) const {
  return {location(At.Begin), Manager.getSourceManager()};
}

PathDiagnosticPieceRef PathReporter::piece(Span At,
                                           llvm::StringRef Text) const {
  auto Piece = std::make_shared<PathDiagnosticEventPiece>(place(At), Text);
  if (At.End)
    Piece->addRange(location(At.Begin), location(At.End));
  return Piece;
}

PathDiagnosticPieceRef PathReporter::lastPiece(const Finding &F) {
  PathDiagnosticPieceRef Piece = piece(F.At, F.Message);
  Fix Mend = Fixes.spell(F.Fix, Wiper, Applied::Together);
  for (const Edit &E : Mend.Edits)
    Piece->addFixit(hint(E));
  return Piece;
}

std::unique_ptr<PathDiagnostic>
PathReporter::make(const Finding &F, llvm::StringRef Checker, const Decl *In) {
  auto Path = std::make_unique<PathDiagnostic>(
      Checker, In, ruleInfo(F.Rule).Summary, F.Message, F.Message, "Secrets",
      place(F.At), In, In, std::make_unique<FilesToLineNumsMap>());
  for (const Note &N : F.Notes)
    Path->getActivePath().push_back(piece(N.At.Begin ? N.At : F.At, N.Text));
  Path->setEndOfPath(lastPiece(F));
  return Path;
}

void PathReporter::report(const Finding &F, llvm::StringRef Checker) {
  const Decl *In = functionAround(Manager.getASTContext(), F.At.Begin);
  if (Suppressions.isSuppressed(place(F.At), In, {}))
    return;
  // A consumer owns what it gets, so each gets its own.
  for (const auto &Consumer : Manager.getPathDiagnosticConsumers())
    Consumer->HandlePathDiagnostic(make(F, Checker, In));
}

} // namespace secret
