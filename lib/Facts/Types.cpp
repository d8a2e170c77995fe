//===- Types.cpp - What the analysis needs to know of types ---------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Types.h"
#include "Compat/BitWidth.h"
#include "Secrets/QualifiedName.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecordLayout.h"

using namespace clang;
using namespace secret;

namespace {
/// Records nest by value no deeper than this in any code we would read.
constexpr unsigned MaxNesting = 24;
/// Arrays of more tagged elements are taken as secret throughout.
constexpr size_t MaxRanges = 128;
/// Pointers in one record that a copy of it is known to copy.
constexpr size_t MaxPointers = 8;

bool hasLayout(const RecordDecl *R) {
  return R && R->isCompleteDefinition() && !R->isInvalidDecl() &&
         !R->isDependentType();
}
} // namespace

int64_t TypeBuilder::sizeOf(QualType T) const {
  if (T.isNull() || T->isDependentType() || T->isIncompleteType() ||
      T->isVariablyModifiedType() || T->isFunctionType() ||
      T->isUndeducedType() || T->isPlaceholderType())
    return UnknownSize;
  if (const RecordDecl *R = T->getAsRecordDecl(); R && !hasLayout(R))
    return UnknownSize;
  return Context.getTypeSizeInChars(T).getQuantity();
}

int64_t TypeBuilder::pointerSize() const { return sizeOf(Context.VoidPtrTy); }

int64_t TypeBuilder::sizeOf(const FieldDecl *F) const {
  if (!F->isBitField() || !hasLayout(F->getParent()))
    return sizeOf(F->getType());
  uint64_t First = Context.getFieldOffset(F);
  uint64_t Last = First + bitWidth(Context, F);
  return int64_t((Last + 7) / 8 - First / 8);
}

int64_t TypeBuilder::offsetOf(const FieldDecl *F) const {
  if (!hasLayout(F->getParent()))
    return UnknownSize;
  return Context.toCharUnitsFromBits(Context.getFieldOffset(F)).getQuantity();
}

bool TypeBuilder::refersToStorage(QualType T) {
  if (T->isAnyPointerType() || T->isReferenceType())
    return true;
  const TypeModel *M = Secrets.typeModelOf(T);
  return M && (M->IsView || M->OwnsPointee);
}

bool TypeBuilder::isClassDuty(const RecordDecl *R) {
  const auto *C = dyn_cast<CXXRecordDecl>(R);
  if (!C || C->isUnion() || C->isLambda())
    return false;
  if (const CXXDestructorDecl *D = C->getDestructor(); D && D->isUserProvided())
    return true;
  // Only a plain aggregate is up to those who use it.
  bool HidesFields = llvm::any_of(C->fields(), [](const FieldDecl *Each) {
    return Each->getAccess() != AS_public;
  });
  return HidesFields ||
         llvm::any_of(C->ctors(), [](const CXXConstructorDecl *Each) {
           return Each->isUserProvided();
         });
}

Holding TypeBuilder::holdingOf(QualType T) {
  if (T.isNull() || !T->isRecordType())
    return Holding::Fields;
  const TypeModel *M = Secrets.typeModelOf(T);
  if (!M)
    return Holding::Fields;
  return M->IsView        ? Holding::View
         : M->OwnsPointee ? Holding::Owner
         : M->OwnsBlock   ? Holding::Block
         : M->HoldsInline ? Holding::Inline
         : M->Unsuitable  ? Holding::Block
                          : Holding::Fields;
}

QualType TypeBuilder::elementOf(QualType T) const {
  const auto *R = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T.isNull() ? nullptr : T->getAsCXXRecordDecl());
  if (!R || R->getTemplateArgs().size() == 0)
    return {};
  const TemplateArgument &First = R->getTemplateArgs()[0];
  if (First.getKind() != TemplateArgument::Type)
    return {};
  QualType Element = First.getAsType();
  if (const auto *A = Context.getAsArrayType(Element))
    return A->getElementType();
  // Iterators are made of a pointer.
  return Element->isPointerType() ? Element->getPointeeType() : Element;
}

/// The largest of the things that an optional or variant can hold; all of it
/// where several are held at once.
static int64_t contentOf(const TypeBuilder &Types, QualType T, int64_t Size) {
  constexpr int64_t MaxFlag = 8; // which one it is, with padding
  const auto *R = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!R)
    return Size;
  int64_t Largest = 0;
  auto See = [&](const TemplateArgument &A) {
    if (A.getKind() != TemplateArgument::Type)
      return false;
    Largest = std::max(Largest, Types.sizeOf(A.getAsType()));
    return true;
  };
  for (const TemplateArgument &A : R->getTemplateArgs().asArray())
    if (A.getKind() == TemplateArgument::Pack) {
      for (const TemplateArgument &Each : A.pack_elements())
        See(Each);
    } else if (!See(A)) {
      return Size; // array<T, N>
    }
  return Size - Largest <= MaxFlag && Largest > 0 ? Largest : Size;
}

/// Vectors, strings and the like in a record, and in records in it.
void TypeBuilder::addBlocks(TypeInfo &Info, const RecordDecl *R,
                            unsigned Depth) {
  if (R->isUnion())
    return;
  for (const FieldDecl *F : R->fields()) {
    if (Info.Blocks.size() >= MaxPointers || F->isInvalidDecl() ||
        !F->getType()->isRecordType())
      continue;
    const TypeInfo Inner = Table[idOf(F->getType(), Depth + 1)];
    if (Inner.Holds == Holding::Block)
      Info.Blocks.push_back({offsetOf(F), Inner.Size});
    for (const TypePart &Each : Inner.Blocks)
      Info.Blocks.push_back({offsetOf(F) + Each.Offset, Each.Size});
  }
}

/// Pointers that a copy of the record copies.
void TypeBuilder::addPointers(TypeInfo &Info, const RecordDecl *R,
                              unsigned Depth) {
  if (R->isUnion())
    return;
  for (const FieldDecl *F : R->fields()) {
    if (Info.Pointers.size() >= MaxPointers || F->isInvalidDecl())
      return;
    QualType T = F->getType();
    int64_t Offset = offsetOf(F);
    if (T->isAnyPointerType() || T->isReferenceType()) {
      Info.Pointers.push_back({Offset, idOf(T, Depth + 1)});
      continue;
    }
    if (!T->isRecordType())
      continue;
    const TypeInfo Inner = Table[idOf(T, Depth + 1)];
    for (const auto &[At, Type] : Inner.Pointers)
      Info.Pointers.push_back({Offset + At, Type});
  }
}

/// The first unsuitable type among the arguments of a class template.
TypeId TypeBuilder::unsuitablePartOf(QualType T, unsigned Depth) {
  for (QualType A : typeArguments(T)) {
    if (!A->isRecordType() || A->isDependentType())
      continue;
    TypeId Part = idOf(A, Depth + 1);
    if (Table[Part].Unsuitable)
      return Part;
    if (Table[Part].UnsuitablePart)
      return Table[Part].UnsuitablePart;
  }
  return 0;
}

void TypeBuilder::addHolding(TypeInfo &Info, QualType T, unsigned Depth) {
  const RecordDecl *R = T->getAsRecordDecl();
  R = R ? R->getDefinition() : nullptr;
  if (Info.IsRecord && hasLayout(R)) {
    const auto *Class = dyn_cast<CXXRecordDecl>(R);
    Info.IsTrivial = !Class || Class->isTriviallyCopyable();
    if (Class)
      Info.HasDestructor =
          Class->getDestructor() && Class->getDestructor()->isUserProvided();
    if (holdingOf(T) == Holding::Fields) {
      addPointers(Info, R, Depth);
      addBlocks(Info, R, Depth);
    }
    Info.IsHandle = Info.HasDestructor && !Info.Pointers.empty() &&
                    !(Class && Class->getNumBases()) &&
                    llvm::all_of(R->fields(), [](const FieldDecl *F) {
                      return F->getType()->isScalarType();
                    });
  }
  const TypeModel *M = Info.IsRecord ? Secrets.typeModelOf(T) : nullptr;
  if (!M)
    return;
  Info.Holds = holdingOf(T);
  if (Info.Holds == Holding::Inline)
    Info.ContentSize = contentOf(*this, T, Info.Size);
  if (Info.Holds == Holding::Inline)
    for (const auto &[Part, Offset] : partsOf(T))
      Info.Parts.push_back({Offset, sizeOf(Part)});
  Info.ZeroizesItself = M->ZeroizesItself;
  Info.HasOwnAllocator =
      Info.Holds == Holding::Block && disposerOf(T, /*IsOwner=*/false);
  if (M->Unsuitable && !(Info.HasOwnAllocator && hasZeroizingAllocator(T))) {
    Info.Unsuitable = M->Storage;
    Info.UnsuitableReason = M->Reason.str();
  }
  if (Info.Holds == Holding::Block || Info.Holds == Holding::Inline)
    Info.UnsuitablePart = unsuitablePartOf(T, Depth);
  QualType Element = elementOf(T);
  if (Element.isNull() || Element->isDependentType())
    return;
  Info.Pointee = idOf(Element, Depth + 1);
  int64_t Size = sizeOf(Element);
  Info.ElementSize = Size > 0 ? Size : 1;
}

void TypeBuilder::nameType(TypeInfo &Info, QualType T) const {
  Info.Name = T.getUnqualifiedType().getAsString(Context.getPrintingPolicy());
  if (const CXXRecordDecl *R = T->getAsCXXRecordDecl())
    Info.Class = qualifiedName(R);
}

TypeId TypeBuilder::idOf(QualType T, unsigned Depth) {
  if (T.isNull() || Depth > MaxNesting)
    return 0;
  // Pointers to a record come first: one that is met inside of it, before it is
  // known, would never learn what it points to.
  if (T->isRecordType() && !Ids.count(T.getAsOpaquePtr()))
    idOf(Context.getPointerType(T), Depth + 1);
  auto [It, New] = Ids.try_emplace(T.getAsOpaquePtr(), 0);
  if (!New)
    return It->second;
  TypeInfo Info;
  Info.Size = Info.ContentSize = sizeOf(T);
  Info.IsConst = T.isConstQualified();
  Info.IsPointer = T->isAnyPointerType() || T->isReferenceType();
  Info.IsRecord = T->isRecordType();
  Info.IsScalar = T->isScalarType() && !Info.IsPointer;
  QualType Pointee = T->getPointeeType();
  if (Pointee.isNull())
    if (const ArrayType *A = Context.getAsArrayType(T))
      Pointee = A->getElementType();
  // Self-referring types end here: the pointee's id may still be unknown.
  if (!Pointee.isNull()) {
    Info.Pointee = idOf(Pointee, Depth + 1);
    int64_t Size = sizeOf(Pointee);
    Info.ElementSize = Size > 0 ? Size : 1;
  }
  addHolding(Info, T, Depth);
  addTags(Info, T, Depth);
  if (!Info.Tagged.empty()) // spelling every type of a unit would cost
    nameType(Info, T);
  TypeId Id = Table.Types.size();
  Table.Types.push_back(std::move(Info));
  return Ids[T.getAsOpaquePtr()] = Id;
}

/// A container of a tagged type, unless each element zeroizes itself.
void TypeBuilder::addElementTag(TypeInfo &Info) const {
  const TypeInfo &Element = Table[Info.Pointee];
  if (Element.Tagged.size() != 1 || Element.HasDestructor ||
      Element.ZeroizesItself)
    return;
  TaggedRange Whole = Element.Tagged.front();
  if (Whole.Pointee || Whole.Lo != 0 || Whole.Hi != Element.Size)
    return;
  Whole.Hi = EndOfObject;
  Info.Tagged.push_back(Whole);
}

void TypeBuilder::addTags(TypeInfo &Info, QualType T, unsigned Depth) {
  if (T->isDependentType())
    return;
  if (auto Tag = Secrets.tagOfType(T); Tag && Tag->Kind == TagKind::Secret) {
    TaggedRange Whole;
    Whole.Hi = Info.Size >= 0 ? Info.Size : EndOfObject;
    Whole.Pointee = refersToStorage(T);
    if (Tag->Where)
      Whole.Where = Tag->Where->getLocation().getRawEncoding();
    Info.Tagged.push_back(Whole);
    return;
  }
  if (Info.Holds == Holding::Block)
    return addElementTag(Info);
  if (const auto *A = Context.getAsConstantArrayType(T)) {
    const TypeInfo Element = Table[idOf(A->getElementType(), Depth + 1)];
    uint64_t Count = A->getSize().getLimitedValue();
    if (Element.Tagged.empty() || Element.Size <= 0)
      return;
    if (Element.Tagged.size() * Count > MaxRanges) {
      TaggedRange All = Element.Tagged.front();
      All.Lo = 0;
      All.Hi = Info.Size;
      Info.Tagged.push_back(All);
      return;
    }
    for (uint64_t I = 0; I != Count; ++I)
      addNested(Info, Element, int64_t(I) * Element.Size, "");
    return;
  }
  const RecordDecl *R = T->getAsRecordDecl();
  if (R)
    R = R->getDefinition();
  if (!hasLayout(R))
    return;
  if (const auto *C = dyn_cast<CXXRecordDecl>(R); C && C->isLambda())
    return; // what it captures is reported as a copy
  if (const auto *C = dyn_cast<CXXRecordDecl>(R))
    for (const CXXBaseSpecifier &B : C->bases())
      if (const auto *Base = B.getType()->getAsCXXRecordDecl();
          Base && !B.isVirtual() && hasLayout(Base->getDefinition()))
        addNested(Info, Table[idOf(B.getType(), Depth + 1)],
                  Context.getASTRecordLayout(R)
                      .getBaseClassOffset(Base)
                      .getQuantity(),
                  "");
  for (const FieldDecl *F : R->fields())
    addFieldTags(Info, F, Depth);
}

void TypeBuilder::addFieldTags(TypeInfo &Info, const FieldDecl *F,
                               unsigned Depth) {
  if (F->isInvalidDecl())
    return;
  int64_t Offset = offsetOf(F);
  auto Tag = Secrets.tagOf(F);
  int64_t Bytes =
      F->isBitField() ? sizeOf(F) : infoOf(F->getType()).ContentSize;
  if (Tag && Tag->Kind == TagKind::Public) {
    TaggedRange Public;
    Public.Lo = Offset;
    Public.Hi = Bytes > 0 ? Offset + Bytes : EndOfObject;
    Info.Public.push_back(Public);
    return;
  }
  if (!Tag) {
    if (!F->getType()->isAnyPointerType() && !F->getType()->isReferenceType())
      addNested(Info, Table[idOf(F->getType(), Depth + 1)], Offset,
                F->getName());
    return;
  }
  TaggedRange Range;
  Range.Lo = Offset;
  Range.Hi = Bytes > 0 ? Offset + Bytes : EndOfObject;
  Range.Pointee = refersToStorage(F->getType());
  Range.Name = F->getNameAsString();
  Range.IsClassDuty = isClassDuty(F->getParent());
  Range.IsUnsuitable = infoOf(F->getType()).Unsuitable.has_value();
  Range.Where = F->getLocation().getRawEncoding();
  Range.Inferred = Tag->Inferred;
  Info.Tagged.push_back(Range);
}

void TypeBuilder::addNested(TypeInfo &Info, const TypeInfo &Inner,
                            int64_t Offset, StringRef Name) {
  for (TaggedRange Range : Inner.Tagged) {
    Range.Lo += Offset;
    if (Range.Hi != EndOfObject)
      Range.Hi += Offset;
    if (!Name.empty())
      Range.Name =
          Range.Name.empty() ? Name.str() : (Name + "." + Range.Name).str();
    Info.Tagged.push_back(Range);
  }
  for (TaggedRange Range : Inner.Public) {
    Range.Lo += Offset;
    if (Range.Hi != EndOfObject)
      Range.Hi += Offset;
    Info.Public.push_back(Range);
  }
}
