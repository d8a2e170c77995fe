//===- TidyRun.cpp - Run clang-tidy's library on one unit -----------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TidyRun.h"
#include "Compat/TidyDiagnostics.h"
#include "SingleCommand.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang-tidy/NoLintDirectiveHandler.h"
#include "clang/Basic/DiagnosticLex.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;
using namespace clang::tidy;
using clang::DiagnosticsEngine;
using clang::tooling::Diagnostic;
using clang::tooling::DiagnosticMessage;

namespace secret {
namespace audit {
namespace {

using FileSystem = IntrusiveRefCntPtr<vfs::OverlayFileSystem>;

/// Asks the same reader of comments as its base, which drops the answer.
class SuppressionWatcher : public ClangTidyDiagnosticConsumer {
public:
  explicit SuppressionWatcher(ClangTidyContext &Context)
      : ClangTidyDiagnosticConsumer(Context), Context(Context) {}

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    if (Level == DiagnosticsEngine::Note) {
      if (WasSuppressed)
        Suppressed.back().Notes.push_back(messageOf(Info));
    } else if (Level != DiagnosticsEngine::Ignored) {
      WasSuppressed = isSuppressed(Level, Info);
      if (WasSuppressed)
        keep(Info);
    }
    ClangTidyDiagnosticConsumer::HandleDiagnostic(Level, Info);
  }

  std::vector<Diagnostic> Suppressed;

private:
  bool isSuppressed(DiagnosticsEngine::Level Level,
                    const clang::Diagnostic &Info) {
    std::string Check = Context.getCheckName(Info.getID());
    if (!StringRef(Check).starts_with("secret-"))
      return false;
    SmallVector<Diagnostic, 1> BadComments;
    return Comments.shouldSuppress(Level, Info, Check, BadComments,
                                   /*AllowIO=*/true,
                                   /*EnableNoLintBlocks=*/true);
  }

  void keep(const clang::Diagnostic &Info) {
    Check = Context.getCheckName(Info.getID());
    Diagnostic D(Check, Diagnostic::Warning,
                 Context.getCurrentBuildDirectory());
    D.Message = messageOf(Info);
    Suppressed.push_back(std::move(D));
  }

  DiagnosticMessage messageOf(const clang::Diagnostic &Info) const {
    SmallString<128> Formatted;
    Info.FormatDiagnostic(Formatted);
    StringRef Text = Formatted;
    // clang-tidy adds the check's name, and its own reader takes it off.
    if (Text.consume_back("]"))
      Text.consume_back(" [" + Check);
    if (!Info.hasSourceManager() || !Info.getLocation().isValid())
      return DiagnosticMessage(Text);
    const clang::SourceManager &Files = Info.getSourceManager();
    return DiagnosticMessage(Text, Files, Files.getFileLoc(Info.getLocation()));
  }

  ClangTidyContext &Context;
  NoLintDirectiveHandler Comments;
  bool WasSuppressed = false;
  std::string Check; ///< of the last one that was suppressed
};

class TidyAction : public clang::ASTFrontendAction {
public:
  explicit TidyAction(ClangTidyASTConsumerFactory &Factory)
      : Factory(Factory) {}

  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &Compiler,
                    StringRef File) override {
    // A fatal error would be the end of all instances of templates.
    Compiler.getDiagnostics().setSeverity(clang::diag::err_pp_file_not_found,
                                          clang::diag::Severity::Error,
                                          clang::SourceLocation());
    return Factory.createASTConsumer(Compiler, File);
  }

private:
  ClangTidyASTConsumerFactory &Factory;
};

class TidyActionFactory : public clang::tooling::FrontendActionFactory {
public:
  TidyActionFactory(ClangTidyContext &Context, FileSystem Files)
      : Factory(Context, std::move(Files)) {}

  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<TidyAction>(Factory);
  }

  bool runInvocation(std::shared_ptr<clang::CompilerInvocation> Invocation,
                     clang::FileManager *Files,
                     std::shared_ptr<clang::PCHContainerOperations> Containers,
                     clang::DiagnosticConsumer *Consumer) override {
    // As clang-tidy has it: sources know it by __clang_analyzer__.
    Invocation->getPreprocessorOpts().SetUpStaticAnalyzer = true;
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Consumer);
  }

private:
  ClangTidyASTConsumerFactory Factory;
};

/// The flags that .clang-tidy files add.
clang::tooling::CommandLineArguments
withExtraFlags(const ClangTidyOptions &Options,
               clang::tooling::CommandLineArguments Flags) {
  if (Options.ExtraArgsBefore) {
    auto At = Flags.begin();
    if (At != Flags.end() && !StringRef(*At).starts_with("-"))
      ++At;
    Flags.insert(At, Options.ExtraArgsBefore->begin(),
                 Options.ExtraArgsBefore->end());
  }
  if (Options.ExtraArgs)
    Flags.insert(Flags.end(), Options.ExtraArgs->begin(),
                 Options.ExtraArgs->end());
  return Flags;
}

} // namespace

TidyFindings runTidy(ClangTidyContext &Context, const CompileUnit &Unit,
                     FilesPtr BaseFiles) {
  FileSystem Files(new vfs::OverlayFileSystem(std::move(BaseFiles)));
  SingleCommand Command(Unit);
  clang::tooling::ClangTool Tool(
      Command, {Unit.File}, std::make_shared<clang::PCHContainerOperations>(),
      Files);
  Tool.appendArgumentsAdjuster(
      [&](const clang::tooling::CommandLineArguments &Flags, StringRef File) {
        return withExtraFlags(Context.getOptionsForFile(File), Flags);
      });
  Tool.appendArgumentsAdjuster(clang::tooling::getStripPluginsAdjuster());
  SuppressionWatcher Watcher(Context);
  std::unique_ptr<DiagnosticsEngine> Engine = compat::connect(Context, Watcher);
  Tool.setDiagnosticConsumer(&Watcher);
  TidyActionFactory Factory(Context, Files);
  Tool.run(&Factory);
  return {Watcher.take(), std::move(Watcher.Suppressed)};
}

} // namespace audit
} // namespace secret
