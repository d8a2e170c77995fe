//===- Construction.cpp - Facts of objects that are not complete ----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A constructor that throws ends the life of what it has built so far, the
// bases and members, but not that of the object: the destructor of the class
// does not run.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;
using namespace secret;

/// A handler of a function-try-block of a constructor cannot swallow what it
/// catches.
void FunctionLowering::findConstructorHandlers(const CXXTryStmt *Try) {
  for (const CFGBlock *B : *Graph) {
    const auto *Catch = dyn_cast_or_null<CXXCatchStmt>(B->getLabel());
    bool IsOwn = false;
    for (unsigned I = 0; Catch && I != Try->getNumHandlers(); ++I)
      IsOwn |= Try->getHandler(I) == Catch;
    if (!IsOwn)
      continue;
    llvm::SmallVector<const CFGBlock *, 8> Left{B};
    while (!Left.empty()) {
      const CFGBlock *Each = Left.pop_back_val();
      if (Each->getBlockID() == Facts.Exit ||
          !ConstructorHandlers.try_emplace(Each->getBlockID(), Catch).second)
        continue;
      for (const CFGBlock::AdjacentBlock &Next : Each->succs())
        if (const CFGBlock *To = Next.getReachableBlock())
          Left.push_back(To);
    }
  }
}

/// What ends the object's life once the constructor is done.
void FunctionLowering::beginConstruction(const CXXConstructorDecl *C) {
  if (const auto *Try = dyn_cast<CXXTryStmt>(C->getBody()))
    findConstructorHandlers(Try);
  const CXXDestructorDecl *D = C->getParent()->getDestructor();
  if (Facts.IsNoexcept || C->isDelegatingConstructor() || !D ||
      !D->isUserProvided())
    return;
  Facts.Destructor =
      aside([&] { callWith(D, thisPointer(nullptr), {}, nullptr); });
}

/// How many parts are complete where the block begins: all ways to it agree.
void FunctionLowering::enterBlock(const CFGBlock &B) {
  if (!Facts.IsConstructor)
    return;
  Built = B.getBlockID() == Facts.Entry ? 0 : Facts.Parts.size();
  for (const CFGBlock::AdjacentBlock &Before : B.preds())
    if (const CFGBlock *From = Before.getReachableBlock())
      if (auto It = BuiltAtEnd.find(From->getBlockID()); It != BuiltAtEnd.end())
        Built = It->second;
  if (ConstructorHandlers.count(B.getBlockID()))
    Built = 0;
}

void FunctionLowering::leaveBlock(const CFGBlock &B) {
  if (!Facts.IsConstructor)
    return;
  BuiltAtEnd[B.getBlockID()] = Built;
  const CXXCatchStmt *Handler = ConstructorHandlers.lookup(B.getBlockID());
  bool Leaves = llvm::any_of(B.succs(), [&](const auto &Next) {
    const CFGBlock *To = Next.getReachableBlock();
    return To && To->getBlockID() == Facts.Exit;
  });
  if (!Handler || !Leaves)
    return;
  Fact &F = emit(FactKind::Throw, nullptr);
  F.At.Begin = F.At.End = Handler->getEndLoc().getRawEncoding();
  F.Index = Facts.Throws.size();
  Facts.Throws.emplace_back();
}

/// \p Init is done: what it built is destroyed if an exception leaves.
void FunctionLowering::addPart(const CXXCtorInitializer *Init) {
  if (Facts.Destructor.empty())
    return;
  Built = Facts.Parts.size() + 1;
  Facts.Parts.push_back(aside([&] {
    const FieldDecl *F = Init->getAnyMember();
    if (F && Types.offsetOf(F) != UnknownSize)
      return destroy(field(thisPointer(nullptr), Types.offsetOf(F),
                           Types.sizeOf(F), nullptr),
                     F->getType());
    const CXXRecordDecl *Base =
        Init->isBaseInitializer() && !Init->isBaseVirtual()
            ? Init->getBaseClass()->getAsCXXRecordDecl()
            : nullptr;
    if (Base)
      destroy(base(thisPointer(nullptr), ThisType->getPointeeCXXRecordDecl(),
                   Base, nullptr),
              QualType(Init->getBaseClass(), 0));
  }));
}
