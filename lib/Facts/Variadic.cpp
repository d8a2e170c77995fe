//===- Variadic.cpp - Facts of variable arguments -------------------------===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The variable arguments are one more parameter, that va_start copies to a
// va_list: whoever prints the list prints what the callers give.
//
//===----------------------------------------------------------------------===//

#include "Compat/Builtins.h"
#include "Lowering.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

using namespace clang;
using namespace secret;

/// Carries the secrecy of the arguments, but is no storage of theirs.
bool secret::isArgumentList(QualType T, const ASTContext &Context) {
  return Context.hasSameUnqualifiedType(T, Context.getBuiltinVaListType()) &&
         !T->isAnyPointerType();
}

ObjectId FunctionLowering::variableArguments() {
  int Fixed = 0;
  for (ObjectId O = 0; O != Facts.Objects.size(); ++O) {
    if (Facts.Objects[O].IsVariadic)
      return O;
    Fixed = std::max(Fixed, Facts.Objects[O].Parameter + 1);
  }
  ObjectInfo Info;
  Info.Kind = ObjectKind::Parameter;
  Info.Name = "...";
  Info.Parameter = Fixed;
  Info.IsVariadic = true;
  Info.Declared = Facts.Declared;
  return newObject(std::move(Info));
}

bool FunctionLowering::lowerArgumentList(const CallExpr *E) {
  unsigned Builtin = E->getBuiltinCallee();
  if (Builtin == Builtin::BI__builtin_va_end)
    return true;
  ValueId From;
  if (isVaStart(Builtin))
    From = addressOf(variableArguments(), E);
  else if (Builtin == Builtin::BI__builtin_va_copy)
    From = valueOf(E->getArg(1));
  else
    return false;
  ValueId To = valueOf(E->getArg(0));
  Fact &F = emit(FactKind::Copy, E);
  F.A = To;
  F.B = From;
  return true;
}
