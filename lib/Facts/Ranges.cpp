//===- Ranges.cpp - Facts of loops over ranges ----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;
using namespace secret;

/// What `for (auto &each : range)` runs over: where its elements are, and their
/// type; 0 if that is not known.
ValueId FunctionLowering::rangeOf(const CXXForRangeStmt *Loop,
                                  QualType &Element) {
  const auto *Range = dyn_cast<VarDecl>(Loop->getRangeStmt()->getSingleDecl());
  if (!Range || !Range->getType()->isReferenceType() || !Objects.count(Range))
    return 0;
  QualType T = Range->getType()->getPointeeType();
  const ArrayType *A = Context.getAsArrayType(T);
  Element = A ? A->getElementType() : Types.elementOf(T);
  Holding Holds = Types.holdingOf(T);
  if (Element.isNull() || (!A && Holds == Holding::Fields) ||
      Types.sizeOf(Element) <= 0)
    return 0;
  const Stmt *At = Loop->getLoopVarStmt();
  ValueId Base = load(addressOf(objectOf(Range), At), Range->getType(), At);
  return Holds == Holding::View ? loadView(Base, T, At) : Base;
}

/// The loop's variable is any of the elements, as for an unknown index.
ValueId FunctionLowering::eachElement(const VarDecl *Variable) {
  auto It = RangeLoops.find(Variable);
  if (It == RangeLoops.end())
    return 0;
  QualType Element;
  ValueId Base = rangeOf(It->second, Element);
  if (!Base)
    return 0;
  const Stmt *At = It->second->getLoopVarStmt();
  ValueId Any = emit(FactKind::Mix, At).Result = newValue();
  bool IsAggregate = Element->isRecordType() || Element->isArrayType();
  ValueId Each = element(Base, Any, Types.sizeOf(Element), At, IsAggregate);
  const auto *Range =
      cast<VarDecl>(It->second->getRangeStmt()->getSingleDecl());
  QualType T = Range->getType()->getPointeeType();
  if (Types.holdingOf(T) == Holding::Block)
    Now->Facts.back().Type = Types.idOf(T);
  return Each;
}

/// A loop over a range is taken to have a first turn: what is empty holds no
/// secret.
void FunctionLowering::beginRange(const VarDecl *Begin) {
  auto It = RangeBegins.find(Begin);
  if (It == RangeBegins.end())
    return;
  ObjectInfo Info;
  Info.Kind = ObjectKind::Temporary;
  Info.Name = "turns";
  Info.IsScalar = true;
  Info.Size = 4;
  Info.Type = Types.idOf(Context.IntTy);
  ObjectId Turns = newObject(std::move(Info));
  RangeTurns[It->second] = Turns;
  const Stmt *At = It->second->getLoopVarStmt();
  store(addressOf(Turns, At), constant(0, At), Context.IntTy, At, true);
}

void FunctionLowering::nextTurn(const Stmt *Increment) {
  auto It = RangeIncrements.find(Increment);
  if (It == RangeIncrements.end() || !RangeTurns.count(It->second))
    return;
  ValueId Any = emit(FactKind::Mix, Increment).Result = newValue();
  store(addressOf(RangeTurns[It->second], Increment), Any, Context.IntTy,
        Increment, true);
}

/// Whether the loop goes on: surely on the first turn.
ValueId FunctionLowering::rangeCondition(const CXXForRangeStmt *Loop) {
  auto It = RangeTurns.find(Loop);
  if (It == RangeTurns.end())
    return 0;
  ValueId Turn = load(addressOf(It->second, Loop), Context.IntTy, Loop);
  ValueId Zero = constant(0, Loop);
  Fact &F = emit(FactKind::Compare, Loop);
  F.A = Turn;
  F.B = Zero;
  F.Cmp = CompareOp::Eq;
  return F.Result = newValue();
}

/// `for (auto &each : range) each = 0;`: the store of zero, if the loop does
/// nothing else.
static std::optional<ZeroStore> zeroizesRange(const CXXForRangeStmt *Loop,
                                              const ASTContext &Context,
                                              TypeBuilder &Types) {
  const VarDecl *Each = Loop->getLoopVariable();
  Turn Body(Context, Types);
  if (!Each->getType()->isReferenceType() || !Body.read(Loop->getBody()) ||
      Body.stores().size() != 1 || Body.leavesPattern())
    return std::nullopt;
  const ZeroStore &Store = Body.stores().front();
  const LoopAddress &To = Store.To;
  if (To.Variable != Each || !To.Index.Terms.empty() || To.Offset ||
      Types.sizeOf(Store.Element) !=
          Types.sizeOf(Each->getType()->getPointeeType()))
    return std::nullopt;
  return Store;
}

void FunctionLowering::findRangeLoops(const Stmt *Body) {
  forEachStatement(Body, [&](const Stmt *S) {
    const auto *Loop = dyn_cast<CXXForRangeStmt>(S);
    if (!Loop)
      return;
    RangeLoops[Loop->getLoopVariable()] = Loop;
    if (const auto *D = dyn_cast_or_null<DeclStmt>(Loop->getBeginStmt()))
      if (const auto *V = dyn_cast<VarDecl>(D->getSingleDecl()))
        RangeBegins[V] = Loop;
    RangeIncrements[Loop->getInc()] = Loop;
    if (auto Store = zeroizesRange(Loop, Context, Types))
      RangesOfZeros[Loop] = Store->Element;
  });
}

/// The zeros that a loop over a range writes to all of it.
void FunctionLowering::zeroizeRange(const CXXForRangeStmt *Loop) {
  auto It = RangesOfZeros.find(Loop);
  QualType Element;
  ValueId Base = It != RangesOfZeros.end() ? rangeOf(Loop, Element) : 0;
  if (!Base)
    return;
  Replaced.insert(Loop);
  Fact &F = emit(FactKind::Zeroize, Loop);
  F.A = Base;
  F.IsVolatile =
      Element.isVolatileQualified() || It->second.isVolatileQualified();
  F.Flag = true;
}
