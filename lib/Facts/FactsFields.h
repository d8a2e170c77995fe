//===- FactsFields.h - The fields of facts, for storing ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A new field of a structure in Fact.h or Model.h goes here too, and makes a
// new version of the format (StoredFormat.h).
//
//===----------------------------------------------------------------------===//

#ifndef SECRET_TIDY_FACTS_FACTSFIELDS_H
#define SECRET_TIDY_FACTS_FACTSFIELDS_H

#include "Fields.h"

namespace secret {

template <typename IO, typename T> void value(IO &A, std::optional<T> &V) {
  bool Has = V.has_value();
  value(A, Has);
  if (!Has)
    return V.reset();
  T Inner = V.value_or(T());
  value(A, Inner);
  V = Inner;
}

template <typename IO> void value(IO &A, std::vector<bool> &V) {
  std::vector<uint8_t> Bits(V.begin(), V.end());
  value(A, Bits);
  V.assign(Bits.begin(), Bits.end());
}

template <typename IO> void value(IO &A, llvm::StringRef &V) { A.text(V); }

template <typename IO> void fields(IO &A, std::pair<int64_t, uint32_t> &P) {
  all(A, P.first, P.second);
}

template <typename IO> void fields(IO &A, Length &L) {
  all(A, L.Kind, L.A, L.B, L.CountsElements);
}

template <typename IO> void fields(IO &A, Effect &E) {
  all(A, E.Kind, E.Position, E.Source, E.AndRest, E.ToRest, E.Zeroes,
      E.Indirect, E.Stack, E.Wipe, E.Sink, E.Unless, E.Len, E.Stream, E.Fill,
      E.WhenArgument, E.WhenValue, E.Reason, E.ClearedOnFree, E.Skip,
      E.FromEnd, E.Grows, E.GrowsBy);
}

template <typename IO> void fields(IO &A, Origin &O) {
  all(A, O.File, O.Line, O.Library, O.Seen, O.Column);
}

/// Without the effects, which lie elsewhere.
template <typename IO> void fields(IO &A, FunctionModel &M) {
  all(A, M.Name, M.Params, M.Signature, M.Header, M.OnlyWithoutBody, M.Flags,
      M.From);
}

template <typename IO> void fields(IO &A, TypeInfo &T) {
  all(A, T.Name, T.Class, T.Size, T.ContentSize, T.IsScalar, T.IsPointer,
      T.IsRecord, T.IsConst, T.Holds, T.Unsuitable, T.UnsuitableReason,
      T.UnsuitablePart, T.HasOwnAllocator, T.ZeroizesItself, T.HasDestructor,
      T.IsHandle, T.Pointers, T.Pointee, T.ElementSize, T.Tagged, T.Public);
}

template <typename IO> void fields(IO &A, Fact &F) {
  all(A, F.Kind, F.Cmp, F.Op, F.Flavor, F.IsVolatile, F.Initial, F.IsConstant,
      F.Flag, F.EndsLife, F.Copies, F.Result, F.A, F.B, F.Object, F.Type,
      F.Index, F.Number, F.Size, F.Operands, F.At);
}

template <typename IO> void fields(IO &A, ObjectInfo &O) {
  all(A, O.Kind, O.Name, O.Usr, O.Type, O.Size, O.Parameter, O.IsConst,
      O.IsVolatile, O.IsScalar, O.IsPointer, O.Form, O.IsVariadic, O.StartsZero,
      O.EndsLife, O.IsPublic, O.PointeeTagged, O.PointeePublic, O.PointeeSize,
      O.Tagged, O.Why, O.Declared, O.Statement);
  A.place(O.Tag);
  value(A, O.Destroy);
}

template <typename IO> void fields(IO &A, Argument &R) {
  all(A, R.Value, R.Type, R.PointsToNonConst, R.IsSecret, R.IsPublic,
      R.IsRecordCopy, R.IsRecord, R.IsAddress, R.IsLiteral, R.At, R.Text);
}

template <typename IO> void fields(IO &A, WipeText &W) {
  all(A, W.Pointer, W.Length);
}

template <typename IO> void fields(IO &A, ThrowInfo &T) {
  all(A, T.Try, T.Built);
}

template <typename IO> void fields(IO &A, CallInfo &C) {
  all(A, C.Name, C.Usr, C.Signature);
  A.model(C.Model);
  all(A, C.Callee, C.This, C.Args, C.ResultType, C.ResultIsSecret,
      C.ResultIsPublic, C.Zeroizes, C.ZeroizesByName, C.Destroys, C.Initializes,
      C.Interns, C.MayThrow, C.EndsLife, C.Thrown, C.IsConstructor,
      C.IsConstMethod, C.IsAssignment, C.ThisType, C.Moves, C.Wiped,
      C.KeptByCompiler);
}

template <typename IO> void fields(IO &A, Edge &E) {
  all(A, E.To, E.When, E.Values);
}

template <typename IO> void fields(IO &A, Block &B) {
  all(A, B.Id, B.Facts, B.Condition, B.Successors, B.Try);
}

template <typename IO> void fields(IO &A, TryInfo &T) {
  all(A, T.Handlers, T.Outer, T.CatchesAll, T.IsConstructor, T.Locals);
}

template <typename IO> void fields(IO &A, UnsuitableUse &U) {
  all(A, U.At, U.Name, U.Kind, U.Reason, U.IsParameter);
}

template <typename IO> void fields(IO &A, FunctionFacts &F) {
  all(A, F.Name, F.Usr, F.IsInternal, F.IsConstructor, F.IsDestructor,
      F.IsImplicit, F.IsNoexcept, F.ClassName, F.Class, F.ReturnsSecret, F.This,
      F.Tries, F.Throws, F.Parts, F.Destructor, F.Unsuitable, F.Declared);
  A.place(F.ClosingBrace);
  all(A, F.Objects, F.Calls, F.Blocks, F.Order, F.Entry, F.Exit, F.NumValues,
      F.CrossesBlocks, F.Problem);
}

} // namespace secret

#endif // SECRET_TIDY_FACTS_FACTSFIELDS_H
