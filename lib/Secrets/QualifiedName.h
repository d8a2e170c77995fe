//===- QualifiedName.h - Names of declarations in models --------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Models, messages and stored files call declarations by one kind of name.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_QUALIFIEDNAME_H
#define SECRET_TIDY_SECRETS_QUALIFIEDNAME_H

#include <string>

namespace clang {
class NamedDecl;
} // namespace clang

namespace secret {

/// `ns::Class::method`, `Record::field`, `function::local`. Left out: inline
/// and unnamed namespaces, unnamed records, template arguments, lambdas. A
/// record that only a typedef names has that name. Empty if \p D itself has no
/// name.
std::string qualifiedName(const clang::NamedDecl *D);

} // namespace secret

#endif // SECRET_TIDY_SECRETS_QUALIFIEDNAME_H
