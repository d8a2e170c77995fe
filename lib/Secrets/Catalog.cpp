//===- Catalog.cpp - What is secret here? -----------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Catalog.h"
#include "Annotations.h"
#include "DeclarationMatch.h"
#include "NamePatterns.h"
#include "QualifiedName.h"
#include "SecretNames.h"
#include "TypeSugar.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace secret {

/// What attributes and name say of a function.
struct FunctionTraits {
  bool TaggedZeroizes = false;
  bool TaggedInterns = false;
  bool NameZeroizes = false;
  bool NameDestroys = false;
  bool NameInitializes = false;
};

struct Catalog::Cache {
  Cache(const ASTContext &Context, const ModelIndex &Models,
        bool InferFromNames)
      : Context(Context), Models(Models), InferFromNames(InferFromNames) {}

  const ASTContext &Context;
  const ModelIndex &Models;
  bool InferFromNames;
  NamePatterns Patterns;
  llvm::DenseMap<const Decl *, std::optional<Tag>> Tags;
  llvm::DenseMap<const void *, std::optional<Tag>> TypeTags;
  llvm::DenseMap<const Decl *, const FunctionModel *> Functions;
  llvm::DenseMap<const void *, const TypeModel *> Types;
  llvm::DenseMap<const Decl *, FunctionTraits> Traits;

  std::optional<Tag> tagInModels(const NamedDecl *D) const;
  std::optional<Tag> tagInModels(TaggedThing Thing, const NamedDecl *Named,
                                 int Position = NoPosition) const;
  std::optional<Tag> tagByName(const NamedDecl *D) const;
  std::optional<Tag> findTypeTag(QualType T) const;
  const FunctionModel *findModel(const FunctionDecl *F) const;
  const TypeModel *findTypeModel(QualType T) const;
  FunctionTraits findTraits(const FunctionDecl *F) const;
  const FunctionTraits &traitsOf(const FunctionDecl *F);
};

/// Where both are given, "public" holds: it is the stronger statement, made to
/// end what "secret" began.
static std::optional<Tag> tagInSource(const Decl *D) {
  Declarations All = declarationsOf(D);
  if (const Decl *Public = findAnnotation(All, "public"))
    return Tag{TagKind::Public, Public, nullptr};
  if (const Decl *Secret = findAnnotation(All, "secret"))
    return Tag{TagKind::Secret, Secret, nullptr};
  return std::nullopt;
}

std::optional<Tag> Catalog::Cache::tagInModels(TaggedThing Thing,
                                               const NamedDecl *Named,
                                               int Position) const {
  // Spelling the whole name costs more than most questions are worth.
  const IdentifierInfo *Last = Named->getIdentifier();
  if (Last && !Models.mayTag(Thing, Last->getName()))
    return std::nullopt;
  std::string Name = qualifiedName(Named);
  const TagModel *Found =
      Name.empty() ? nullptr : Models.tag(Thing, Name, Position);
  if (!Found)
    return std::nullopt;
  return Tag{Found->Kind, nullptr, &Found->From};
}

std::optional<Tag> Catalog::Cache::tagInModels(const NamedDecl *D) const {
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(D)) {
    const auto *Function = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
    if (!Function)
      return std::nullopt;
    return tagInModels(TaggedThing::Parameter, Function,
                       static_cast<int>(Parameter->getFunctionScopeIndex()));
  }
  if (isa<FunctionDecl>(D))
    return tagInModels(TaggedThing::Function, D);
  if (isa<FieldDecl>(D))
    return tagInModels(TaggedThing::Field, D);
  const auto *Variable = dyn_cast<VarDecl>(D);
  if (!Variable)
    return std::nullopt;
  if (auto Found = tagInModels(TaggedThing::Variable, D))
    return Found;
  return Variable->isStaticDataMember() ? tagInModels(TaggedThing::Field, D)
                                        : std::nullopt;
}

std::optional<Tag> Catalog::Cache::tagByName(const NamedDecl *D) const {
  const auto *Value = dyn_cast<ValueDecl>(D);
  if (!InferFromNames || !Value || !isInferredSecret(Value, Context))
    return std::nullopt;
  Tag Found;
  Found.Inferred = true;
  return Found;
}

std::optional<Tag> Catalog::Cache::findTypeTag(QualType T) const {
  for (const NamedDecl *Name : namesOfType(T, Through::Arrays, Context)) {
    if (auto Found = tagInSource(Name))
      return Found;
    if (auto Found = tagInModels(TaggedThing::Type, Name))
      return Found;
  }
  return std::nullopt;
}

const FunctionModel *Catalog::Cache::findModel(const FunctionDecl *F) const {
  // `using Base::Base;`: what it does, the base's constructor does.
  if (const auto *C = dyn_cast<CXXConstructorDecl>(F))
    if (InheritedConstructor Base = C->getInheritedConstructor())
      F = Base.getConstructor();
  auto Find = [&](llvm::StringRef Name) -> const FunctionModel * {
    for (const FunctionModel *Model : Models.functions(Name))
      if (speaksOf(*Model, F, Context))
        return Model;
    return nullptr;
  };
  std::string Name = qualifiedName(F);
  if (Name.empty())
    return nullptr;
  if (const FunctionModel *Found = Find(Name))
    return Found;
  // A C function is the same one in whatever namespace it is declared.
  bool InNamespace = F->getDeclContext()->getRedeclContext()->isNamespace();
  return InNamespace && F->isExternC() ? Find(F->getName()) : nullptr;
}

const TypeModel *Catalog::Cache::findTypeModel(QualType T) const {
  for (const NamedDecl *Name : namesOfType(T, Through::SugarOnly, Context))
    if (const TypeModel *Found = Models.type(qualifiedName(Name)))
      return Found;
  return nullptr;
}

FunctionTraits Catalog::Cache::findTraits(const FunctionDecl *F) const {
  FunctionTraits Found;
  Declarations All = declarationsOf(F);
  Found.TaggedZeroizes = findAnnotation(All, "zeroizes");
  Found.TaggedInterns = findAnnotation(All, "interns");
  const IdentifierInfo *Name = F->getIdentifier();
  if (!Name || hasVisibleBody(F))
    return Found;
  auto Promises = [&](NamePromise P) {
    return Patterns.promises(Name->getName(), P);
  };
  Found.NameZeroizes = Promises(NamePromise::Zeroizes);
  Found.NameDestroys = Promises(NamePromise::Destroys);
  Found.NameInitializes = Promises(NamePromise::Initializes);
  return Found;
}

const FunctionTraits &Catalog::Cache::traitsOf(const FunctionDecl *F) {
  auto [Known, New] = Traits.try_emplace(F->getCanonicalDecl());
  if (New)
    Known->second = findTraits(F);
  return Known->second;
}

Catalog::Catalog(const ASTContext &Context, const ModelIndex &Models,
                 bool InferFromNames)
    : Impl(std::make_unique<Cache>(Context, Models, InferFromNames)) {}

Catalog::~Catalog() = default;

std::optional<Tag> Catalog::tagOf(const NamedDecl *D) {
  const Decl *Key = D->getCanonicalDecl();
  if (auto Known = Impl->Tags.find(Key); Known != Impl->Tags.end())
    return Known->second;
  std::optional<Tag> Found = tagInSource(D);
  if (!Found)
    Found = Impl->tagInModels(D);
  if (!Found)
    Found = Impl->tagByName(D);
  Impl->Tags.try_emplace(Key, Found);
  return Found;
}

std::optional<Tag> Catalog::tagOfType(QualType T) {
  if (T.isNull())
    return std::nullopt;
  const void *Key = T.getTypePtr();
  if (auto Known = Impl->TypeTags.find(Key); Known != Impl->TypeTags.end())
    return Known->second;
  std::optional<Tag> Found = Impl->findTypeTag(T);
  Impl->TypeTags.try_emplace(Key, Found);
  return Found;
}

const FunctionModel *Catalog::modelOf(const FunctionDecl *F) {
  auto [Known, New] = Impl->Functions.try_emplace(F->getCanonicalDecl());
  if (New)
    Known->second = Impl->findModel(F);
  return Known->second;
}

const FunctionModel *Catalog::modelOfField(const FieldDecl *F) {
  auto [Known, New] =
      Impl->Functions.try_emplace(F->getCanonicalDecl(), nullptr);
  if (!New)
    return Known->second;
  QualType Pointee = F->getType()->getPointeeType();
  const auto *Type =
      Pointee.isNull() ? nullptr : Pointee->getAs<FunctionProtoType>();
  if (!Type)
    return nullptr;
  for (const FunctionModel *M : Impl->Models.functions(qualifiedName(F)))
    if ((M->Params < 0 || unsigned(M->Params) == Type->getNumParams()) &&
        M->Signature.empty() && M->Header.empty() && !M->OnlyWithoutBody)
      return Known->second = M;
  return nullptr;
}

const TypeModel *Catalog::typeModelOf(QualType T) {
  if (T.isNull())
    return nullptr;
  auto [Known, New] = Impl->Types.try_emplace(T.getTypePtr());
  if (New)
    Known->second = Impl->findTypeModel(T);
  return Known->second;
}

bool Catalog::taggedZeroizes(const FunctionDecl *F) {
  return Impl->traitsOf(F).TaggedZeroizes;
}

bool Catalog::taggedInterns(const FunctionDecl *F) {
  return Impl->traitsOf(F).TaggedInterns;
}

bool Catalog::nameZeroizes(const FunctionDecl *F) {
  return Impl->traitsOf(F).NameZeroizes;
}

bool Catalog::pointerZeroizes(const ValueDecl *Pointer) {
  const IdentifierInfo *Name = Pointer->getIdentifier();
  return Name &&
         Impl->Patterns.promises(Name->getName(), NamePromise::Zeroizes);
}

bool Catalog::nameDestroys(const FunctionDecl *F) {
  return Impl->traitsOf(F).NameDestroys;
}

bool Catalog::nameInitializes(const FunctionDecl *F) {
  return Impl->traitsOf(F).NameInitializes;
}

} // namespace secret
