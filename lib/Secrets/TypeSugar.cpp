//===- TypeSugar.cpp - The names a type was spelled with --------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TypeSugar.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/Type.h"

using namespace clang;

namespace secret {

/// Aliases of aliases of arrays: nobody nests them deeper by hand.
static constexpr unsigned MaxDepth = 256;

static const NamedDecl *nameOf(const Type *T) {
  if (const auto *Typedef = dyn_cast<TypedefType>(T))
    return Typedef->getDecl();
  if (const auto *Special = dyn_cast<TemplateSpecializationType>(T)) {
    if (!Special->isTypeAlias())
      return nullptr;
    const TemplateDecl *Template =
        Special->getTemplateName().getAsTemplateDecl();
    return Template ? Template->getTemplatedDecl() : nullptr;
  }
  if (isa<TagType>(T))
    return T->getAsTagDecl();
  return nullptr;
}

static QualType stepInto(QualType T, Through What, const ASTContext &Context) {
  const Type *Ty = T.getTypePtr();
  if (What == Through::Arrays) {
    if (const auto *Array = dyn_cast<ArrayType>(Ty))
      return Array->getElementType();
    if (const auto *Adjusted = dyn_cast<AdjustedType>(Ty))
      return Adjusted->getOriginalType();
  }
  if (const auto *Atomic = dyn_cast<AtomicType>(Ty))
    return Atomic->getValueType();
  return T.getSingleStepDesugaredType(Context);
}

llvm::SmallVector<const NamedDecl *, 4> namesOfType(QualType T, Through What,
                                                    const ASTContext &Context) {
  llvm::SmallVector<const NamedDecl *, 4> Names;
  for (unsigned Depth = 0; Depth < MaxDepth && !T.isNull(); ++Depth) {
    if (const NamedDecl *Name = nameOf(T.getTypePtr()))
      Names.push_back(Name);
    if (isa<TagType>(T.getTypePtr()))
      break;
    QualType Next = stepInto(T, What, Context);
    if (Next.getTypePtr() == T.getTypePtr())
      break;
    T = Next;
  }
  return Names;
}

} // namespace secret
