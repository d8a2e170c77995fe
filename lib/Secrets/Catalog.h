//===- Catalog.h - What is secret here? -------------------------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Answers what tags and models say of a declaration. Tags in the source win
// over models; models of later files win over earlier ones.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_CATALOG_H
#define SECRET_TIDY_SECRETS_CATALOG_H

#include "Model.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>
#include <optional>
#include <vector>

namespace clang {
class ASTContext;
class CXXRecordDecl;
class Decl;
class FieldDecl;
class FunctionDecl;
class NamedDecl;
class QualType;
class RecordDecl;
class TagDecl;
class ValueDecl;
} // namespace clang

namespace secret {

/// Finds models by name. Immutable once made, so threads can share it.
class ModelIndex {
public:
  /// Later tables win over earlier ones.
  explicit ModelIndex(std::vector<ModelTables> Layers);
  ~ModelIndex();
  ModelIndex(ModelIndex &&) noexcept;

  /// Entries whose name matches \p QualifiedName, best first; empty if none.
  /// The caller checks arity, signature and header.
  std::vector<const FunctionModel *>
  functions(llvm::StringRef QualifiedName) const;
  const TypeModel *type(llvm::StringRef QualifiedName) const;
  /// The tag of a thing called \p QualifiedName; \p Position is for parameters.
  const TagModel *tag(TaggedThing Thing, llvm::StringRef QualifiedName,
                      int Position = NoPosition) const;
  /// In rising order of precedence.
  llvm::ArrayRef<ModelTables> layers() const;
  /// Whether there may be a tag of a thing whose qualified name ends in
  /// \p LastName, so that callers can skip spelling names.
  bool mayTag(TaggedThing Thing, llvm::StringRef LastName) const;

private:
  struct Tables;
  std::unique_ptr<Tables> Impl;
};

/// Why something is secret or public, for messages.
struct Tag {
  TagKind Kind = TagKind::Secret;
  /// The attribute's or declaration's place in the source, or null for a model.
  const clang::Decl *Where = nullptr;
  const Origin *Model = nullptr;
  /// Nobody has said so: its name suggests it.
  bool Inferred = false;
};

/// How the reason for an inferred tag ends, in notes.
inline constexpr llvm::StringLiteral InferredText = ", inferred from the name";

/// What tags and models say of the declarations of one translation unit.
/// Answers are cached; not thread-safe, one per unit.
class Catalog {
public:
  /// With \p InferFromNames, what is called like a secret is tagged so unless
  /// tags or models say otherwise.
  Catalog(const clang::ASTContext &Context, const ModelIndex &Models,
          bool InferFromNames = false);
  ~Catalog();

  /// Tag of a variable, parameter, field or function declaration itself (any
  /// redeclaration counts); not of its type.
  std::optional<Tag> tagOf(const clang::NamedDecl *D);
  /// Tag of a record, enum or alias that \p T names, through sugar and arrays,
  /// but not through pointers.
  std::optional<Tag> tagOfType(clang::QualType T);
  /// The model that holds for \p F, with signature and header checked; null if
  /// none. Name-based rules (`*wipe*`, `*_free`) are not models.
  const FunctionModel *modelOf(const clang::FunctionDecl *F);
  /// The model of the functions that a field points to, called by the field's
  /// name (`Table::function`); one that asks for a signature, a header or a
  /// missing body does not hold. Null if none.
  const FunctionModel *modelOfField(const clang::FieldDecl *F);
  const TypeModel *typeModelOf(clang::QualType T);
  /// annotate("zeroizes"), annotate("interns") on any redeclaration.
  bool taggedZeroizes(const clang::FunctionDecl *F);
  bool taggedInterns(const clang::FunctionDecl *F);
  /// An unknown function whose name promises to zeroize (`*wipe*`, ...).
  bool nameZeroizes(const clang::FunctionDecl *F);
  /// The same of a pointer to functions: a variable or field.
  bool pointerZeroizes(const clang::ValueDecl *Pointer);
  /// `*_free(p)`, `*_destroy(p)`, ...: trusted to zeroize a record's fields.
  bool nameDestroys(const clang::FunctionDecl *F);
  /// `*_init(p, ...)`: brings no secret unless it is given one.
  bool nameInitializes(const clang::FunctionDecl *F);

private:
  struct Cache;
  std::unique_ptr<Cache> Impl;
};

} // namespace secret

#endif // SECRET_TIDY_SECRETS_CATALOG_H
