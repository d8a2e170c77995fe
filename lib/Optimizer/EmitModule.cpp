//===- EmitModule.cpp - From the AST to LLVM's code -----------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A consumer of a running parser is told of each declaration when it is
// complete. Here the parser is done, so that the order must be made again.
//
//===----------------------------------------------------------------------===//

#include "EmitModule.h"
#include "Compat/CodeGen.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/IntrinsicInst.h"

using namespace clang;
using namespace secret;

static void emitSpecializations(const FunctionTemplateDecl &Template,
                                CodeGenerator &To) {
  if (!Template.isCanonicalDecl())
    return;
  for (FunctionDecl *Made : Template.specializations()) {
    FunctionDecl *Body = Made->getDefinition();
    if (Body &&
        Made->getTemplateSpecializationKind() == TSK_ImplicitInstantiation)
      To.HandleTopLevelDecl(DeclGroupRef(Body));
  }
}

/// Functions made from templates: they are in no list of declarations.
static void emitInstantiations(DeclContext &Unit, CodeGenerator &To) {
  SmallVector<DeclContext *, 32> Work{&Unit};
  while (!Work.empty())
    for (Decl *D : Work.pop_back_val()->decls()) {
      if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
        emitSpecializations(*Template, To);
      else if (const auto *Class = dyn_cast<ClassTemplateDecl>(D);
               Class && Class->isCanonicalDecl())
        llvm::append_range(Work, Class->specializations());
      else if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl, CXXRecordDecl>(
                   D))
        Work.push_back(cast<DeclContext>(D));
    }
}

static void emitTentative(const Decl *D, CodeGenerator &To) {
  const auto *Variable = dyn_cast<VarDecl>(D);
  if (!Variable ||
      Variable->isThisDeclarationADefinition() != VarDecl::TentativeDefinition)
    return;
  if (const VarDecl *Acting = Variable->getActingDefinition();
      Acting == Variable)
    To.CompleteTentativeDefinition(const_cast<VarDecl *>(Acting));
}

static void feed(ASTContext &Context, CodeGenerator &To) {
  TranslationUnitDecl *Unit = Context.getTranslationUnitDecl();
  if (Context.getLangOpts().CPlusPlus)
    emitInstantiations(*Unit, To);
  for (Decl *D : Unit->decls())
    To.HandleTopLevelDecl(DeclGroupRef(D));
  if (!Context.getLangOpts().CPlusPlus)
    for (Decl *D : Unit->decls())
      emitTentative(D, To);
}

/// The tags of secrets are in no build but this one, and would keep variables
/// in memory.
static void deleteAnnotations(llvm::Module &M) {
  for (llvm::Function &F : M)
    for (llvm::Instruction &I :
         llvm::make_early_inc_range(llvm::instructions(F))) {
      const auto *Call = dyn_cast<llvm::IntrinsicInst>(&I);
      if (!Call)
        continue;
      llvm::Intrinsic::ID Id = Call->getIntrinsicID();
      if (Id == llvm::Intrinsic::ptr_annotation)
        I.replaceAllUsesWith(I.getOperand(0));
      if (Id == llvm::Intrinsic::ptr_annotation ||
          Id == llvm::Intrinsic::var_annotation)
        I.eraseFromParent();
    }
}

std::unique_ptr<llvm::Module> secret::emitModule(ASTContext &Context,
                                                 CompilerInstance &Compiler,
                                                 llvm::LLVMContext &Into,
                                                 std::string &Error) {
  std::unique_ptr<CodeGenerator> To =
      compat::makeCodeGenerator(Compiler, "unit", Into);
  To->Initialize(Context);
  feed(Context, *To);
  To->HandleTranslationUnit(Context);
  if (Compiler.getDiagnostics().hasErrorOccurred()) {
    Error = "no code can be generated for this file";
    return nullptr;
  }
  std::unique_ptr<llvm::Module> M(To->ReleaseModule());
  if (M)
    deleteAnnotations(*M);
  else
    Error = "no code can be generated for this file";
  return M;
}
