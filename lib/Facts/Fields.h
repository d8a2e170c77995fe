//===- Fields.h - The fields of a structure, named once ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For stored formats: one function `fields(IO, Structure)` names the fields of
// each structure, for writing and for reading, so that the two cannot differ.
// An IO has number(), text(), place(), nested() for a structure or list, and
// each() for a list's items; `fields` of further structures are declared beside
// it, where argument-dependent look-up finds them.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_FIELDS_H
#define SECRET_TIDY_FACTS_FIELDS_H

#include "Fact.h"
#include <type_traits>

namespace secret {

template <typename IO, typename T>
std::enable_if_t<std::is_integral_v<T> || std::is_enum_v<T>> value(IO &A,
                                                                   T &V) {
  A.number(V);
}

template <typename IO> void value(IO &A, std::string &V) { A.text(V); }

// Declared first: they need each other.
template <typename IO, typename T>
std::enable_if_t<std::is_class_v<T>> value(IO &A, T &V);
template <typename IO, typename T> void value(IO &A, std::vector<T> &V);
template <typename IO, typename T, unsigned N>
void value(IO &A, llvm::SmallVector<T, N> &V);

template <typename IO, typename... Fields> void all(IO &A, Fields &...F) {
  (value(A, F), ...);
}

template <typename IO> void fields(IO &A, Span &S) {
  A.place(S.Begin);
  A.place(S.End);
}

template <typename IO> void fields(IO &A, Note &N) { all(A, N.At, N.Text); }

template <typename IO> void fields(IO &A, TaggedRange &T) {
  all(A, T.Lo, T.Hi, T.Pointee, T.IsClassDuty, T.IsUnsuitable, T.Name);
  A.place(T.Where);
  value(A, T.Inferred);
}

template <typename IO, typename T>
std::enable_if_t<std::is_class_v<T>> value(IO &A, T &V) {
  A.nested([&] { fields(A, V); });
}

template <typename IO, typename T> void value(IO &A, std::vector<T> &V) {
  A.nested([&] { A.each(V, [&](T &Item) { value(A, Item); }); });
}

template <typename IO, typename T, unsigned N>
void value(IO &A, llvm::SmallVector<T, N> &V) {
  A.nested([&] { A.each(V, [&](T &Item) { value(A, Item); }); });
}

} // namespace secret

#endif // SECRET_TIDY_FACTS_FIELDS_H
