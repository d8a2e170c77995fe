//===- Lowering.h - One function on its way to facts ------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Private to lib/Facts. The CFG lists every expression after its operands, so
// each one is lowered by itself: nothing here recurses over expressions, but
// for lowerAgain, which has a bound.
//
// An expression's value is the address for an lvalue and for a record, and the
// value itself otherwise.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_LOWERING_H
#define SECRET_TIDY_FACTS_LOWERING_H

#include "Generator.h"
#include "clang/AST/StmtVisitor.h"
#include "clang/Analysis/CFG.h"

namespace secret {

/// A loop that does nothing but write zeros to consecutive elements.
struct ZeroLoop {
  const clang::Expr *Pointer = nullptr; ///< first element, at the loop's entry
  const clang::Expr *Count = nullptr;   ///< number of elements
  const clang::Expr *From = nullptr;    ///< first index, or null for 0
  const clang::Expr *End = nullptr;     ///< one past the last element (pointer)
  int64_t ElementSize = 1;
  bool IsVolatile = false;
  bool SkipsFirst = false;  ///< it begins with the second element
  bool CountIsLast = false; ///< Count is the last index, not the number
};

class FunctionLowering : public clang::ConstStmtVisitor<FunctionLowering> {
public:
  FunctionLowering(clang::ASTContext &Context, Catalog &Secrets,
                   TypeBuilder &Types, const UnitFunctions &Functions)
      : Context(Context), Secrets(Secrets), Types(Types), Functions(Functions) {
  }

  FunctionFacts lower(const clang::FunctionDecl *F, unsigned MaxBlocks);
  FunctionFacts lowerGlobals(llvm::ArrayRef<const clang::VarDecl *> Globals);

  // Expressions.cpp
  void VisitStmt(const clang::Stmt *S);
  void VisitExpr(const clang::Expr *E);
  void VisitIntegerLiteral(const clang::IntegerLiteral *E);
  void VisitCharacterLiteral(const clang::CharacterLiteral *E);
  void VisitCXXBoolLiteralExpr(const clang::CXXBoolLiteralExpr *E);
  void VisitCXXNullPtrLiteralExpr(const clang::CXXNullPtrLiteralExpr *E);
  void VisitGNUNullExpr(const clang::GNUNullExpr *E);
  void VisitStringLiteral(const clang::StringLiteral *E);
  void VisitPredefinedExpr(const clang::PredefinedExpr *E);
  void VisitDeclRefExpr(const clang::DeclRefExpr *E);
  void VisitMemberExpr(const clang::MemberExpr *E);
  void VisitArraySubscriptExpr(const clang::ArraySubscriptExpr *E);
  void VisitUnaryOperator(const clang::UnaryOperator *E);
  void VisitUnaryExprOrTypeTraitExpr(const clang::UnaryExprOrTypeTraitExpr *E);
  void VisitOffsetOfExpr(const clang::OffsetOfExpr *E);
  void VisitBinaryOperator(const clang::BinaryOperator *E);
  void VisitCompoundAssignOperator(const clang::CompoundAssignOperator *E);
  void VisitConditionalOperator(const clang::ConditionalOperator *E);
  void
  VisitBinaryConditionalOperator(const clang::BinaryConditionalOperator *E);
  void VisitCastExpr(const clang::CastExpr *E);
  void VisitStmtExpr(const clang::StmtExpr *E);
  void VisitCXXThisExpr(const clang::CXXThisExpr *E);
  void VisitMaterializeTemporaryExpr(const clang::MaterializeTemporaryExpr *E);

  // Declarations.cpp
  void VisitDeclStmt(const clang::DeclStmt *S);
  void VisitInitListExpr(const clang::InitListExpr *) {}
  void VisitDesignatedInitExpr(const clang::DesignatedInitExpr *) {}
  void VisitCompoundLiteralExpr(const clang::CompoundLiteralExpr *E);
  void VisitReturnStmt(const clang::ReturnStmt *S);
  void VisitGCCAsmStmt(const clang::GCCAsmStmt *S);

  // Calls.cpp
  void VisitCallExpr(const clang::CallExpr *E);
  void VisitCXXMemberCallExpr(const clang::CXXMemberCallExpr *E);
  void VisitCXXConstructExpr(const clang::CXXConstructExpr *E);

private:
  // Generator.cpp
  void lowerBlock(const clang::CFGBlock &B);
  void lowerElement(const clang::CFGElement &E);
  void lowerSuccessors(const clang::CFGBlock &B);
  void lowerLifetimeEnd(const clang::CFGLifetimeEnds &E);
  void lowerCleanup(const clang::CFGCleanupFunction &E);
  void endParameters();
  void markCrossing();

  Fact &emit(FactKind Kind, const clang::Stmt *At);
  Fact &emitValue(FactKind Kind, const clang::Expr *E);
  ValueId newValue() { return Facts.NumValues++; }
  ValueId constant(int64_t Number, const clang::Stmt *At);
  ValueId addressOf(ObjectId Object, const clang::Stmt *At);
  ValueId load(ValueId Address, clang::QualType T, const clang::Stmt *At);
  void store(ValueId Address, ValueId Value, clang::QualType T,
             const clang::Stmt *At, bool Initial = false);
  ValueId element(ValueId Base, ValueId Index, int64_t Scale,
                  const clang::Stmt *At, bool IsAggregate = false);
  ValueId field(ValueId Base, int64_t Offset, int64_t Size,
                const clang::Stmt *At);
  void setValue(const clang::Stmt *E, ValueId V) { Values[E] = V; }
  /// Value of an expression that was lowered before; an unknown one if not.
  ValueId valueOf(const clang::Expr *E);
  /// Lowers \p E and its operands at this place, wherever the CFG has them.
  ValueId lowerAgain(const clang::Expr *E, unsigned Depth = 0);
  void mix(const clang::Expr *E);
  void incrementOrDecrement(const clang::UnaryOperator *E);
  void assign(const clang::BinaryOperator *E);
  void arithmetic(const clang::BinaryOperator *E);
  int64_t elementSize(clang::QualType Pointer);

  // Declarations.cpp
  ObjectId objectOf(const clang::VarDecl *D);
  ObjectId newObject(ObjectInfo Info);
  void describe(ObjectInfo &Info, const clang::VarDecl *D);
  void declare(const clang::VarDecl *D);
  void initialize(ObjectId Object, const clang::Expr *Init,
                  const clang::Stmt *At);
  void initializeList(ObjectId Object, const clang::InitListExpr *Init,
                      const clang::Stmt *At);
  void imageOfVariable(const clang::VarDecl *D);

  // Calls.cpp
  void lowerCall(const clang::Expr *E, const clang::FunctionDecl *Callee,
                 const clang::Expr *CalleeExpr, ValueId This,
                 llvm::ArrayRef<const clang::Expr *> Args);
  void describeCallee(CallInfo &Info, const clang::FunctionDecl *Callee);
  Argument describeArgument(const clang::Expr *E, ValueId V,
                            const clang::ParmVarDecl *P);
  const clang::FunctionDecl *calleeThroughPointer(const clang::Expr *Callee,
                                                  bool &ThroughVolatile);
  bool stays(const clang::FunctionDecl *Callee) const;

  // Loops.cpp
  void findZeroLoops(const clang::Stmt *Body);
  void emitZeroLoop(const clang::Stmt *Loop);
  ValueId lowerOperand(const clang::Expr *E);

  Span spanOf(const clang::Stmt *S) const;

  clang::ASTContext &Context;
  Catalog &Secrets;
  TypeBuilder &Types;
  const UnitFunctions &Functions;
  FunctionFacts Facts;
  Block *Now = nullptr;
  llvm::DenseMap<const clang::Stmt *, ValueId> Values;
  llvm::DenseMap<const clang::VarDecl *, ObjectId> Objects;
  llvm::DenseMap<const clang::Stmt *, ZeroLoop> ZeroLoops;
  /// Stores in the body of a do-while zero loop, and their loop.
  llvm::DenseMap<const clang::Stmt *, const clang::Stmt *> LoopStores;
};

/// Whether an initializer (or expression) is all zeros, or all constants.
struct ConstantKind {
  bool IsConstant = false;
  bool IsZero = false;
};
ConstantKind constantKind(const clang::Expr *Init);

/// \p E without parentheses, casts and other nodes that change no bytes.
const clang::Expr *peel(const clang::Expr *E);

/// The loops under \p Body that only write zeros.
llvm::DenseMap<const clang::Stmt *, ZeroLoop>
zeroLoopsIn(const clang::Stmt *Body, TypeBuilder &Types);

std::string usrOf(const clang::Decl *D);

} // namespace secret

#endif // SECRET_TIDY_FACTS_LOWERING_H
