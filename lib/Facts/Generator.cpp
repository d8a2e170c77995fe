//===- Generator.cpp - From Clang's CFG to facts --------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Generator.h"
#include "Lowering.h"
#include "Secrets/QualifiedName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Index/USRGeneration.h"

using namespace clang;
using namespace secret;

FunctionId UnitFunctions::idOf(const FunctionDecl *F) const {
  const FunctionDecl *Definition = nullptr;
  if (!F || !F->hasBody(Definition))
    return NoId;
  auto It = Ids.find(Definition);
  return It == Ids.end() ? NoId : It->second;
}

FunctionId UnitFunctions::foreignIdOf(const FunctionDecl *F) const {
  if (Foreigners.empty() || !F || F->hasBody() || F->isDependentContext())
    return NoId;
  auto It = Foreigners.find(usrOf(F));
  if (It == Foreigners.end() || It->second.Signature != signatureOf(F))
    return NoId;
  return It->second.Id;
}

static std::string kindOf(const ASTContext &Context, QualType T) {
  if (T->isVoidType())
    return "v";
  if (T->isAnyPointerType() || T->isReferenceType() || T->isArrayType())
    return "p";
  if (T->isDependentType() || T->isUndeducedType() || T->isIncompleteType())
    return "?";
  const char *Kind = T->isRecordType()         ? "r"
                     : T->isRealFloatingType() ? "f"
                                               : "i";
  return Kind + std::to_string(Context.getTypeSizeInChars(T).getQuantity());
}

std::string secret::signatureOf(const FunctionDecl *F) {
  const ASTContext &Context = F->getASTContext();
  std::string Text = kindOf(Context, F->getReturnType());
  if (!F->getType()->getAs<FunctionProtoType>())
    return Text + "(?)"; // K&R: the parameters may be anything
  for (const ParmVarDecl *P : F->parameters())
    Text += ',' + kindOf(Context, P->getType());
  return F->isVariadic() ? Text + ",..." : Text;
}

std::string secret::usrOf(const Decl *D) {
  llvm::SmallString<128> Usr;
  if (index::generateUSRForDecl(D, Usr))
    return "";
  return std::string(Usr);
}

static CFG::BuildOptions cfgOptions() {
  CFG::BuildOptions Options;
  Options.AddLifetime = true;
  Options.AddImplicitDtors = true;
  Options.AddTemporaryDtors = true;
  Options.AddInitializers = true;
  Options.AddCXXNewAllocator = true;
  Options.AddCXXDefaultInitExprInCtors = true;
  Options.PruneTriviallyFalseEdges = true;
  Options.setAllAlwaysAdd();
  return Options;
}

FunctionFacts FactsGenerator::generate(FunctionId Id) {
  FunctionLowering L(Context, Secrets, Types, Functions, Throws);
  return L.lower(Functions.Bodies[Id], Options.MaxBlocks);
}

FunctionFacts
FactsGenerator::generateForGlobals(llvm::ArrayRef<const VarDecl *> Globals,
                                   llvm::ArrayRef<const FieldDecl *> Fields) {
  FunctionLowering L(Context, Secrets, Types, Functions, Throws);
  return L.lowerGlobals(Globals, Fields);
}

FunctionFacts FactsGenerator::generateForClass(const CXXRecordDecl *R) {
  FunctionLowering L(Context, Secrets, Types, Functions, Throws);
  return L.lowerImplicitDestructor(R);
}

bool FunctionLowering::buildGraph(const FunctionDecl *F, unsigned MaxBlocks) {
  Graph = CFG::buildCFG(F, const_cast<Stmt *>(F->getBody()), &Context,
                        cfgOptions());
  if (!Graph) {
    Facts.Problem = "its control flow cannot be built";
    return false;
  }
  if (Graph->getNumBlockIDs() <= MaxBlocks)
    return true;
  Facts.Problem = "it has " + std::to_string(Graph->getNumBlockIDs()) +
                  " blocks; the option MaxBlocks allows " +
                  std::to_string(MaxBlocks);
  return false;
}

void FunctionLowering::begin(const FunctionDecl *F) {
  Facts.Name = qualifiedName(F);
  Facts.Usr = usrOf(F);
  Facts.IsInternal = !F->isExternallyVisible();
  Facts.Declared = {F->getLocation().getRawEncoding(),
                    F->getLocation().getRawEncoding()};
  Facts.ClosingBrace = F->getBody()->getEndLoc().getRawEncoding();
  const auto *Type = F->getType()->getAs<FunctionProtoType>();
  Facts.IsNoexcept = !Context.getLangOpts().CXXExceptions ||
                     isa<CXXDestructorDecl>(F) || (Type && Type->isNothrow());
  Facts.IsUnoptimized = F->hasAttr<OptimizeNoneAttr>();
  auto Tag = Secrets.tagOf(F);
  Facts.ReturnsSecret = Tag && Tag->Kind == TagKind::Secret;
  if (const auto *M = dyn_cast<CXXMethodDecl>(F))
    beginMethod(M);
  for (const ParmVarDecl *P : F->parameters())
    objectOf(P);
}

FunctionFacts FunctionLowering::lower(const FunctionDecl *F,
                                      unsigned MaxBlocks) {
  begin(F);
  if (!buildGraph(F, MaxBlocks))
    return std::move(Facts);
  Facts.Blocks.resize(Graph->getNumBlockIDs());
  Facts.Entry = Graph->getEntry().getBlockID();
  Facts.Exit = Graph->getExit().getBlockID();
  findLoops(F->getBody());
  if (Context.getLangOpts().CPlusPlus) {
    findConstructed();
    findTries(F);
    if (const auto *C = dyn_cast<CXXConstructorDecl>(F))
      beginConstruction(C);
  }
  orderBlocks();
  std::vector<const CFGBlock *> ById(Facts.Blocks.size());
  for (const CFGBlock *B : *Graph)
    ById[B->getBlockID()] = B;
  for (unsigned Id : Facts.Order)
    lowerBlock(*ById[Id]);
  endParameters(F);
  endTries();
  markCrossing();
  return std::move(Facts);
}

void FunctionLowering::lowerBlock(const CFGBlock &B) {
  Now = &Facts.Blocks[B.getBlockID()];
  Now->Id = B.getBlockID();
  enterBlock(B);
  if (const Stmt *Loop = B.getTerminatorStmt(); Loop && !isa<DoStmt>(Loop))
    emitZeroLoop(Loop);
  countElements(B.getTerminatorStmt());
  // A do-while has no block of its own before its body.
  for (const CFGElement &E : B)
    if (auto S = E.getAs<CFGStmt>())
      if (auto It = LoopStores.find(S->getStmt()); It != LoopStores.end())
        emitZeroLoop(It->second);
  llvm::for_each(B, [&](const CFGElement &E) { lowerElement(E); });
  leaveBlock(B);
  lowerSuccessors(B);
  leaveZeroLoop(B);
}

void FunctionLowering::lowerElement(const CFGElement &E) {
  if (auto S = E.getAs<CFGStmt>()) {
    if (!Unreached.count(S->getStmt()))
      Visit(S->getStmt());
    return nextTurn(S->getStmt());
  }
  if (auto L = E.getAs<CFGLifetimeEnds>())
    return lowerLifetimeEnd(*L);
  if (auto C = E.getAs<CFGCleanupFunction>())
    return lowerCleanupCall(C->getVarDecl(), C->getFunctionDecl());
  if (auto N = E.getAs<CFGNewAllocator>())
    return allocate(N->getAllocatorExpr());
  if (auto I = E.getAs<CFGInitializer>()) {
    lowerInitializer(I->getInitializer());
    return addPart(I->getInitializer());
  }
  lowerDestructor(E);
}

Span secret::exitSpan(const Stmt *Trigger) {
  if (!Trigger)
    return {};
  SourceLocation At = Trigger->getEndLoc();
  if (isa<ReturnStmt, CoreturnStmt, GotoStmt, BreakStmt, ContinueStmt,
          IndirectGotoStmt>(Trigger))
    At = Trigger->getBeginLoc();
  return {At.getRawEncoding(), At.getRawEncoding()};
}

void FunctionLowering::lowerLifetimeEnd(const CFGLifetimeEnds &E) {
  const VarDecl *D = E.getVarDecl();
  if (isa<ParmVarDecl>(D) || !Objects.count(D))
    return;
  Fact &F = emit(FactKind::ScopeEnd, nullptr);
  F.Object = objectOf(D);
  F.At = exitSpan(E.getTriggerStmt());
}

void FunctionLowering::lowerCleanupCall(const VarDecl *D,
                                        const FunctionDecl *Callee) {
  ObjectId Object = objectOf(D);
  CallInfo Info;
  describeCallee(Info, Callee);
  Argument A;
  A.Value = addressOf(Object, nullptr);
  A.Type = Types.idOf(Context.getPointerType(D->getType()));
  A.PointsToNonConst = true;
  A.At = Facts.Objects[Object].Declared;
  Info.Args.push_back(A);
  Fact &F = emit(FactKind::Call, nullptr);
  F.Index = Facts.Calls.size();
  F.Result = newValue();
  F.At = Facts.Objects[Object].Declared;
  Facts.Calls.push_back(std::move(Info));
}

static Edge::Test testOf(const Stmt *Terminator, unsigned Index) {
  if (!Terminator || isa<GotoStmt, IndirectGotoStmt, BreakStmt, ContinueStmt,
                         CXXTryStmt, ReturnStmt>(Terminator))
    return Edge::Test::Always;
  return Index == 0 ? Edge::Test::True : Edge::Test::False;
}

static bool addCaseValues(const CFGBlock &To, const ASTContext &Context,
                          llvm::SmallVectorImpl<int64_t> &Values) {
  const auto *Case = dyn_cast_or_null<CaseStmt>(To.getLabel());
  if (!Case || Case->caseStmtIsGNURange() || Case->getLHS()->isValueDependent())
    return false;
  Values.push_back(
      Case->getLHS()->EvaluateKnownConstInt(Context).getExtValue());
  return true;
}

void FunctionLowering::lowerSuccessors(const CFGBlock &B) {
  if (B.hasNoReturnElement())
    return; // the CFG leads it to the exit
  const Stmt *Terminator = B.getTerminatorStmt();
  bool IsSwitch = Terminator && isa<SwitchStmt>(Terminator);
  if (B.succ_size() > 1) {
    const Expr *Condition = IsSwitch ? cast<SwitchStmt>(Terminator)->getCond()
                                     : B.getLastCondition();
    const auto *Range = dyn_cast_or_null<CXXForRangeStmt>(Terminator);
    if (Range)
      Now->Condition = rangeCondition(Range);
    if (Condition && !Now->Condition)
      Now->Condition = valueOf(Condition);
  }
  llvm::SmallVector<int64_t, 8> AllCases;
  unsigned Index = 0;
  for (const CFGBlock::AdjacentBlock &Next : B.succs()) {
    unsigned At = Index++;
    const CFGBlock *To = Next.getReachableBlock();
    if (!To)
      continue;
    Edge E;
    E.To = To->getBlockID();
    if (B.succ_size() > 1)
      E.When = testOf(Terminator, At);
    if (IsSwitch) {
      E.When = Edge::Test::Always;
      if (addCaseValues(*To, Context, E.Values)) {
        E.When = Edge::Test::Case;
        AllCases.append(E.Values.begin(), E.Values.end());
      } else if (At + 1 == B.succ_size()) {
        E.When = Edge::Test::Default; // the last successor of a switch
        E.Values.append(AllCases.begin(), AllCases.end());
      }
    }
    Now->Successors.push_back(std::move(E));
  }
}

void FunctionLowering::endParameters(const FunctionDecl *Function) {
  Now = &Facts.Blocks[Facts.Exit];
  for (const ParmVarDecl *P : Function->parameters())
    endOwner(P);
  for (ObjectId O = 0; O != Facts.Objects.size(); ++O)
    if (Facts.Objects[O].Kind == ObjectKind::Parameter && O != Facts.This)
      emit(FactKind::ScopeEnd, nullptr).Object = O;
  if (!Facts.IsDestructor)
    return;
  Place Brace = Facts.ClosingBrace;
  emit(FactKind::EndOfThis, nullptr).At = {Brace, Brace};
}

/// Calls \p Do for each value that \p F uses.
template <typename Callback>
static void forEachUse(const FunctionFacts &Facts, const Fact &F, Callback Do) {
  Do(F.A);
  Do(F.B);
  for (ValueId V : F.Operands)
    Do(V);
  if (F.Kind != FactKind::Call)
    return;
  const CallInfo &Call = Facts.Calls[F.Index];
  Do(Call.This);
  Do(Call.Table);
  Do(Call.Pointer);
  for (const Argument &A : Call.Args)
    Do(A.Value);
}

void FunctionLowering::markCrossing() {
  std::vector<unsigned> MadeIn(Facts.NumValues, 0);
  Facts.CrossesBlocks.assign(Facts.NumValues, false);
  for (unsigned B : Facts.Order)
    for (const Fact &F : Facts.Blocks[B].Facts)
      if (F.Result)
        MadeIn[F.Result] = B + 1;
  for (unsigned B : Facts.Order) {
    auto Use = [&](ValueId V) {
      if (V && MadeIn[V] != B + 1)
        Facts.CrossesBlocks[V] = true;
    };
    for (const Fact &F : Facts.Blocks[B].Facts)
      forEachUse(Facts, F, Use);
    Use(Facts.Blocks[B].Condition);
  }
}

Span FunctionLowering::spanOf(const Stmt *S) const {
  if (!S)
    return {};
  return {S->getBeginLoc().getRawEncoding(), S->getEndLoc().getRawEncoding()};
}

Fact &FunctionLowering::emit(FactKind Kind, const Stmt *At) {
  Fact &F = Now->Facts.emplace_back();
  F.Kind = Kind;
  F.At = spanOf(At);
  return F;
}

Fact &FunctionLowering::emitValue(FactKind Kind, const Expr *E) {
  Fact &F = emit(Kind, E);
  F.Result = newValue();
  F.Type = Types.idOf(E->getType());
  setValue(E, F.Result);
  return F;
}

ValueId FunctionLowering::constant(int64_t Number, const Stmt *At) {
  Fact &F = emit(FactKind::Constant, At);
  F.Number = Number;
  return F.Result = newValue();
}

ValueId FunctionLowering::addressOf(ObjectId Object, const Stmt *At) {
  Fact &F = emit(FactKind::Address, At);
  F.Object = Object;
  return F.Result = newValue();
}

ValueId FunctionLowering::load(ValueId Address, QualType T, const Stmt *At) {
  TypeId Type = Types.idOf(T);
  Fact &F = emit(FactKind::Load, At);
  F.A = Address;
  F.Type = Type;
  F.Size = Types.sizeOf(T);
  F.IsVolatile = T.isVolatileQualified();
  return F.Result = newValue();
}

void FunctionLowering::store(ValueId Address, ValueId Value, QualType T,
                             const Stmt *At, bool Initial) {
  TypeId Type = Types.idOf(T);
  Fact &F = emit(FactKind::Store, At);
  F.A = Address;
  F.B = Value;
  F.Type = Type;
  F.Size = Types.sizeOf(T);
  F.IsVolatile = T.isVolatileQualified();
  F.Initial = Initial;
}

ValueId FunctionLowering::element(ValueId Base, ValueId Index, int64_t Scale,
                                  const Stmt *At, bool IsAggregate) {
  Fact &F = emit(FactKind::Element, At);
  F.A = Base;
  F.B = Index;
  F.Number = Scale;
  F.Flag = IsAggregate;
  return F.Result = newValue();
}

ValueId FunctionLowering::field(ValueId Base, int64_t Offset, int64_t Size,
                                const Stmt *At) {
  Fact &F = emit(FactKind::Field, At);
  F.A = Base;
  F.Number = Offset;
  F.Size = Size;
  return F.Result = newValue();
}
