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
#include "GivenFunctions.h"
#include "MadeObjects.h"
#include "ZeroLoops.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtVisitor.h"
#include "clang/Analysis/CFG.h"
#include <map>

namespace secret {

using ExprList = llvm::ArrayRef<const clang::Expr *>;

class FunctionLowering : public clang::ConstStmtVisitor<FunctionLowering> {
public:
  FunctionLowering(clang::ASTContext &Context, Catalog &Secrets,
                   TypeBuilder &Types, const UnitFunctions &Functions,
                   MayThrow &Throws)
      : Context(Context), Secrets(Secrets), Types(Types), Functions(Functions),
        Throws(Throws) {}

  FunctionFacts lower(const clang::FunctionDecl *F, unsigned MaxBlocks);
  /// What the destructor of \p R does, which nobody wrote.
  FunctionFacts lowerImplicitDestructor(const clang::CXXRecordDecl *R);
  FunctionFacts lowerGlobals(llvm::ArrayRef<const clang::VarDecl *> Globals,
                             llvm::ArrayRef<const clang::FieldDecl *> Fields);

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
  void
  VisitCXXRewrittenBinaryOperator(const clang::CXXRewrittenBinaryOperator *E);
  void VisitCastExpr(const clang::CastExpr *E);
  ValueId usedAs(ValueId Pointer, const clang::CastExpr *E);
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

  // Classes.cpp
  void VisitCXXConstructExpr(const clang::CXXConstructExpr *E);
  void VisitCXXNewExpr(const clang::CXXNewExpr *E);
  void VisitCXXDeleteExpr(const clang::CXXDeleteExpr *E);

  // Closures.cpp
  void VisitLambdaExpr(const clang::LambdaExpr *E);

  // Unwinding.cpp
  void VisitCXXThrowExpr(const clang::CXXThrowExpr *E);

private:
  // Generator.cpp
  bool buildGraph(const clang::FunctionDecl *F, unsigned MaxBlocks);
  void begin(const clang::FunctionDecl *F);
  void lowerBlock(const clang::CFGBlock &B);
  void lowerElement(const clang::CFGElement &E);
  void lowerSuccessors(const clang::CFGBlock &B);
  void lowerLifetimeEnd(const clang::CFGLifetimeEnds &E);
  void lowerCleanupCall(const clang::VarDecl *D,
                        const clang::FunctionDecl *Callee);
  void endParameters(const clang::FunctionDecl *Function);
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
  ValueId binding(const clang::BindingDecl *B, const clang::Expr *At);
  void incrementOrDecrement(const clang::UnaryOperator *E);
  void assign(const clang::BinaryOperator *E);
  void arithmetic(const clang::BinaryOperator *E);
  int64_t elementSize(clang::QualType Pointer);

  // Declarations.cpp
  ObjectId objectOf(const clang::VarDecl *D);
  ObjectId newObject(ObjectInfo Info);
  void describe(ObjectInfo &Info, const clang::VarDecl *D);
  void declare(const clang::VarDecl *D);
  void initialize(ValueId Address, const clang::Expr *Init,
                  const clang::Stmt *At, bool HasTaggedPointers);
  void initializeList(ValueId Address, const clang::InitListExpr *Init,
                      const clang::Stmt *At, bool HasTaggedPointers);
  ObjectId newTemporary(clang::QualType T, const clang::Expr *At);
  int64_t contentSize(clang::QualType T);
  ValueId returned(const clang::ReturnStmt *S);
  void unsuitableDeclaration(const clang::ValueDecl *D, clang::QualType T);

  // Image.cpp
  void imageOfVariable(const clang::VarDecl *D);
  void imageOfFields(const clang::Expr *Init, ObjectId Object);
  void imageAt(Span At, ObjectId Object);

  // Calls.cpp
  void lowerCall(const clang::Expr *E, const clang::FunctionDecl *Callee,
                 const clang::Expr *CalleeExpr, ValueId This, ExprList Args);
  void describeForeign(CallInfo &Info, const clang::FunctionDecl *Callee);
  void describeCallee(CallInfo &Info, const clang::FunctionDecl *Callee);
  Argument describeArgument(const clang::Expr *E, ValueId V,
                            const clang::ParmVarDecl *P);
  bool stays(const clang::FunctionDecl *Callee) const;
  bool isText(clang::QualType T);
  bool mayBeText(const clang::Expr *E);
  void describeMethod(CallInfo &Info, const clang::CXXMethodDecl *M);
  ValueId argumentValue(const clang::Expr *E, const clang::ParmVarDecl *P);
  void letGo(const clang::Expr *Owner, clang::QualType T,
             const clang::Stmt *At);
  ValueId callWith(const clang::FunctionDecl *Callee, ValueId This,
                   llvm::ArrayRef<Argument> Args, const clang::Stmt *At);
  bool copies(const clang::Expr *E);
  const clang::Expr *viewedExpr(const clang::Expr *E);
  void assignPlainly(const clang::CallExpr *E, ValueId To,
                     const clang::Expr *From);
  bool passesThrough(const clang::CallExpr *E);
  bool isConstantCall(const clang::CallExpr *E);
  bool isOperator(const clang::CallExpr *E);

  // GivenFunctions.cpp
  Argument passedOn(const clang::Expr *E, const clang::ParmVarDecl *P,
                    const clang::Stmt *At);
  ValueId callGiven(const GivenFunction &Given, const Effect &E, ExprList Args,
                    const clang::Expr *At);
  void callGiven(const FunctionModel *Model, ExprList Args,
                 const clang::Expr *At);

  // MadeObjects.cpp
  void makeObject(const clang::CallExpr *Call, const FunctionModel *Model,
                  ExprList Args, ValueId This, ValueId Result);
  void constructWith(const MadeObject &Made, ValueId Address,
                     const clang::CallExpr *Call);

  // Classes.cpp
  void beginMethod(const clang::CXXMethodDecl *M);
  void nameClass(const clang::CXXRecordDecl *R);
  ValueId thisPointer(const clang::Stmt *At);
  void findConstructed();
  void noteConstructed(const clang::Stmt *S);
  ValueId constructedAt(const clang::CXXConstructExpr *E);
  void lowerInitializer(const clang::CXXCtorInitializer *Init);
  void allocate(const clang::CXXNewExpr *E);
  void retype(ValueId Pointer, clang::QualType T, const clang::Stmt *At);

  // Lifetimes.cpp
  void constructView(const clang::CXXConstructExpr *E, ValueId Address);
  ValueId firstElements(ValueId Pointer, const clang::CXXConstructExpr *E);
  void dispose(const clang::FunctionDecl *By, ValueId Pointer,
               clang::QualType PointerType);
  void beginLife(const clang::VarDecl *D, ObjectId Object);
  void lowerDestructor(const clang::CFGElement &E);
  /// What ends the life of an object of type \p T at \p Address.
  void destroy(ValueId Address, clang::QualType T, unsigned Depth = 0);
  void endReplaced(const clang::FunctionDecl *Callee, ValueId This,
                   const clang::Expr *At);
  bool disposeContent(ValueId Address, clang::QualType T, bool IsOwner);
  void endOwner(const clang::ParmVarDecl *P);
  void destroyPointee(ValueId Address, clang::QualType T, unsigned Depth);
  void destroyHeld(ValueId Address, clang::QualType T, unsigned Depth);
  void destroyMembers(ValueId Address, const clang::CXXRecordDecl *R,
                      unsigned Depth);
  void destroyHolder(ValueId Address, clang::QualType T, Holding Holds,
                     unsigned Depth);
  void destroyLocal(const clang::VarDecl *D, Span At);
  void destroyTemporary(const clang::CXXBindTemporaryExpr *E);
  ValueId base(ValueId Derived, const clang::CXXRecordDecl *From,
               const clang::CXXRecordDecl *To, const clang::Stmt *At);
  void castToBase(const clang::CastExpr *E);
  void copyObject(ValueId To, ValueId From, clang::QualType T, bool Moves,
                  const clang::Stmt *At);
  bool isConstructed(const clang::Expr *Init) const;
  bool constructsPlainly(const clang::CXXConstructExpr *E, ValueId Address);
  /// What the view or owner at \p Address points to.
  ValueId loadView(ValueId Address, clang::QualType View,
                   const clang::Stmt *At);
  /// A view or owner that points where \p Pointer does.
  ValueId wrapView(ValueId Pointer, clang::QualType View,
                   const clang::Expr *At);
  clang::QualType viewPointer(clang::QualType View);

  // Closures.cpp
  void beginClosure(const clang::CXXMethodDecl *M);
  void capture(const clang::LambdaExpr *E, const clang::LambdaCapture &C,
               const clang::FieldDecl *Field, const clang::Expr *Init,
               ValueId Closure);
  ValueId captured(const clang::VarDecl *V, const clang::Expr *At);

  // Unwinding.cpp
  void findTries(const clang::FunctionDecl *F);
  void findUnreached(const clang::Stmt *Body);
  void endTries();
  void orderBlocks();
  void addHandlers(const clang::CFGBlock &B,
                   llvm::SmallVectorImpl<unsigned> &Next) const;
  uint32_t tryOf(const clang::Stmt *S) const;
  void findHandlers();
  void noteThrow(const clang::CXXThrowExpr *E);
  /// Where \p What goes that is thrown at \p S.
  ThrowInfo thrownAt(const clang::Stmt *S, const ThrownTypes &What) const;
  ThrowInfo thrownBy(const clang::Stmt *S, const clang::FunctionDecl *Callee);
  /// The facts that \p Lower makes, kept out of the block.
  template <typename Callback> std::vector<Fact> aside(Callback Lower) {
    Block Scratch;
    Block *Saved = Now;
    Now = &Scratch;
    Lower();
    Now = Saved;
    return std::move(Scratch.Facts);
  }

  // Construction.cpp
  void findConstructorHandlers(const clang::CXXTryStmt *Try);
  void beginConstruction(const clang::CXXConstructorDecl *C);
  void enterBlock(const clang::CFGBlock &B);
  void leaveBlock(const clang::CFGBlock &B);
  void addPart(const clang::CXXCtorInitializer *Init);

  // CallTargets.cpp
  ValueId tableOf(const clang::Expr *Callee);
  CallInfo targetCall(uint32_t Call, const clang::FunctionDecl *F,
                      ExprList Args);
  void addTargetsHere(const FunctionSlot &Slot, uint32_t Call, ExprList Args);
  bool readsKnownFunction(const clang::CastExpr *E);
  void lowerTargets(uint32_t Call, const clang::Expr *Callee, ExprList Args);

  // IndirectCalls.cpp
  void describePointer(CallInfo &Info, const clang::Expr *Callee);

  // Operators.cpp
  bool isKnownNumber(const clang::CastExpr *E);

  // Variadic.cpp
  bool lowerArgumentList(const clang::CallExpr *E);
  ObjectId variableArguments();

  // Ranges.cpp
  void findRangeLoops(const clang::Stmt *Body);
  ValueId rangeOf(const clang::CXXForRangeStmt *Loop, clang::QualType &Element);
  ValueId eachElement(const clang::VarDecl *Variable);
  void beginRange(const clang::VarDecl *Begin);
  void nextTurn(const clang::Stmt *Increment);
  ValueId rangeCondition(const clang::CXXForRangeStmt *Loop);
  void zeroizeRange(const clang::CXXForRangeStmt *Loop);

  // Loops.cpp
  const CountedLoop *loopOver(const clang::Expr *Index,
                              const clang::Expr *Element);
  void addLoopCount(const clang::Expr *Element, const clang::Expr *Index);
  void countElements(const clang::Stmt *Terminator);
  bool isCountedElement(const clang::CallExpr *E);
  void findLoops(const clang::Stmt *Body);
  void emitZeroLoop(const clang::Stmt *Loop);
  void emitZeroLoop(const ZeroLoop &Shape, const clang::Stmt *Loop);
  void leaveZeroLoop(const clang::CFGBlock &B);
  void forget(const clang::Expr *Variable, const clang::Stmt *At);
  ValueId lowerSum(const Sum &S, const clang::Stmt *At);
  ValueId arith(ArithOp Op, ValueId A, ValueId B, const clang::Stmt *At);
  ValueId lowerOperand(const clang::Expr *E);

  Span spanOf(const clang::Stmt *S) const;

  clang::ASTContext &Context;
  Catalog &Secrets;
  TypeBuilder &Types;
  const UnitFunctions &Functions;
  MayThrow &Throws;
  FunctionFacts Facts;
  Block *Now = nullptr;
  llvm::DenseMap<const clang::Stmt *, ValueId> Values;
  llvm::DenseMap<const clang::VarDecl *, ObjectId> Objects;
  /// Where an expression constructs its object, if not in a temporary.
  struct Target {
    enum class Kind : uint8_t { Variable, Field, Base, Block, Same };
    Kind What = Kind::Variable;
    const void *Decl = nullptr;
  };
  llvm::DenseMap<const clang::Expr *, Target> Constructed;
  llvm::DenseMap<const clang::Expr *, ValueId> NewBlocks;
  /// Objects that constructors make for the length of a full-expression.
  llvm::DenseMap<const clang::Expr *, ObjectId> Temporaries;
  /// Temporaries that the object they are moved to takes the place of.
  llvm::DenseSet<const clang::Expr *> NotDestroyed;
  llvm::DenseMap<const clang::ValueDecl *, const clang::FieldDecl *> Captures;
  const clang::FieldDecl *CapturedThis = nullptr;
  clang::QualType ThisType;
  llvm::DenseMap<const clang::VarDecl *, const clang::CXXForRangeStmt *>
      RangeLoops, RangeBegins;
  llvm::DenseMap<const clang::Stmt *, const clang::CXXForRangeStmt *>
      RangeIncrements;
  llvm::DenseMap<const clang::CXXForRangeStmt *, ObjectId> RangeTurns;
  llvm::DenseMap<const clang::Stmt *, uint32_t> Tries;
  std::map<uint32_t, std::vector<const clang::VarDecl *>> TryLocals;
  std::vector<const clang::CXXTryStmt *> TryStatements; ///< by index
  llvm::DenseMap<const clang::Stmt *, unsigned> HandlerBlocks;
  /// What makes the objects that are thrown: if that throws, the throw is left
  /// all the same.
  llvm::DenseSet<const clang::Stmt *> MakesThrown;
  /// How many parts of the object are complete here, and at the ends of blocks.
  uint32_t Built = 0;
  llvm::DenseMap<unsigned, uint32_t> BuiltAtEnd;
  /// The blocks of a constructor's own handlers, which throw again at their
  /// end.
  llvm::DenseMap<unsigned, const clang::CXXCatchStmt *> ConstructorHandlers;
  std::unique_ptr<clang::CFG> Graph;
  llvm::DenseMap<const clang::Stmt *, ZeroLoops> LoopsOfZeros;
  /// Loops over ranges that zeroize them, and as what they write the zeros.
  llvm::DenseMap<const clang::CXXForRangeStmt *, clang::QualType> RangesOfZeros;
  /// What a coroutine does with exceptions, which the graph has on its way.
  llvm::DenseSet<const clang::Stmt *> Unreached;
  /// Those of both kinds that were lowered as zeroizations.
  llvm::DenseSet<const clang::Stmt *> Replaced;
  /// Outer ones first.
  std::vector<CountedLoop> Counted;
  /// Stores in the body of a do-while zero loop, and their loop.
  llvm::DenseMap<const clang::Stmt *, const clang::Stmt *> LoopStores;
};

/// Whether an initializer (or expression) is all zeros, or all constants.
struct ConstantKind {
  bool IsConstant = false;
  bool IsZero = false;
};
ConstantKind constantKind(const clang::Expr *Init);

/// The statement that leaves a scope, or the brace that closes it.
Span exitSpan(const clang::Stmt *Trigger);

/// \p E without parentheses, casts and other nodes that change no bytes.
const clang::Expr *peel(const clang::Expr *E);

/// Whether \p E makes an object of what another one gives up.
bool isMoveConstruction(const clang::Expr *E);
/// The variable that \p E names, or null.
const clang::VarDecl *variableOf(const clang::Expr *E);
/// Calls \p Do for each statement under \p Body that is no expression, outer
/// ones first.
template <typename Callback>
void forEachStatement(const clang::Stmt *Body, Callback Do) {
  llvm::SmallVector<const clang::Stmt *, 32> Left{Body};
  while (!Left.empty()) {
    const clang::Stmt *S = Left.pop_back_val();
    Do(S);
    for (const clang::Stmt *Child : S->children())
      if (Child && !llvm::isa<clang::Expr>(Child))
        Left.push_back(Child);
  }
}

/// The only statement of \p Body, or null.
const clang::Stmt *onlyStatement(const clang::Stmt *Body);

/// Whether \p T is a va_list that is no pointer.
bool isArgumentList(clang::QualType T, const clang::ASTContext &Context);

} // namespace secret

#endif // SECRET_TIDY_FACTS_LOWERING_H
