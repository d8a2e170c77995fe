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

namespace {

/// Hands declarations to the code generator, in the order in which a parser
/// would.
class Feeder {
public:
  Feeder(ASTContext &Context, const CodeReach &Only, CodeGenerator &To)
      : Context(Context), Only(Only), To(To) {}

  void feed();

private:
  void give(Decl *D) { To.HandleTopLevelDecl(DeclGroupRef(D)); }
  void giveSpecializations(const FunctionTemplateDecl &Template);
  void giveInstantiations();
  void giveNeeded();
  void giveTentative(const Decl *D);

  ASTContext &Context;
  const CodeReach &Only;
  CodeGenerator &To;
};

} // namespace

void Feeder::giveSpecializations(const FunctionTemplateDecl &Template) {
  if (!Template.isCanonicalDecl())
    return;
  for (FunctionDecl *Made : Template.specializations()) {
    FunctionDecl *Body = Made->getDefinition();
    TemplateSpecializationKind How = Made->getTemplateSpecializationKind();
    if (Body && Only.contains(Body) &&
        (How == TSK_ImplicitInstantiation ||
         How == TSK_ExplicitInstantiationDefinition))
      give(Body);
  }
}

/// Whether the code generator looks into \p D for more declarations.
static bool isGroup(const Decl *D) {
  return isa<NamespaceDecl, LinkageSpecDecl, ExportDecl, CXXRecordDecl>(D);
}

/// Functions made from templates: they are in no list of declarations.
void Feeder::giveInstantiations() {
  SmallVector<DeclContext *, 32> Work{Context.getTranslationUnitDecl()};
  while (!Work.empty())
    for (Decl *D : Work.pop_back_val()->decls()) {
      if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
        giveSpecializations(*Template);
      else if (const auto *Class = dyn_cast<ClassTemplateDecl>(D);
               Class && Class->isCanonicalDecl())
        llvm::append_range(Work, Class->specializations());
      else if (isGroup(D))
        Work.push_back(cast<DeclContext>(D));
    }
}

/// The declarations of groups one by one, without functions and variables that
/// do not matter.
void Feeder::giveNeeded() {
  SmallVector<Decl *, 64> Work{Context.getTranslationUnitDecl()};
  while (!Work.empty()) {
    Decl *D = Work.pop_back_val();
    if (isGroup(D) || isa<TranslationUnitDecl>(D)) {
      SmallVector<Decl *, 64> All(cast<DeclContext>(D)->decls());
      llvm::append_range(Work, llvm::reverse(All));
    } else if (isa<FunctionDecl, VarDecl>(D)
                   ? Only.contains(D)
                   : !D->getDeclContext()->isRecord()) {
      give(D);
    }
  }
}

void Feeder::giveTentative(const Decl *D) {
  const auto *Variable = dyn_cast<VarDecl>(D);
  if (!Variable || !Only.contains(D) ||
      Variable->isThisDeclarationADefinition() != VarDecl::TentativeDefinition)
    return;
  if (const VarDecl *Acting = Variable->getActingDefinition();
      Acting == Variable)
    To.CompleteTentativeDefinition(const_cast<VarDecl *>(Acting));
}

void Feeder::feed() {
  const TranslationUnitDecl *Unit = Context.getTranslationUnitDecl();
  bool IsCxx = Context.getLangOpts().CPlusPlus;
  if (IsCxx)
    giveInstantiations();
  if (Only.isAll())
    for (Decl *D : Unit->decls())
      give(D);
  else
    giveNeeded();
  if (!IsCxx)
    for (Decl *D : Unit->decls())
      giveTentative(D);
}

/// The tags of secrets are in no build but this one, and would keep variables
/// in memory.
static void deleteAnnotations(llvm::Module &M) {
  if (auto *List = M.getGlobalVariable("llvm.global.annotations"))
    List->eraseFromParent();
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
                                                 const CodeReach &Only,
                                                 llvm::LLVMContext &Into,
                                                 std::string &Error) {
  std::unique_ptr<CodeGenerator> To =
      compat::makeCodeGenerator(Compiler, "unit", Into);
  To->Initialize(Context);
  Feeder(Context, Only, *To).feed();
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
