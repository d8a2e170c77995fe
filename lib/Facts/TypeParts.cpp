//===- TypeParts.cpp - What pairs and tuples hold -------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A library lays out a tuple as it likes: a base for each part, in any order,
// whose first template argument says which one it is.
//
//===----------------------------------------------------------------------===//

#include "Types.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecordLayout.h"

using namespace clang;
using namespace secret;

namespace {
/// Bases of bases that are looked at.
constexpr unsigned MaxBases = 24;

/// A field of a pair's or tuple's bases.
struct Leaf {
  QualType Type;
  int64_t Offset = 0;
  std::optional<uint64_t> Index; ///< which one it is
};
} // namespace

llvm::SmallVector<QualType, 4> secret::typeArguments(QualType T) {
  llvm::SmallVector<QualType, 4> Types;
  const auto *R = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T.isNull() ? nullptr : T->getAsCXXRecordDecl());
  if (!R)
    return Types;
  auto Add = [&](const TemplateArgument &A) {
    if (A.getKind() == TemplateArgument::Type)
      Types.push_back(A.getAsType());
  };
  for (const TemplateArgument &A : R->getTemplateArgs().asArray())
    if (A.getKind() == TemplateArgument::Pack)
      for (const TemplateArgument &Each : A.pack_elements())
        Add(Each);
    else
      Add(A);
  return Types;
}

static std::optional<uint64_t> indexOf(const CXXRecordDecl *R) {
  const auto *S = dyn_cast<ClassTemplateSpecializationDecl>(R);
  if (!S || S->getTemplateArgs().size() == 0 ||
      S->getTemplateArgs()[0].getKind() != TemplateArgument::Integral)
    return std::nullopt;
  return S->getTemplateArgs()[0].getAsIntegral().getLimitedValue();
}

static void collect(const CXXRecordDecl *R, int64_t Offset, unsigned Depth,
                    const ASTContext &Context,
                    llvm::SmallVectorImpl<Leaf> &Leaves) {
  R = R ? R->getDefinition() : nullptr;
  if (!R || R->isInvalidDecl() || R->isDependentType() || Depth > MaxBases)
    return;
  const ASTRecordLayout &Layout = Context.getASTRecordLayout(R);
  for (const CXXBaseSpecifier &B : R->bases())
    if (const CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl();
        Base && !B.isVirtual())
      collect(Base, Offset + Layout.getBaseClassOffset(Base).getQuantity(),
              Depth + 1, Context, Leaves);
  for (const FieldDecl *F : R->fields()) {
    int64_t At =
        Context.toCharUnitsFromBits(Context.getFieldOffset(F)).getQuantity();
    Leaves.push_back({F->getType(), Offset + At, indexOf(R)});
  }
}

llvm::SmallVector<std::pair<QualType, int64_t>, 2>
TypeBuilder::partsOf(QualType T) const {
  llvm::SmallVector<std::pair<QualType, int64_t>, 2> Parts;
  llvm::SmallVector<QualType, 4> Held = typeArguments(T);
  if (Held.size() < 2)
    return Parts;
  llvm::SmallVector<Leaf, 4> Leaves;
  collect(T->getAsCXXRecordDecl(), 0, 0, Context, Leaves);
  if (Leaves.size() != Held.size())
    return Parts;
  llvm::stable_sort(Leaves, [](const Leaf &A, const Leaf &B) {
    return A.Index && B.Index && *A.Index < *B.Index;
  });
  for (unsigned I = 0; I != Held.size(); ++I) {
    if (!Context.hasSameType(Leaves[I].Type, Held[I]))
      return {};
    Parts.push_back({Held[I], Leaves[I].Offset});
  }
  return Parts;
}
