//===- ModelOrder.h - The order in which models are found -------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Exact names come first, sorted, so that they are found by binary search; then
// the globs. Of entries for one name, and of globs, the best comes first. The
// built-in tables are written in this order, so that nothing is built from them
// at run time.
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_SECRETS_MODELORDER_H
#define SECRET_TIDY_SECRETS_MODELORDER_H

#include "Model.h"
#include "ModelName.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>
#include <vector>

namespace secret {

/// How much an entry asks of a declaration: what asks more is meant for fewer.
inline unsigned constraints(const FunctionModel &F) {
  return 8 * !F.Signature.empty() + 4 * !F.Header.empty() +
         2 * (F.Params >= 0) + F.OnlyWithoutBody;
}
template <typename Model> unsigned constraints(const Model &) { return 0; }

template <typename Model> void sortForLookup(std::vector<Model> &Models) {
  // Later entries are better than earlier ones that ask as much.
  auto Key = [&](size_t I) {
    bool Glob = isGlob(Models[I].Name);
    return std::make_tuple(Glob, Glob ? llvm::StringRef() : Models[I].Name,
                           -static_cast<int>(constraints(Models[I])),
                           Models.size() - I);
  };
  std::vector<size_t> Order(Models.size());
  for (size_t I = 0; I != Order.size(); ++I)
    Order[I] = I;
  llvm::sort(Order, [&](size_t A, size_t B) { return Key(A) < Key(B); });
  std::vector<Model> Sorted;
  for (size_t I : Order)
    Sorted.push_back(Models[I]);
  Models = std::move(Sorted);
}

/// How many of the sorted models have exact names.
template <typename Model> size_t countExact(llvm::ArrayRef<Model> Sorted) {
  return llvm::partition_point(Sorted,
                               [](const Model &M) { return !isGlob(M.Name); }) -
         Sorted.begin();
}

} // namespace secret

#endif // SECRET_TIDY_SECRETS_MODELORDER_H
