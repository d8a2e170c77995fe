//===- FixProbe.cpp - What would this header declare here? ------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FixProbe.h"
#include "../Compat/CompilerInstance.h"
#include "FixWiper.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/TargetInfo.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace clang;

namespace secret {

namespace {

/// Looks the name up when the whole file is parsed.
class LookupAction : public ASTFrontendAction {
public:
  LookupAction(llvm::StringRef Name, bool &Found) : Name(Name), Found(Found) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &,
                                                 llvm::StringRef) override {
    return std::make_unique<ASTConsumer>();
  }

  void EndSourceFileAction() override {
    const ASTContext &Context = getCompilerInstance().getASTContext();
    Found = Context.Idents.get(Name).hasMacroDefinition() ||
            findFunction(Context, Name, SourceLocation());
  }

private:
  llvm::StringRef Name;
  bool &Found;
};

} // namespace

/// The unit's options, without what only speeds up or replaces its own files.
static std::shared_ptr<CompilerInvocation>
probeInvocation(const ASTContext &Context, const Preprocessor &PP) {
  auto Invocation = std::make_shared<CompilerInvocation>();
  Invocation->getLangOpts() = Context.getLangOpts();
  Invocation->getTargetOpts() = Context.getTargetInfo().getTargetOpts();
  Invocation->getHeaderSearchOpts() =
      PP.getHeaderSearchInfo().getHeaderSearchOpts();
  PreprocessorOptions &Options = Invocation->getPreprocessorOpts();
  Options = PP.getPreprocessorOpts();
  Options.ImplicitPCHInclude.clear();
  Options.ChainedIncludes.clear();
  Options.PrecompiledPreambleBytes = {0, false};
  Options.GeneratePreamble = false;
  Options.RemappedFiles.clear();
  Options.RemappedFileBuffers.clear();
  Invocation->getFrontendOpts().SkipFunctionBodies = true;
  Invocation->getFrontendOpts().DisableFree = false;
  return Invocation;
}

bool headerDeclares(llvm::StringRef Header, llvm::StringRef Name,
                    llvm::StringRef Macros, const ASTContext &Context,
                    const Preprocessor &PP) {
  std::string Text = (Macros + "#include <" + Header + ">\n").str();
  IgnoringDiagConsumer Silent;
  auto Compiler = compat::makeCompiler(
      probeInvocation(Context, PP),
      Context.getSourceManager().getFileManager().getVirtualFileSystemPtr(),
      Silent);
  if (!Compiler->createTarget())
    return false;
  const LangOptions &Lang = Context.getLangOpts();
  FrontendInputFile Input(
      llvm::MemoryBufferRef(Text, "wiper.h"),
      InputKind(Lang.CPlusPlus ? Language::CXX : Language::C));
  bool Found = false;
  LookupAction Action(Name, Found);
  if (!Action.BeginSourceFile(*Compiler, Input))
    return false;
  llvm::consumeError(Action.Execute());
  Action.EndSourceFile();
  return Found;
}

} // namespace secret
