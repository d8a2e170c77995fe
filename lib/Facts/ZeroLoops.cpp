//===- ZeroLoops.cpp - Loops that zeroize ---------------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ZeroLoops.h"
#include "Lowering.h"
#include "clang/AST/ASTContext.h"

using namespace clang;
using namespace secret;

namespace {
/// A loop's condition: Left - Right compared with 0.
struct LoopTest {
  Sum Difference;
  BinaryOperatorKind Op = BO_NE;
  /// Compared pointers, instead of numbers.
  std::optional<LoopAddress> Left, Right;
};

struct LoopParts {
  const Stmt *Init = nullptr;
  const Expr *Condition = nullptr;
  const Stmt *Body = nullptr;
  const Expr *Increment = nullptr;
  bool TestsLast = false;
};

/// How often a loop turns: (Distance / Step) times.
struct TurnCount {
  Sum Distance;
  int64_t Step = 0;
  bool IsRising = false;
};
} // namespace

static LoopParts partsOf(const Stmt *Loop) {
  if (const auto *F = dyn_cast<ForStmt>(Loop))
    return {F->getInit(), F->getCond(), F->getBody(), F->getInc(), false};
  if (const auto *W = dyn_cast<WhileStmt>(Loop))
    return {nullptr, W->getCond(), W->getBody(), nullptr, false};
  if (const auto *D = dyn_cast<DoStmt>(Loop))
    return {nullptr, D->getCond(), D->getBody(), nullptr, true};
  return {};
}

const Expr *secret::startOf(const Stmt *Init, const ValueDecl *Index) {
  if (const auto *D = dyn_cast_or_null<DeclStmt>(Init)) {
    for (const Decl *Each : D->decls())
      if (Each == Index)
        return cast<VarDecl>(Each)->getInit();
    return nullptr;
  }
  const auto *B = dyn_cast_or_null<BinaryOperator>(Init);
  auto Given = [&](const BinaryOperator *Each) -> const Expr * {
    bool Is = Each && Each->getOpcode() == BO_Assign &&
              steppableOf(Each->getLHS()) == Index;
    return Is ? Each->getRHS() : nullptr;
  };
  for (; B && B->getOpcode() == BO_Comma;
       B = dyn_cast<BinaryOperator>(B->getLHS()))
    if (const Expr *Start = Given(dyn_cast<BinaryOperator>(B->getRHS())))
      return Start;
  return Given(B);
}

namespace {
struct Comparison {
  BinaryOperatorKind Op;
  const Expr *Left, *Right;
};
} // namespace

/// `a < b`, be it an operator of iterators.
static std::optional<Comparison> comparisonOf(const Expr *E) {
  E = peel(E);
  if (const auto *B = dyn_cast<BinaryOperator>(E)) {
    if (!B->isComparisonOp())
      return std::nullopt;
    return Comparison{B->getOpcode(), B->getLHS(), B->getRHS()};
  }
  if (const auto *R = dyn_cast<CXXRewrittenBinaryOperator>(E))
    return Comparison{R->getOperator(), R->getLHS(), R->getRHS()};
  const auto *C = dyn_cast<CXXOperatorCallExpr>(E);
  if (!C || !C->isComparisonOp())
    return std::nullopt;
  return Comparison{BinaryOperator::getOverloadedOpcode(C->getOperator()),
                    C->getArg(0), C->getArg(1)};
}

/// Reads the condition \p E as a part of \p T.
static std::optional<LoopTest> readTest(const Expr *E, Turn &T) {
  LoopTest Test;
  std::optional<Comparison> Is = comparisonOf(E);
  if (!Is) {
    T.readSum(E, Test.Difference);
    return Test;
  }
  if (Is->Op == BO_EQ || Is->Op == BO_Cmp)
    return std::nullopt;
  Test.Op = Is->Op;
  if (T.pointeeSize(Is->Left) > 0 || T.pointeeSize(Is->Right) > 0) {
    Test.Left = T.readAddress(Is->Left);
    Test.Right = T.readAddress(Is->Right);
    return Test.Left && Test.Right ? std::optional(Test) : std::nullopt;
  }
  T.readSum(Is->Left, Test.Difference);
  T.readSum(Is->Right, Test.Difference, -1);
  return Test;
}

/// What one turn adds to \p S; nothing if it changes in a way that is not
/// linear.
static std::optional<int64_t> stepOf(const Sum &S, const Turn &T) {
  int64_t Step = 0;
  for (const Sum::Term &Each : S.Terms) {
    int64_t By = T.stepOf(Each.Variable) * Each.Sign;
    if (By && Step)
      return std::nullopt;
    if (!By && T.steps(Each.Value))
      return std::nullopt;
    Step += By;
  }
  return Step;
}

static std::optional<TurnCount> countTurns(const LoopTest &Test,
                                           const Turn &T) {
  std::optional<int64_t> Step = stepOf(Test.Difference, T);
  if (Test.Left || !Step || *Step == 0)
    return std::nullopt;
  TurnCount Count;
  Count.IsRising = *Step > 0;
  Count.Step = std::abs(*Step);
  bool IsUpper = Test.Op == BO_LT || Test.Op == BO_LE;
  if (Test.Op != BO_NE && IsUpper != Count.IsRising)
    return std::nullopt;
  Count.Distance.add(Test.Difference, Count.IsRising ? -1 : 1);
  Count.Distance.Number += Test.Op == BO_LE || Test.Op == BO_GE;
  return Count;
}

/// \p S as it is on the loop's entry.
static Sum atEntry(const Sum &S, const Turn &T, const Stmt *Init,
                   const ASTContext &Context, TypeBuilder &Types) {
  Sum Result;
  Result.Number = S.Number;
  for (const Sum::Term &Each : S.Terms) {
    const Expr *Start =
        T.stepOf(Each.Variable) ? startOf(Init, Each.Variable) : nullptr;
    if (!Start || Start->HasSideEffects(Context)) {
      Result.add(Each);
      continue;
    }
    Turn Before(Context, Types);
    Before.readSum(Start, Result, Each.Sign);
  }
  return Result;
}

namespace {
/// Makes the zeroizations of one loop.
class Finder {
public:
  Finder(const LoopParts &Parts, const ASTContext &Context, TypeBuilder &Types)
      : Parts(Parts), Context(Context), Types(Types), Each(Context, Types) {}

  std::optional<ZeroLoops> find();

private:
  bool readTurn();
  bool addUnrolled(ZeroLoops &Found);
  std::optional<ZeroLoop> zeroized(const ZeroStore &Store, int64_t Size);
  bool countLength(ZeroLoop &Loop, int64_t Stride, int64_t Size);
  bool boundByPointer(ZeroLoop &Loop, const LoopAddress &To, int64_t Stride);
  std::optional<int64_t> strideOf(const LoopAddress &To);
  Sum entry(const Sum &S) {
    return atEntry(S, Each, Parts.Init, Context, Types);
  }

  const LoopParts &Parts;
  const ASTContext &Context;
  TypeBuilder &Types;
  Turn Each;
  std::optional<LoopTest> Test;
  std::optional<TurnCount> Count;
};
} // namespace

bool Finder::readTurn() {
  if (!Parts.TestsLast)
    Test = readTest(Parts.Condition, Each);
  if (!Each.read(Parts.Body) || Each.stores().empty() || Each.leavesPattern())
    return false;
  if (Parts.TestsLast)
    Test = readTest(Parts.Condition, Each);
  if (!Test || !Each.read(Parts.Increment))
    return false;
  Count = countTurns(*Test, Each);
  if (Count && Parts.TestsLast) {
    Count->Distance.Number += Count->Step;
    return Count->Step == 1;
  }
  return true;
}

/// How many bytes the place moves in each turn.
std::optional<int64_t> Finder::strideOf(const LoopAddress &To) {
  std::optional<int64_t> Step = stepOf(To.Index, Each);
  int64_t Moves = Each.stepOf(To.Variable);
  if (!Step || (*Step && Moves) || (!Moves && Each.steps(To.Base)))
    return std::nullopt;
  if (*Step)
    return *Step * To.Scale;
  return Moves * Each.pointeeSize(To.Base);
}

/// Lowers the first place to the last one's, if the loop goes down.
bool Finder::countLength(ZeroLoop &Loop, int64_t Stride, int64_t Size) {
  if (std::abs(Stride) != Size || Size % Count->Step)
    return false;
  Loop.IsCounted = true;
  Loop.Unit = Size / Count->Step;
  Loop.Length = Count->Distance;
  if (Stride > 0)
    return true;
  if (Count->Step != 1 || (!Loop.First.Terms.empty() && Loop.Scale != Size))
    return false;
  Loop.Scale = Size;
  Loop.First.add(Count->Distance, -1);
  Loop.First.Number += 1;
  return true;
}

/// `while (p < end) *p++ = 0;`, `while (p > begin) *--p = 0;`
bool Finder::boundByPointer(ZeroLoop &Loop, const LoopAddress &To,
                            int64_t Stride) {
  if (!Test->Left || !To.Variable)
    return false;
  bool IsStraight = Test->Left->Variable == To.Variable;
  const LoopAddress &Moving = IsStraight ? *Test->Left : *Test->Right;
  const LoopAddress &Bound = IsStraight ? *Test->Right : *Test->Left;
  BinaryOperatorKind Op =
      IsStraight ? Test->Op : BinaryOperator::reverseComparisonOp(Test->Op);
  if (Moving.Variable != To.Variable || Each.stepOf(Bound.Variable) ||
      Each.steps(Bound.Base))
    return false;
  if (Stride > 0)
    return (Op == BO_LT || Op == BO_NE) && Moving.Offset == To.Offset;
  if (Op != BO_GT && Op != BO_NE && Op != BO_GE)
    return false;
  // The last turn is the one in which the pointer is just not at the bound.
  int64_t Last = Op == BO_GE ? 0 : -Stride;
  Loop.Pointer = Bound.Base;
  Loop.First = Bound.Index;
  Loop.Scale = Bound.Scale;
  Loop.Offset = Bound.Offset + Last + To.Offset - Moving.Offset;
  return true;
}

std::optional<ZeroLoop> Finder::zeroized(const ZeroStore &Store, int64_t Size) {
  std::optional<int64_t> Stride = strideOf(Store.To);
  if (!Stride || std::abs(*Stride) != Size)
    return std::nullopt;
  ZeroLoop Loop;
  Loop.Pointer = Store.To.Base;
  Loop.First = Store.To.Index;
  Loop.Scale = Store.To.Scale;
  Loop.Offset = Store.To.Offset;
  Loop.IsVolatile = Store.Element.isVolatileQualified();
  bool IsBound = Count ? countLength(Loop, *Stride, Size)
                       : boundByPointer(Loop, Store.To, *Stride);
  if (!IsBound)
    return std::nullopt;
  Loop.First = entry(Loop.First);
  Loop.Offset += std::exchange(Loop.First.Number, 0) * Loop.Scale;
  Loop.Length = entry(Loop.Length);
  return Loop;
}

/// `p[i] = 0; p[i + 1] = 0;`: all that one turn writes, in one.
bool Finder::addUnrolled(ZeroLoops &Found) {
  llvm::ArrayRef<ZeroStore> Stores = Each.stores();
  const LoopAddress &First = Stores.front().To;
  int64_t Size = Types.sizeOf(Stores.front().Element);
  for (const auto &[I, Store] : llvm::enumerate(Stores))
    if (!First.Variable || Store.To.Variable != First.Variable ||
        Store.Element != Stores.front().Element ||
        Store.To.Offset != First.Offset + int64_t(I) * Size ||
        !Store.To.Index.hasTermsOf(First.Index))
      return false;
  std::optional<ZeroLoop> All =
      zeroized(Stores.front(), int64_t(Stores.size()) * Size);
  if (!All)
    return false;
  Found.Zeroized.push_back(*All);
  return true;
}

std::optional<ZeroLoops> Finder::find() {
  if (!readTurn())
    return std::nullopt;
  ZeroLoops Found;
  Found.Stepped.assign(Each.stepped().begin(), Each.stepped().end());
  Found.Store = Each.stores().front().At;
  if (Each.stores().size() > 1 && addUnrolled(Found))
    return Found;
  for (const ZeroStore &Store : Each.stores()) {
    std::optional<ZeroLoop> Loop =
        zeroized(Store, std::max<int64_t>(1, Types.sizeOf(Store.Element)));
    if (!Loop)
      return std::nullopt;
    Found.Zeroized.push_back(*Loop);
  }
  return Found;
}

llvm::DenseMap<const Stmt *, ZeroLoops>
secret::zeroLoopsIn(const Stmt *Body, const ASTContext &Context,
                    TypeBuilder &Types) {
  llvm::DenseMap<const Stmt *, ZeroLoops> Found;
  forEachStatement(Body, [&](const Stmt *S) {
    LoopParts Parts = partsOf(S);
    if (!Parts.Condition)
      return;
    if (auto Loop = Finder(Parts, Context, Types).find())
      Found[S] = std::move(*Loop);
  });
  return Found;
}

std::optional<CountedLoop> secret::countedLoop(const ForStmt *Loop,
                                               const ASTContext &Context,
                                               TypeBuilder &Types) {
  const auto *Step = dyn_cast_or_null<UnaryOperator>(Loop->getInc());
  const ValueDecl *Index =
      Step && Step->isIncrementOp() ? steppableOf(Step->getSubExpr()) : nullptr;
  if (!Index || !Loop->getCond())
    return std::nullopt;
  Turn Each(Context, Types);
  std::optional<LoopTest> Test = readTest(Loop->getCond(), Each);
  if (!Test || !Each.read(Loop->getInc()))
    return std::nullopt;
  std::optional<TurnCount> Count = countTurns(*Test, Each);
  if (!Count || !Count->IsRising || Count->Step != 1)
    return std::nullopt;
  CountedLoop Result{Loop, Index, Count->Distance};
  Result.Bound.add({Step->getSubExpr(), Index, 1});
  return Result;
}
