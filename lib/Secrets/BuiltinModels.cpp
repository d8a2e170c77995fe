//===- BuiltinModels.cpp - The models that ship with the project ----------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tables are made from checks/models/*.yaml by secret-model-compiler. They
// are constant expressions: loading the plugin runs no code for them.
//
//===----------------------------------------------------------------------===//

#include "Model.h"

namespace secret {

#include "BuiltinModels.inc"

const ModelTables &builtinModels() {
  static const ModelTables Tables = {
      {BuiltinFunctions, BuiltinFunctionCount},
      {BuiltinTags, BuiltinTagCount},
      {BuiltinTypes, BuiltinTypeCount},
      /*Sorted=*/true,
  };
  return Tables;
}

} // namespace secret
