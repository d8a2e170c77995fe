//===- Types.h - What the analysis needs to know of types -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_TYPES_H
#define SECRET_TIDY_FACTS_TYPES_H

#include "Fact.h"
#include "Secrets/Catalog.h"
#include "clang/AST/Type.h"
#include "llvm/ADT/DenseMap.h"
#include <limits>

namespace clang {
class ASTContext;
class CXXRecordDecl;
class FieldDecl;
class RecordDecl;
} // namespace clang

namespace secret {

/// The end of an object whose size is not known.
constexpr int64_t EndOfObject = std::numeric_limits<int64_t>::max();

/// The class that frees what an object of type \p T owns: a smart pointer's
/// deleter or a container's allocator; null if it is the library's own.
const clang::CXXRecordDecl *disposerOf(clang::QualType T, bool IsOwner);

/// The types that class template \p T was instantiated with.
llvm::SmallVector<clang::QualType, 4> typeArguments(clang::QualType T);

/// Whether \p M is an allocator's method that takes a block back.
bool isDeallocate(const clang::CXXMethodDecl *M);

/// Fills a TypeTable from Clang's types: sizes, and which bytes tags call
/// secret. One per translation unit.
class TypeBuilder {
public:
  TypeBuilder(const clang::ASTContext &Context, Catalog &Secrets)
      : Context(Context), Secrets(Secrets) {}

  /// Sugar is kept, since an alias can be tagged.
  TypeId idOf(clang::QualType T) { return idOf(T, 0); }
  const TypeInfo &infoOf(clang::QualType T) { return Table[idOf(T)]; }
  const TypeTable &table() const { return Table; }

  /// Size in bytes, or UnknownSize for incomplete, dependent and VLA types.
  int64_t sizeOf(clang::QualType T) const;
  int64_t pointerSize() const;
  /// Bytes that \p F's bits lie in, for bit-fields too.
  int64_t sizeOf(const clang::FieldDecl *F) const;
  /// Offset in bytes of \p F in its record; UnknownSize if there is no layout.
  int64_t offsetOf(const clang::FieldDecl *F) const;
  /// Pointers, references, views and iterators: a tag speaks of the pointee.
  bool refersToStorage(clang::QualType T);
  Holding holdingOf(clang::QualType T);
  /// Whether \p R's tagged fields are its own duty: it has a constructor or
  /// destructor that somebody wrote, or hides a field. Otherwise they are its
  /// objects'.
  static bool isClassDuty(const clang::RecordDecl *R);
  /// Element of a container, or what a view or owner points to; null if that
  /// is not known.
  clang::QualType elementOf(clang::QualType T) const;
  /// What a pair or tuple holds, and at which offsets; empty for others.
  llvm::SmallVector<std::pair<clang::QualType, int64_t>, 2>
  partsOf(clang::QualType T) const;

private:
  /// Whether the allocator that somebody wrote for container \p T zeroizes the
  /// blocks that it takes back, however well.
  bool hasZeroizingAllocator(clang::QualType T) const;
  bool saysZeroize(const clang::FunctionDecl *F) const;
  bool bodyZeroizes(const clang::FunctionDecl *F, unsigned Depth) const;
  TypeId idOf(clang::QualType T, unsigned Depth);
  void addElementTag(TypeInfo &Info) const;
  void addTags(TypeInfo &Info, clang::QualType T, unsigned Depth);
  void nameType(TypeInfo &Info, clang::QualType T) const;
  TypeId unsuitablePartOf(clang::QualType T, unsigned Depth);
  void addHolding(TypeInfo &Info, clang::QualType T, unsigned Depth);
  void addBlocks(TypeInfo &Info, const clang::RecordDecl *R, unsigned Depth);
  void addPointers(TypeInfo &Info, const clang::RecordDecl *R, unsigned Depth);
  void addFieldTags(TypeInfo &Info, const clang::FieldDecl *F, unsigned Depth);
  void addNested(TypeInfo &Info, const TypeInfo &Inner, int64_t Offset,
                 llvm::StringRef Name);

  const clang::ASTContext &Context;
  Catalog &Secrets;
  TypeTable Table;
  llvm::DenseMap<void *, TypeId> Ids;
};

} // namespace secret

#endif // SECRET_TIDY_FACTS_TYPES_H
