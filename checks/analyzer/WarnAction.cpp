//===- WarnAction.cpp - Findings as warnings of a compile -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `clang -fplugin=SecretAnalyzer.so -fplugin-arg-secret-warn` shows findings
// with the compiler's own warnings; `-fplugin-arg-secret-NAME=VALUE` sets an
// option. Without `warn` a compile is what it is without the plugin, but for
// the attribute.
//
//===----------------------------------------------------------------------===//

#include "Diagnose.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/FrontendPluginRegistry.h"

using namespace clang;

namespace secret {

namespace {

class WarnConsumer : public ASTConsumer {
public:
  WarnConsumer(const Preprocessor &PP, AnalysisOptions Options)
      : PP(PP), Options(std::move(Options)) {}

  void HandleTranslationUnit(ASTContext &Context) override {
    DiagnosticsEngine &To = Context.getDiagnostics();
    // The compile fails anyway, and its errors are what matters then.
    if (To.hasUncompilableErrorOccurred())
      return;
    UnitFindings Found = collectFindings(Context, Options);
    announce(To, Found);
    Fixer Fixes(Context, PP, *Found.Models);
    for (const Finding &F : Found.Findings)
      warn(To, F, Fixes.spell(F.Fix, Options.Wiper, Applied::Together));
  }

private:
  const Preprocessor &PP;
  AnalysisOptions Options;
};

bool assign(bool &Value, llvm::StringRef Text) {
  Value = Text == "true";
  return Value || Text == "false";
}
bool assign(unsigned &Value, llvm::StringRef Text) {
  return !Text.getAsInteger(10, Value);
}
bool assign(std::string &Value, llvm::StringRef Text) {
  Value = Text.str();
  return true;
}

/// Takes `NAME=VALUE`; false if there is no such option or value.
bool setOption(AnalysisOptions &Options, llvm::StringRef Argument) {
  auto [Wanted, Text] = Argument.split('=');
  bool Done = false;
  forEachOption(Options, [&, Wanted = Wanted, Text = Text](llvm::StringRef Name,
                                                           auto &Value) {
    if (Name == Wanted && Argument.contains('='))
      Done = assign(Value, Text);
  });
  return Done;
}

class WarnAction : public PluginASTAction {
protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 llvm::StringRef) override {
    return std::make_unique<WarnConsumer>(Compiler.getPreprocessor(), Options);
  }

  /// Without `warn` the action is not run at all.
  bool ParseArgs(const CompilerInstance &Compiler,
                 const std::vector<std::string> &Arguments) override {
    bool Warn = false;
    for (const std::string &Argument : Arguments)
      if (Argument == "warn")
        Warn = true;
      else if (!setOption(Options, Argument))
        refuse(Compiler.getDiagnostics(), Argument);
    return Warn;
  }

  /// Before: the main action may free the tree.
  ActionType getActionType() override { return AddBeforeMainAction; }

private:
  static void refuse(DiagnosticsEngine &To, llvm::StringRef Argument) {
    unsigned Id = To.getCustomDiagID(
        DiagnosticsEngine::Error,
        "-fplugin-arg-secret-%0 is unknown; expected "
        "-fplugin-arg-secret-warn, or NAME=VALUE with an option of "
        "docs/options.md");
    To.Report(Id) << Argument;
  }

  AnalysisOptions Options;
};

FrontendPluginRegistry::Add<WarnAction>
    Registration("secret", "finds secrets that outlive their use");

} // namespace

} // namespace secret
