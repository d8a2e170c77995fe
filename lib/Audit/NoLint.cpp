//===- NoLint.cpp - Findings that a comment suppresses --------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "NoLint.h"
#include "clang-tidy/NoLintDirectiveHandler.h"
#include "clang/AST/ASTContext.h"
#include "clang/Tooling/Core/Diagnostic.h"

using namespace clang;

namespace secret {
namespace audit {

/// clang-tidy's own reader of comments answers only for a diagnostic.
class NoLint::Asker : public DiagnosticConsumer {
public:
  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &D) override {
    llvm::SmallVector<tooling::Diagnostic, 1> BadComments;
    Answer = Directives.shouldSuppress(Level, D, Check, BadComments,
                                       /*AllowIO=*/true,
                                       /*EnableNoLintBlocks=*/true);
  }

  llvm::StringRef Check;
  bool Answer = false;

private:
  clang::tidy::NoLintDirectiveHandler Directives;
};

NoLint::NoLint(ASTContext &Context)
    : Context(Context), Ask(std::make_unique<Asker>()) {}

NoLint::~NoLint() = default;

bool NoLint::suppresses(SourceLocation Loc, llvm::StringRef Check) {
  DiagnosticsEngine &Diagnostics = Context.getDiagnostics();
  DiagnosticConsumer *Client = Diagnostics.getClient();
  std::unique_ptr<DiagnosticConsumer> Owned = Diagnostics.takeClient();
  Ask->Check = Check;
  Ask->Answer = false;
  Diagnostics.setClient(Ask.get(), /*ShouldOwnClient=*/false);
  Diagnostics.Report(Loc, Diagnostics.getCustomDiagID(
                              DiagnosticsEngine::Warning, "a question"));
  Diagnostics.setClient(Client, /*ShouldOwnClient=*/Owned != nullptr);
  (void)Owned.release();
  return Ask->Answer;
}

} // namespace audit
} // namespace secret
