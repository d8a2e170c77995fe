//===- Unwinding.cpp - Facts of try, throw and the order of blocks --------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The CFG has no edges from calls that may throw. Each call knows the innermost
// try block that it is in instead, and the dataflow follows the exception.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;
using namespace secret;

/// The call of `unhandled_exception`, which most often never returns.
void FunctionLowering::findUnreached(const Stmt *Body) {
  const auto *Coroutine = dyn_cast_or_null<CoroutineBodyStmt>(Body);
  if (!Coroutine || !Coroutine->getExceptionHandler())
    return;
  llvm::SmallVector<const Stmt *, 8> Left{Coroutine->getExceptionHandler()};
  while (!Left.empty()) {
    const Stmt *S = Left.pop_back_val();
    Unreached.insert(S);
    for (const Stmt *Child : S->children())
      if (Child)
        Left.push_back(Child);
  }
}

/// Numbers the try blocks, and notes what is inside of each: inner ones come
/// later and win.
void FunctionLowering::findTries(const FunctionDecl *F) {
  findUnreached(F->getBody());
  llvm::DenseMap<const Stmt *, unsigned> Dispatch;
  for (const CFGBlock *B : Graph->try_blocks())
    Dispatch[B->getTerminatorStmt()] = B->getBlockID();
  findHandlers();
  llvm::SmallVector<std::pair<const Stmt *, uint32_t>, 32> Left{
      {F->getBody(), NoId}};
  while (!Left.empty() && Context.getLangOpts().CXXExceptions) {
    auto [S, In] = Left.pop_back_val();
    if (const auto *Throw = dyn_cast<CXXThrowExpr>(S))
      noteThrow(Throw);
    if (In != NoId)
      Tries[S] = In;
    if (const auto *D = dyn_cast<DeclStmt>(S); D && In != NoId)
      for (const Decl *Each : D->decls())
        if (const auto *V = dyn_cast<VarDecl>(Each); V && V->hasLocalStorage())
          TryLocals[In].push_back(V);
    uint32_t Inside = In;
    const auto *Try = dyn_cast<CXXTryStmt>(S);
    if (Try && Dispatch.count(Try)) {
      Inside = Facts.Tries.size();
      TryInfo Info;
      Info.Handlers = Dispatch[Try];
      Info.Outer = In;
      Info.CatchesAll = catchesAll(Try);
      const auto *C = dyn_cast<CXXConstructorDecl>(F);
      Info.IsConstructor = C && Try == F->getBody();
      Facts.Tries.push_back(std::move(Info));
      TryStatements.push_back(Try);
      if (C && Try == F->getBody())
        for (const CXXCtorInitializer *Init : C->inits())
          if (Init->getInit())
            Left.push_back({Init->getInit(), Inside});
    }
    for (const Stmt *Child : S->children())
      if (Child)
        Left.push_back(
            {Child, Try && Child != Try->getTryBlock() ? In : Inside});
  }
}

void FunctionLowering::endTries() {
  for (const auto &[Index, Locals] : TryLocals)
    for (uint32_t T = Index; T != NoId; T = Facts.Tries[T].Outer)
      for (const VarDecl *V : Locals)
        if (auto It = Objects.find(V->getCanonicalDecl()); It != Objects.end())
          Facts.Tries[T].Locals.push_back(It->second);
  for (TryInfo &T : Facts.Tries)
    llvm::sort(T.Locals);
}

uint32_t FunctionLowering::tryOf(const Stmt *S) const {
  auto It = Tries.find(S);
  return It == Tries.end() ? NoId : It->second;
}

/// The blocks in which handlers begin.
void FunctionLowering::findHandlers() {
  for (const CFGBlock *B : *Graph)
    if (const auto *Catch = dyn_cast_or_null<CXXCatchStmt>(B->getLabel()))
      HandlerBlocks[Catch] = B->getBlockID();
}

void FunctionLowering::noteThrow(const CXXThrowExpr *E) {
  forEachMaker(E, [&](const Stmt *S) { MakesThrown.insert(S); });
}

ThrowInfo FunctionLowering::thrownAt(const Stmt *S,
                                     const ThrownTypes &What) const {
  ThrowInfo Info;
  Info.Try = tryOf(S);
  Info.Built = Built;
  Info.IsKnown = !What.Anything;
  if (!Info.IsKnown)
    return Info;
  ThrownTypes Left = What;
  for (uint32_t Try = Info.Try; Try != NoId; Try = Facts.Tries[Try].Outer)
    for (unsigned I = 0; I != TryStatements[Try]->getNumHandlers(); ++I) {
      const CXXCatchStmt *Handler = TryStatements[Try]->getHandler(I);
      auto Block = HandlerBlocks.find(Handler);
      if (Left.caughtBy(Handler, Context).any() && Block != HandlerBlocks.end())
        Info.Landings.push_back({Try, Block->second});
    }
  Info.Leaves = Left.any();
  return Info;
}

ThrowInfo FunctionLowering::thrownBy(const Stmt *S,
                                     const FunctionDecl *Callee) {
  return thrownAt(S, Callee ? Throws(Callee) : ThrownTypes::anything());
}

/// Handlers that what is in \p B may reach.
void FunctionLowering::addHandlers(
    const CFGBlock &B, llvm::SmallVectorImpl<unsigned> &Next) const {
  if (Facts.Tries.empty())
    return;
  for (const CFGElement &E : B)
    if (auto S = E.getAs<CFGStmt>())
      for (uint32_t T = tryOf(S->getStmt()); T != NoId;
           T = Facts.Tries[T].Outer)
        if (!llvm::is_contained(Next, Facts.Tries[T].Handlers))
          Next.push_back(Facts.Tries[T].Handlers);
}

/// Reverse post-order over the CFG's edges and the way to handlers.
void FunctionLowering::orderBlocks() {
  std::vector<const CFGBlock *> ById(Graph->getNumBlockIDs());
  for (const CFGBlock *B : *Graph)
    ById[B->getBlockID()] = B;
  struct Visit {
    unsigned Id;
    llvm::SmallVector<unsigned, 4> Next;
  };
  std::vector<bool> Seen(ById.size());
  std::vector<Visit> Path;
  auto Enter = [&](unsigned Id) {
    Seen[Id] = true;
    Visit V{Id, {}};
    for (const CFGBlock::AdjacentBlock &Next : ById[Id]->succs())
      if (const CFGBlock *To = Next.getReachableBlock())
        V.Next.push_back(To->getBlockID());
    addHandlers(*ById[Id], V.Next);
    // Visited from the back: what a test leads to comes before what follows.
    std::reverse(V.Next.begin(), V.Next.end());
    Path.push_back(std::move(V));
  };
  Enter(Facts.Entry);
  while (!Path.empty()) {
    if (Path.back().Next.empty()) {
      Facts.Order.push_back(Path.back().Id);
      Path.pop_back();
      continue;
    }
    unsigned Id = Path.back().Next.front();
    Path.back().Next.erase(Path.back().Next.begin());
    if (!Seen[Id])
      Enter(Id);
  }
  std::reverse(Facts.Order.begin(), Facts.Order.end());
}

void FunctionLowering::VisitCXXThrowExpr(const CXXThrowExpr *E) {
  emit(FactKind::Throw, E).Index = Facts.Throws.size();
  Facts.Throws.push_back(thrownAt(E, thrownTypes(E)));
}
