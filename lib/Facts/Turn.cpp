//===- Turn.cpp - What one turn of a loop does ----------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Turn.h"
#include "Lowering.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace secret;

namespace {
/// Sums and addresses of more parts are taken as unknown.
constexpr unsigned MaxDepth = 12;
/// Numbers of more bits are no offsets.
constexpr unsigned MaxBits = 31;
} // namespace

const ValueDecl *secret::steppableOf(const Expr *E) {
  E = E ? peel(E) : nullptr;
  if (const VarDecl *V = variableOf(E))
    return V;
  // Of other objects than `*this`, two may have the field.
  const auto *M = dyn_cast_or_null<MemberExpr>(E);
  bool IsOwn = M && isa<CXXThisExpr>(peel(M->getBase()));
  return IsOwn ? M->getMemberDecl() : nullptr;
}

void Sum::add(const Term &T) {
  for (Term &Each : Terms)
    if (T.Variable && Each.Variable == T.Variable && Each.Sign == -T.Sign) {
      Terms.erase(&Each);
      return;
    }
  Terms.push_back(T);
}

void Sum::add(const Sum &Other, int Sign) {
  for (Term T : Other.Terms) {
    T.Sign *= Sign;
    add(T);
  }
  Number += Sign * Other.Number;
}

bool LoopAddress::move(const Sum &By, int Sign, int64_t Size) {
  Offset += Sign * By.Number * Size;
  if (By.Terms.empty())
    return true;
  if (!Index.Terms.empty() && Scale != Size)
    return false;
  Scale = Size;
  Sum Terms = By;
  Terms.Number = 0;
  Index.add(Terms, Sign);
  return true;
}

bool Sum::hasTermsOf(const Sum &Other) const {
  Sum Difference = *this;
  Difference.add(Other, -1);
  return Difference.Terms.empty();
}

bool LoopAddress::isSame(const LoopAddress &Other) const {
  return Variable && Variable == Other.Variable && Offset == Other.Offset &&
         Index.hasTermsOf(Other.Index) &&
         (Index.Terms.empty() || Scale == Other.Scale);
}

bool Turn::steps(const Expr *E) const {
  llvm::SmallVector<const Stmt *, 8> Left{E};
  while (!Left.empty()) {
    const Stmt *S = Left.pop_back_val();
    if (const auto *Part = dyn_cast<Expr>(S); Part && stepOf(steppableOf(Part)))
      return true;
    for (const Stmt *Child : S->children())
      if (Child)
        Left.push_back(Child);
  }
  return false;
}

int64_t Turn::pointeeSize(const Expr *Pointer) const {
  QualType T = Pointer->getType();
  if (const ArrayType *A = Context.getAsArrayType(T))
    return Types.sizeOf(A->getElementType());
  if (T->isPointerType())
    return Types.sizeOf(T->getPointeeType());
  QualType Element =
      Types.holdingOf(T) == Holding::View ? Types.elementOf(T) : QualType();
  return Element.isNull() ? 0 : Types.sizeOf(Element);
}

/// `++it`, `v++`: the operand, and by how much; null for other expressions.
static std::pair<const Expr *, int> operandOfStep(const Expr *E) {
  if (const auto *U = dyn_cast<UnaryOperator>(E);
      U && U->isIncrementDecrementOp())
    return {U->getSubExpr(), U->isIncrementOp() ? 1 : -1};
  const auto *C = dyn_cast<CXXOperatorCallExpr>(E);
  if (!C || C->getNumArgs() == 0)
    return {nullptr, 0};
  OverloadedOperatorKind Op = C->getOperator();
  if (Op != OO_PlusPlus && Op != OO_MinusMinus)
    return {nullptr, 0};
  return {C->getArg(0), Op == OO_PlusPlus ? 1 : -1};
}

static bool isPostfix(const Expr *Step) {
  if (const auto *U = dyn_cast<UnaryOperator>(Step))
    return U->isPostfix();
  const auto *C = dyn_cast<CXXOperatorCallExpr>(Step);
  return C && C->getNumArgs() == 2;
}

/// The number that \p E is known to be, if it fits.
static std::optional<int64_t> numberOf(const Expr *E,
                                       const ASTContext &Context) {
  if (E->isValueDependent() || !E->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  std::optional<llvm::APSInt> N = E->getIntegerConstantExpr(Context);
  if (!N || N->getSignificantBits() > MaxBits + 1)
    return std::nullopt;
  return N->getExtValue();
}

void Turn::readSum(const Expr *E, Sum &To, int Sign, unsigned Depth) {
  const Expr *Bare = peel(E);
  if (std::optional<int64_t> N = numberOf(Bare, Context)) {
    To.Number += Sign * *N;
    return;
  }
  if (const auto *U = dyn_cast<UnaryOperator>(Bare);
      U && U->isIncrementDecrementOp() && steppableOf(U->getSubExpr())) {
    const ValueDecl *V = steppableOf(U->getSubExpr());
    int64_t Before = stepOf(V);
    readStep(U);
    To.Number += Sign * (U->isPostfix() ? Before : stepOf(V));
    return To.add({U->getSubExpr(), V, Sign});
  }
  if (const auto *B = dyn_cast<BinaryOperator>(Bare);
      B && B->isAdditiveOp() && Depth < MaxDepth &&
      B->getType()->isIntegerType()) {
    readSum(B->getLHS(), To, Sign, Depth + 1);
    int Second = B->getOpcode() == BO_Sub ? -Sign : Sign;
    return readSum(B->getRHS(), To, Second, Depth + 1);
  }
  const ValueDecl *V = steppableOf(Bare);
  To.Number += Sign * stepOf(V);
  To.add({V ? Bare : E, V, Sign});
}

std::optional<LoopAddress> Turn::readElement(const Expr *Base,
                                             const Expr *Index,
                                             QualType Element, unsigned Depth) {
  std::optional<LoopAddress> A = readAddress(Base, Depth + 1);
  Sum By;
  readSum(Index, By);
  if (A && A->move(By, 1, Types.sizeOf(Element)))
    return A;
  LoopAddress Row;
  Row.Base = peel(Base);
  Row.move(By, 1, Types.sizeOf(Element));
  return Row;
}

/// Where the lvalue \p E is.
std::optional<LoopAddress> Turn::readPlace(const Expr *E, unsigned Depth) {
  const Expr *Bare = peel(E);
  if (Depth > MaxDepth)
    return std::nullopt;
  if (const auto *A = dyn_cast<ArraySubscriptExpr>(Bare))
    return readElement(A->getBase(), A->getIdx(), A->getType(), Depth);
  if (const auto *C = dyn_cast<CXXOperatorCallExpr>(Bare);
      C && C->getOperator() == OO_Subscript && C->getNumArgs() == 2)
    return readElement(C->getArg(0), C->getArg(1), C->getType(), Depth);
  if (const auto *U = dyn_cast<UnaryOperator>(Bare);
      U && U->getOpcode() == UO_Deref)
    return readAddress(U->getSubExpr(), Depth + 1);
  if (const auto *C = dyn_cast<CXXOperatorCallExpr>(Bare);
      C && C->getOperator() == OO_Star && C->getNumArgs() == 1 &&
      pointeeSize(C->getArg(0)) > 0)
    return readAddress(C->getArg(0), Depth + 1);
  const auto *R = dyn_cast<DeclRefExpr>(Bare);
  if (!R)
    return std::nullopt;
  if (auto It = Aliases.find(R->getDecl()); It != Aliases.end())
    return It->second;
  LoopAddress Object;
  Object.Base = R;
  Object.Variable = R->getDecl();
  return Object;
}

/// `&place`: where an element is, or the address of a whole object.
std::optional<LoopAddress> Turn::addressOf(const Expr *AddressOf,
                                           const Expr *Place, unsigned Depth) {
  const Expr *Of = peel(Place);
  if (!isa<MemberExpr>(Of)) {
    std::optional<LoopAddress> A = readPlace(Of, Depth + 1);
    if (A && A->Base == Of)
      A->Base = AddressOf;
    return A;
  }
  LoopAddress Member;
  Member.Base = AddressOf;
  return Member;
}

std::optional<LoopAddress> Turn::readAddress(const Expr *E, unsigned Depth) {
  const Expr *Bare = peel(E);
  if (Depth > MaxDepth)
    return std::nullopt;
  if (const auto *B = dyn_cast<BinaryOperator>(Bare);
      B && B->isAdditiveOp() && B->getType()->isPointerType()) {
    bool Straight = B->getLHS()->getType()->isPointerType();
    const Expr *Pointer = Straight ? B->getLHS() : B->getRHS();
    const Expr *Index = Straight ? B->getRHS() : B->getLHS();
    std::optional<LoopAddress> A = readAddress(Pointer, Depth + 1);
    Sum By;
    readSum(Index, By);
    int Sign = B->getOpcode() == BO_Sub ? -1 : 1;
    return A && A->move(By, Sign, pointeeSize(Pointer)) ? A : std::nullopt;
  }
  const auto *U = dyn_cast<UnaryOperator>(Bare);
  if (U && U->getOpcode() == UO_AddrOf)
    return addressOf(U, U->getSubExpr(), Depth);
  return readPointer(Bare);
}

/// A pointer or iterator, as it is or as it is stepped.
std::optional<LoopAddress> Turn::readPointer(const Expr *E) {
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
    E = peel(Temporary->getSubExpr()); // `it++`, of a class
  LoopAddress A;
  const Expr *Stepped = operandOfStep(E).first;
  A.Base = Stepped ? peel(Stepped) : E;
  A.Variable = steppableOf(A.Base);
  if (auto It = Aliases.find(A.Variable); It != Aliases.end())
    return It->second;
  int64_t Before = stepOf(A.Variable);
  if (Stepped && !readStep(E))
    return std::nullopt;
  int64_t Steps = Stepped && !isPostfix(E) ? stepOf(A.Variable) : Before;
  A.Offset = Steps * pointeeSize(A.Base);
  return A;
}

bool Turn::step(const Expr *Variable, int64_t By) {
  const ValueDecl *V = steppableOf(Variable);
  if (!V || Aliases.count(V))
    return false;
  if (!Steps.count(V))
    Stepped.push_back(Variable);
  Steps[V] += By;
  return true;
}

/// `v++`, `v -= 1`.
bool Turn::readStep(const Expr *E) {
  if (auto [Operand, By] = operandOfStep(E); Operand) {
    QualType T = Operand->getType();
    return (!T->isRecordType() || pointeeSize(Operand) > 0) &&
           step(Operand, By);
  }
  const auto *C = dyn_cast<CompoundAssignOperator>(E);
  if (!C || (C->getOpcode() != BO_AddAssign && C->getOpcode() != BO_SubAssign))
    return false;
  std::optional<int64_t> By = numberOf(peel(C->getRHS()), Context);
  return By && step(C->getLHS(), C->getOpcode() == BO_AddAssign ? *By : -*By);
}

/// What the assignments of `a = b = c` assign to, and what they assign. Others
/// than `=` only stand alone.
static const Expr *
assignedBy(const BinaryOperator *E,
           llvm::SmallVectorImpl<const BinaryOperator *> &Chain) {
  while (E && E->getOpcode() == BO_Assign) {
    Chain.push_back(E);
    const Expr *Value = E->getRHS();
    E = dyn_cast<BinaryOperator>(peel(Value));
    if (!E || !E->isAssignmentOp())
      return Value;
  }
  if (!E || !Chain.empty() || E->getOpcode() != BO_AndAssign)
    return nullptr;
  Chain.push_back(E);
  return E->getRHS();
}

/// `*p = 0`, `*p = *q = 0`, `*p &= 0`, and a `*p = 0xff` before it.
bool Turn::readAssignment(const BinaryOperator *E) {
  llvm::SmallVector<const BinaryOperator *, 2> Chain;
  const Expr *Value = assignedBy(E, Chain);
  if (!Value || E->getType()->isRecordType())
    return false;
  ConstantKind Kind = constantKind(Value);
  bool IsMask = E->getOpcode() == BO_AndAssign;
  if (!Kind.IsConstant || (IsMask && !Kind.IsZero))
    return false;
  for (const BinaryOperator *Each : llvm::reverse(Chain)) {
    std::optional<LoopAddress> To = readPlace(Each->getLHS(), 0);
    if (!To)
      return false;
    auto IsThere = [&](const LoopAddress &A) { return A.isSame(*To); };
    llvm::erase_if(Patterns, IsThere);
    if (Kind.IsZero)
      Stores.push_back({*To, Each, Each->getLHS()->getType()});
    else
      Patterns.push_back(*To);
  }
  return true;
}

bool Turn::readExpression(const Expr *E) {
  const auto *B = dyn_cast<BinaryOperator>(E);
  return readStep(E) || (B && readAssignment(B));
}

/// `T *q = p + i;`, `auto &each = p[i];`
bool Turn::readDeclaration(const DeclStmt *D) {
  const auto *V =
      D->isSingleDecl() ? dyn_cast<VarDecl>(D->getSingleDecl()) : nullptr;
  if (!V || !V->getInit() || V->isStaticLocal())
    return false;
  bool IsReference = V->getType()->isReferenceType();
  if (!IsReference && !V->getType()->isPointerType())
    return false;
  std::optional<LoopAddress> At =
      IsReference ? readPlace(V->getInit(), 0) : readAddress(V->getInit());
  if (!At)
    return false;
  Aliases[V] = *At;
  return true;
}

bool Turn::read(const Stmt *S) {
  llvm::SmallVector<const Stmt *, 8> Left;
  if (S)
    Left.push_back(S);
  while (!Left.empty()) {
    const Stmt *Next = Left.pop_back_val();
    if (const auto *C = dyn_cast<CompoundStmt>(Next)) {
      for (const Stmt *Child : llvm::reverse(C->body()))
        Left.push_back(Child);
      continue;
    }
    const auto *D = dyn_cast<DeclStmt>(Next);
    const Expr *E = dyn_cast<Expr>(Next);
    E = E ? peel(E) : nullptr;
    if (const auto *B = dyn_cast_or_null<BinaryOperator>(E);
        B && B->getOpcode() == BO_Comma) {
      Left.push_back(B->getRHS());
      Left.push_back(B->getLHS());
      continue;
    }
    if (isa<NullStmt>(Next) || (D && readDeclaration(D)) ||
        (E && readExpression(E)))
      continue;
    return false;
  }
  return true;
}
