//===- ParseUnits.cpp - Look at parsed units, one after another -----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ParseUnits.h"
#include "SingleCommand.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/Tooling.h"

using namespace llvm;

namespace secret {
namespace audit {
namespace {

using LookFunction = function_ref<void(clang::CompilerInstance &)>;

class LookConsumer : public clang::ASTConsumer {
public:
  LookConsumer(clang::CompilerInstance &Compiler, Bodies Which,
               LookFunction Look)
      : Compiler(Compiler), Which(Which), Look(Look) {}

  void HandleTranslationUnit(clang::ASTContext &) override { Look(Compiler); }
  bool shouldSkipFunctionBody(clang::Decl *) override {
    return Which == Bodies::Skip;
  }

private:
  clang::CompilerInstance &Compiler;
  Bodies Which;
  LookFunction Look;
};

class LookAction : public clang::ASTFrontendAction {
public:
  LookAction(Bodies Which, LookFunction Look) : Which(Which), Look(Look) {}

  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &Compiler, StringRef) override {
    return std::make_unique<LookConsumer>(Compiler, Which, Look);
  }

private:
  Bodies Which;
  LookFunction Look;
};

class LookFactory : public clang::tooling::FrontendActionFactory {
public:
  LookFactory(Bodies Which, LookFunction Look) : Which(Which), Look(Look) {}

  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<LookAction>(Which, Look);
  }

private:
  Bodies Which;
  LookFunction Look;
};

} // namespace

unsigned parseUnits(ArrayRef<CompileUnit> Units, Bodies Which,
                    LookFunction Look, FilesPtr Files,
                    clang::DiagnosticConsumer *Errors) {
  unsigned Failed = 0;
  for (const CompileUnit &Unit : Units) {
    SingleCommand Command(Unit);
    clang::tooling::ClangTool Tool(
        Command, {Unit.File}, std::make_shared<clang::PCHContainerOperations>(),
        Files);
    if (Errors)
      Tool.setDiagnosticConsumer(Errors);
    LookFactory Factory(Which, Look);
    Failed += Tool.run(&Factory) != 0;
  }
  return Failed;
}

} // namespace audit
} // namespace secret
