//===- Declarations.cpp - Facts of variables and their initializers -------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "WipeText.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using namespace secret;

ObjectId FunctionLowering::newObject(ObjectInfo Info) {
  Facts.Objects.push_back(std::move(Info));
  return Facts.Objects.size() - 1;
}

static std::string tagText(const NamedDecl *D, const Tag &T) {
  std::string What = isa<FieldDecl>(D) ? "field '" : "'";
  What += D->getNameAsString();
  if (T.Model)
    return What + "' is secret by the model " + T.Model->File.str() + ":" +
           std::to_string(T.Model->Line);
  if (T.Inferred)
    return What + "' is taken for a secret" + InferredText.str();
  return What + "' is tagged secret";
}

/// "[a, b]" for `auto [a, b] = record;`.
static std::string nameOf(const VarDecl *D) {
  const auto *Group = dyn_cast<DecompositionDecl>(D);
  if (!Group)
    return D->getNameAsString();
  std::string Name;
  for (const BindingDecl *B : Group->bindings())
    Name += (Name.empty() ? "[" : ", ") + B->getNameAsString();
  return Name + "]";
}

/// What a closure captures is carried along, as by a number.
static bool isClosure(QualType T) {
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  return R && R->isLambda();
}

void FunctionLowering::describe(ObjectInfo &Info, const VarDecl *D) {
  QualType T = D->getType();
  TypeId Type = Types.idOf(T);
  const TypeInfo &TI = Types.table()[Type];
  Info.Name = nameOf(D);
  Info.Type = Type;
  Info.Size = TI.Holds == Holding::Block ? UnknownSize : TI.Size;
  Info.IsConst =
      T.isConstQualified() || Context.getBaseElementType(T).isConstQualified();
  Info.IsVolatile = T.isVolatileQualified() ||
                    Context.getBaseElementType(T).isVolatileQualified();
  Info.IsScalar = TI.IsScalar || isArgumentList(T, Context) ||
                  (isClosure(T) && !isa<ParmVarDecl>(D));
  Info.IsPointer = TI.IsPointer;
  if (!isa<DecompositionDecl>(D)) // nothing names all of it
    Info.Form = wipeFormOf(T, Types, Context);
  Info.Declared = {D->getLocation().getRawEncoding(),
                   D->getLocation().getRawEncoding()};
  bool Refers = Types.refersToStorage(T);
  auto Own = Secrets.tagOf(D);
  if (Own && Own->Kind == TagKind::Public) {
    Info.IsPublic = !Refers;
    Info.PointeePublic = Refers;
    return;
  }
  if (!Own) {
    for (const TaggedRange &R : Types.table()[Type].Tagged)
      if (Refers && R.Pointee)
        Info.PointeeTagged = true;
      else if (!Refers)
        Info.Tagged.push_back(R);
    if (!Info.Tagged.empty())
      Info.Why = Info.Tagged.front().Name.empty()
                     ? "the type of '" + Info.Name + "' is tagged secret"
                     : "field '" + Info.Tagged.front().Name + "' of '" +
                           Info.Name + "' is " + Info.Tagged.front().how();
    if (Info.PointeeTagged)
      Info.Why = "the type of '" + Info.Name + "' is tagged secret";
    if (!Info.Tagged.empty())
      Info.Tag = Info.Tagged.front().Where;
    return;
  }
  Info.Why = tagText(D, *Own);
  if (Own->Where)
    Info.Tag = Own->Where->getLocation().getRawEncoding();
  if (Refers) {
    Info.PointeeTagged = true;
    return;
  }
  TaggedRange Whole;
  Whole.Hi = Info.Size >= 0 ? TI.ContentSize : EndOfObject;
  Whole.Where = Info.Tag;
  Info.Tagged.push_back(Whole);
}

ObjectId FunctionLowering::objectOf(const VarDecl *D) {
  D = D->getCanonicalDecl();
  if (auto It = Objects.find(D); It != Objects.end())
    return It->second;
  ObjectInfo Info;
  describe(Info, D);
  if (const auto *P = dyn_cast<ParmVarDecl>(D)) {
    Info.Kind = ObjectKind::Parameter;
    Info.Parameter = P->getFunctionScopeIndex();
    unsuitableDeclaration(P, P->getType());
    if (QualType Written = P->getOriginalType(); Written->isConstantArrayType())
      Info.PointeeSize = Types.sizeOf(Written);
    if (QualType Pointee = P->getType()->getPointeeType();
        P->getType()->isReferenceType() && !Pointee.isNull())
      Info.PointeeSize = Types.sizeOf(Pointee);
  } else if (D->hasGlobalStorage()) {
    Info.Kind =
        D->isStaticLocal() ? ObjectKind::StaticLocal : ObjectKind::Global;
    Info.Usr = usrOf(D);
    const VarDecl *Initializing = nullptr;
    const Expr *Init = D->getAnyInitializer(Initializing);
    Info.StartsZero = Info.IsConst && D->hasDefinition() &&
                      (!Init || constantKind(Init).IsZero);
  }
  return Objects[D] = newObject(std::move(Info));
}

void FunctionLowering::VisitDeclStmt(const DeclStmt *S) {
  for (const Decl *D : S->decls())
    if (const auto *V = dyn_cast<VarDecl>(D); V && !V->isInvalidDecl()) {
      declare(V);
      if (auto It = Objects.find(V); It != Objects.end() && S->isSingleDecl())
        Facts.Objects[It->second].Statement = spanOf(S);
    }
}

void FunctionLowering::declare(const VarDecl *D) {
  if (D->hasExternalStorage())
    return;
  ObjectId Object = objectOf(D);
  imageOfVariable(D);
  if (D->isStaticLocal())
    return;
  const Expr *Init = D->getInit();
  beginRange(D);
  if (isConstructed(Init)) // its life began with the constructor
    return;
  beginLife(D, Object);
  if (const auto *Group = dyn_cast<DecompositionDecl>(D))
    for (const BindingDecl *B : Group->bindings())
      if (const VarDecl *Holder = B->getHoldingVar())
        if (Holder->getInit())
          lowerAgain(Holder->getInit());
  if (!Init)
    return;
  if (ValueId Each = eachElement(D)) {
    ValueId Address = addressOf(Object, Init);
    if (D->getType()->isReferenceType())
      store(Address, Each, D->getType(), Init, /*Initial=*/true);
    else if (D->getType()->isRecordType())
      copyObject(Address, Each, D->getType(), /*Moves=*/false, Init);
    else
      store(Address, load(Each, D->getType(), Init), D->getType(), Init, true);
    return;
  }
  bool HasTaggedPointers =
      llvm::any_of(Facts.Objects[Object].Tagged,
                   [](const TaggedRange &T) { return T.Pointee; });
  ValueId Address = addressOf(Object, Init);
  if (D->getType()->isReferenceType())
    return store(Address, valueOf(Init), D->getType(), Init, /*Initial=*/true);
  initialize(Address, Init, Init, HasTaggedPointers);
}

void FunctionLowering::initialize(ValueId Address, const Expr *Init,
                                  const Stmt *At, bool HasTaggedPointers) {
  QualType T = Init->getType();
  const Expr *Bare = Init;
  while (const auto *Full = dyn_cast<FullExpr>(Bare))
    Bare = Full->getSubExpr();
  if (const auto *List = dyn_cast<InitListExpr>(Bare);
      List &&
      (T->isRecordType() || T->isArrayType() || List->getNumInits() != 1))
    return initializeList(Address, List, At, HasTaggedPointers);
  if (isa<StringLiteral>(Bare->IgnoreParens()) && T->isArrayType())
    return; // constant content
  if (const auto *List = dyn_cast<InitListExpr>(Bare))
    Bare = List->getInit(0);
  if (isa<ImplicitValueInitExpr>(Bare)) {
    Fact &F = emit(FactKind::Zeroize, At);
    F.A = Address;
    F.Initial = true;
    return;
  }
  ValueId V = valueOf(Bare);
  if (T->isRecordType() || T->isArrayType()) {
    if (const auto *C = dyn_cast<CXXConstructExpr>(Bare->IgnoreImplicit());
        C && C->getNumArgs() == 0)
      return;
    return copyObject(Address, V, T, /*Moves=*/Bare->isPRValue(), At);
  }
  store(Address, V, T, At, /*Initial=*/true);
}

namespace {
struct ListPart {
  const Expr *Init;
  int64_t Offset;
  int64_t Size;
  bool IsReference;
};
} // namespace

/// The parts of one level of \p List with their offsets.
static void addParts(const InitListExpr *List, int64_t Offset,
                     TypeBuilder &Types, const ASTContext &Context,
                     llvm::SmallVectorImpl<ListPart> &Parts) {
  QualType T = List->getType();
  if (const auto *A = Context.getAsArrayType(T)) {
    int64_t Size = Types.sizeOf(A->getElementType());
    for (unsigned I = 0; I != List->getNumInits(); ++I)
      Parts.push_back({List->getInit(I), Offset + I * Size, Size, false});
    return;
  }
  const RecordDecl *R = T->getAsRecordDecl();
  if (!R)
    return;
  if (R->isUnion()) {
    const FieldDecl *F = List->getInitializedFieldInUnion();
    if (F && List->getNumInits())
      Parts.push_back(
          {List->getInit(0), Offset, Types.sizeOf(F->getType()), false});
    return;
  }
  unsigned Index = 0;
  if (const auto *C = dyn_cast<CXXRecordDecl>(R))
    Index = C->getNumBases();
  for (const FieldDecl *F : R->fields()) {
    if (F->isUnnamedBitField())
      continue;
    if (Index >= List->getNumInits())
      return;
    bool IsReference = F->getType()->isReferenceType();
    Parts.push_back(
        {List->getInit(Index++), Offset + Types.offsetOf(F),
         IsReference ? Types.pointerSize() : Types.sizeOf(F->getType()),
         IsReference});
  }
}

/// A constant that nobody asks for: all but the numbers in a record that may be
/// lengths, and those that stand beside a pointer, which may be a guard's
/// flags.
static bool isPlainContent(const Expr *Part, QualType Whole, int64_t Size,
                           bool BesidePointer) {
  ConstantKind Kind = constantKind(Part);
  if (!Kind.IsConstant || Part->getType()->isPointerType())
    return false;
  if (BesidePointer && Part->getType()->isIntegralOrEnumerationType())
    return false;
  if (Part->getType()->isBooleanType())
    return Kind.IsZero;
  return Kind.IsZero || Size < 2 || !Whole->isRecordType() ||
         !Part->getType()->isIntegerType();
}

void FunctionLowering::initializeList(ValueId Base, const InitListExpr *List,
                                      const Stmt *At, bool HasPointers) {
  if (!List->isSemanticForm() && List->getSemanticForm())
    List = List->getSemanticForm();
  ConstantKind Kind = constantKind(List);
  Fact &Zero = emit(FactKind::Zeroize, At);
  Zero.A = Base;
  Zero.Initial = true;
  // A tag may speak of a literal that a field points to.
  bool IsRecord = List->getType()->isRecordType(); // `{.ready = 1}`
  if (Kind.IsConstant && (Kind.IsZero || !(HasPointers || IsRecord)))
    return;
  llvm::SmallVector<ListPart, 8> Parts;
  addParts(List, 0, Types, Context, Parts);
  bool HasPointer =
      List->getType()->isRecordType() &&
      llvm::any_of(Parts, [](const ListPart &P) {
        return P.IsReference || P.Init->getType()->isPointerType();
      });
  while (!Parts.empty()) {
    ListPart P = Parts.pop_back_val();
    if (!P.Init || P.Size <= 0)
      continue;
    if (const auto *Inner = dyn_cast<InitListExpr>(P.Init)) {
      addParts(Inner, P.Offset, Types, Context, Parts);
      continue;
    }
    if (isPlainContent(P.Init, List->getType(), P.Size, HasPointer))
      continue;
    // The graph has the initializers of fields in constructors only.
    const auto *Default = dyn_cast<CXXDefaultInitExpr>(P.Init);
    ValueId V = Default && Default->getType()->isScalarType()
                    ? lowerAgain(Default->getExpr())
                    : valueOf(P.Init);
    ValueId To = field(Base, P.Offset, P.Size, P.Init);
    QualType T = P.Init->getType();
    if (P.IsReference)
      store(To, V, Context.getPointerType(T), P.Init, /*Initial=*/true);
    else if (T->isRecordType())
      copyObject(To, V, T, /*Moves=*/P.Init->isPRValue(), P.Init);
    else
      store(To, V, T, P.Init, /*Initial=*/true);
  }
}

void FunctionLowering::VisitCompoundLiteralExpr(const CompoundLiteralExpr *E) {
  ObjectInfo Info;
  Info.Kind = ObjectKind::Temporary;
  Info.Name = "a compound literal";
  QualType T = E->getType();
  Info.Type = Types.idOf(T);
  Info.Size = Types.sizeOf(T);
  Info.IsScalar = T->isScalarType();
  Info.Tagged = Types.infoOf(T).Tagged;
  Info.Declared = spanOf(E);
  ObjectId Object = newObject(std::move(Info));
  emit(FactKind::Declare, E).Object = Object;
  initialize(addressOf(Object, E), E->getInitializer(), E,
             /*HasTaggedPointers=*/true);
  setValue(E, addressOf(Object, E));
}

ObjectId FunctionLowering::newTemporary(QualType T, const Expr *At) {
  ObjectInfo Info;
  Info.Kind = ObjectKind::Temporary;
  Info.Name = "a temporary";
  Info.Type = Types.idOf(T);
  Info.Size = contentSize(T);
  Info.IsScalar = T->isScalarType() || isClosure(T);
  Info.Declared = spanOf(At);
  ObjectId Object = newObject(std::move(Info));
  emit(FactKind::Declare, At).Object = Object;
  return Object;
}

/// Elements in a block of their own are as many as there are.
int64_t FunctionLowering::contentSize(QualType T) {
  return Types.holdingOf(T) == Holding::Block ? UnknownSize : Types.sizeOf(T);
}

/// What is returned; a view or owner is the pointer in it.
ValueId FunctionLowering::returned(const ReturnStmt *S) {
  const Expr *E = S->getRetValue();
  ValueId V = valueOf(E);
  Holding Holds = Types.holdingOf(E->getType());
  if (Holds != Holding::View && Holds != Holding::Owner)
    return V;
  return loadView(V, E->getType(), S);
}

void FunctionLowering::VisitReturnStmt(const ReturnStmt *S) {
  ValueId V = S->getRetValue() ? returned(S) : 0;
  Fact &F = emit(FactKind::Return, S);
  F.A = V;
  if (const Expr *E = S->getRetValue()) {
    QualType T = E->getType();
    Holding Holds = Types.holdingOf(T);
    bool IsPointer = Holds == Holding::View || Holds == Holding::Owner;
    TypeId Type = Types.idOf(IsPointer ? viewPointer(T) : T);
    if (!E->isGLValue()) // a reference copies nothing
      Now->Facts.back().Type = Type;
    const Expr *Spelled = E->IgnoreUnlessSpelledInSource();
    Now->Facts.back().Initial = Context.getLangOpts().CPlusPlus &&
                                isa<CallExpr>(Spelled) && Spelled->isPRValue();
    Now->Facts.back().Copies =
        T->isRecordType() && copies(E) && !isMoveConstruction(E);
    const auto *R = dyn_cast<DeclRefExpr>(peel(E));
    Now->Facts.back().Flag =
        constantKind(E).IsConstant || (R && E->getType()->isScalarType());
    letGo(E, T, S);
  } else {
    Now->Facts.back().Flag = true;
  }
}

void FunctionLowering::VisitGCCAsmStmt(const GCCAsmStmt *S) {
  llvm::SmallVector<ValueId, 2> Inputs;
  for (unsigned I = 0; I != S->getNumInputs(); ++I)
    Inputs.push_back(valueOf(S->getInputExpr(I)));
  // "+r"(p) and "+m"(*p) make the value visible to the assembly as well.
  for (unsigned I = 0; I != S->getNumOutputs(); ++I)
    if (S->isOutputPlusConstraint(I)) {
      const Expr *Out = S->getOutputExpr(I);
      ValueId V = valueOf(Out);
      Inputs.push_back(
          Out->getType()->isPointerType() ? load(V, Out->getType(), S) : V);
    }
  Fact &F = emit(FactKind::Barrier, S);
  F.Operands.assign(Inputs.begin(), Inputs.end());
  for (unsigned I = 0; I != S->getNumClobbers(); ++I)
    F.Flag |= StringRef(S->getClobber(I)) == "memory";
}
