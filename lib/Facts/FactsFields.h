//===- FactsFields.h - The fields of facts, for storing ---------*- C++ -*-===//
//
// Part of secret-tidy, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A new field of a structure in Fact.h or Model.h goes here too, and makes a
// new version of the format (StoredFormat.h). Each function names all fields
// twice: a structure that has another one does not compile.
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

template <typename IO> void fields(IO &Io, Length &V) {
  auto &[Kind, A, B, CountsElements] = V;
  all(Io, Kind, A, B, CountsElements);
}

template <typename IO> void fields(IO &Io, Effect &V) {
  auto &[Kind, Position, Source, AndRest, ToRest, Zeroes, Indirect, Stack, Wipe,
         Sink, Unless, Len, Stream, Fill, WhenArgument, WhenValue, Reason,
         ClearedOnFree, Skip, FromEnd, WhenEmpty, Grows, GrowsBy, UnlessMoved,
         Later] = V;
  all(Io, Kind, Position, Source, AndRest, ToRest, Zeroes, Indirect, Stack,
      Wipe, Sink, Unless, Len, Stream, Fill, WhenArgument, WhenValue, Reason,
      ClearedOnFree, Skip, FromEnd, WhenEmpty, Grows, GrowsBy, UnlessMoved,
      Later);
}

template <typename IO> void fields(IO &Io, Origin &V) {
  auto &[File, Line, Library, Seen, Column] = V;
  all(Io, File, Line, Library, Seen, Column);
}

/// Without the effects, which lie elsewhere.
template <typename IO> void fields(IO &Io, FunctionModel &V) {
  auto &[Name, Params, Signature, Header, OnlyWithoutBody, Flags, Effects,
         From] = V;
  all(Io, Name, Params, Signature, Header, OnlyWithoutBody, Flags, From);
}

template <typename IO> void fields(IO &Io, TypePart &V) {
  auto &[Offset, Size] = V;
  all(Io, Offset, Size);
}

template <typename IO> void fields(IO &Io, TypeInfo &V) {
  auto &[Name, Class, Size, ContentSize, IsScalar, IsPointer, IsRecord, IsConst,
         Holds, Unsuitable, UnsuitableReason, UnsuitablePart, HasOwnAllocator,
         ZeroizesItself, IsTrivial, HasDestructor, IsHandle, Pointers, Blocks,
         Parts, Pointee, ElementSize, Tagged, Public] = V;
  all(Io, Name, Class, Size, ContentSize, IsScalar, IsPointer, IsRecord,
      IsConst, Holds, Unsuitable, UnsuitableReason, UnsuitablePart,
      HasOwnAllocator, ZeroizesItself, IsTrivial, HasDestructor, IsHandle,
      Pointers, Blocks, Parts, Pointee, ElementSize, Tagged, Public);
}

template <typename IO> void fields(IO &Io, Fact &V) {
  auto &[Kind, Cmp, Op, Flavor, IsVolatile, Initial, IsConstant, Flag, EndsLife,
         Copies, Result, A, B, Object, Type, Index, Number, Size, Operands,
         At] = V;
  all(Io, Kind, Cmp, Op, Flavor, IsVolatile, Initial, IsConstant, Flag,
      EndsLife, Copies, Result, A, B, Object, Type, Index, Number, Size,
      Operands, At);
}

template <typename IO> void fields(IO &Io, ObjectInfo &V) {
  auto &[Kind, Name, Usr, Type, Size, Parameter, IsConst, IsVolatile, IsScalar,
         IsPointer, Form, IsVariadic, StartsZero, EndsLife, IsPublic,
         PointeeTagged, PointeePublic, PointeeSize, Tagged, Why, Declared,
         Statement, Tag, Destroy] = V;
  all(Io, Kind, Name, Usr, Type, Size, Parameter, IsConst, IsVolatile, IsScalar,
      IsPointer, Form, IsVariadic, StartsZero, EndsLife, IsPublic,
      PointeeTagged, PointeePublic, PointeeSize, Tagged, Why, Declared,
      Statement);
  Io.place(Tag);
  all(Io, Destroy);
}

template <typename IO> void fields(IO &Io, Argument &V) {
  auto &[Value, Type, PointsToNonConst, IsSecret, IsPublic, IsRecordCopy,
         IsRecord, IsReference, IsAddress, IsMoved, IsText, At, Text] = V;
  all(Io, Value, Type, PointsToNonConst, IsSecret, IsPublic, IsRecordCopy,
      IsRecord, IsReference, IsAddress, IsMoved, IsText, At, Text);
}

template <typename IO> void fields(IO &Io, WipeText &V) {
  auto &[Pointer, Length] = V;
  all(Io, Pointer, Length);
}

template <typename IO> void fields(IO &Io, ThrowInfo::Landing &V) {
  auto &[Try, Block] = V;
  all(Io, Try, Block);
}

template <typename IO> void fields(IO &Io, ThrowInfo &V) {
  auto &[Try, IsKnown, Leaves, Landings, Built] = V;
  all(Io, Try, IsKnown, Leaves, Landings, Built);
}

template <typename IO> void fields(IO &Io, CallTarget &V) {
  auto &[Call, Function, Tables] = V;
  all(Io, Call, Function, Tables);
}

template <typename IO> void fields(IO &Io, CallInfo &V) {
  auto &[Name, Usr, Signature, Model, Callee, This, Args, ResultType,
         ResultIsSecret, ResultIsPublic, Zeroizes, ZeroizesByName, Destroys,
         Initializes, Interns, MayThrow, EndsLife, Thrown, IsConstructor,
         IsConstMethod, IsAssignment, ThisType, IsPromise, Wiped,
         KeptByCompiler, Slot, Table, Pointer, NumTargets, Targets, Nth] = V;
  all(Io, Name, Usr, Signature);
  Io.model(Model);
  all(Io, Callee, This, Args, ResultType, ResultIsSecret, ResultIsPublic,
      Zeroizes, ZeroizesByName, Destroys, Initializes, Interns, MayThrow,
      EndsLife, Thrown, IsConstructor, IsConstMethod, IsAssignment, ThisType,
      IsPromise, Wiped, KeptByCompiler, Slot, Table, Pointer, NumTargets,
      Targets, Nth);
}

template <typename IO> void fields(IO &Io, Edge &V) {
  auto &[To, When, Values] = V;
  all(Io, To, When, Values);
}

template <typename IO> void fields(IO &Io, Block &V) {
  auto &[Id, Facts, Condition, Successors, Try] = V;
  all(Io, Id, Facts, Condition, Successors, Try);
}

template <typename IO> void fields(IO &Io, TryInfo &V) {
  auto &[Handlers, Outer, CatchesAll, IsConstructor, Locals] = V;
  all(Io, Handlers, Outer, CatchesAll, IsConstructor, Locals);
}

template <typename IO> void fields(IO &Io, UnsuitableUse &V) {
  auto &[At, Name, Kind, Reason, IsParameter] = V;
  all(Io, At, Name, Kind, Reason, IsParameter);
}

template <typename IO> void fields(IO &Io, FunctionFacts &V) {
  auto &[Name, Usr, IsInternal, IsConstructor, IsDestructor, IsImplicit,
         IsNoexcept, IsUnoptimized, ClassName, Class, ReturnsSecret, This,
         Tries, Throws, Parts, Destructor, Unsuitable, Declared, ClosingBrace,
         Objects, Calls, Blocks, Order, Entry, Exit, NumValues, CrossesBlocks,
         Problem] = V;
  all(Io, Name, Usr, IsInternal, IsConstructor, IsDestructor, IsImplicit,
      IsNoexcept, IsUnoptimized, ClassName, Class, ReturnsSecret, This, Tries,
      Throws, Parts, Destructor, Unsuitable, Declared);
  Io.place(ClosingBrace);
  all(Io, Objects, Calls, Blocks, Order, Entry, Exit, NumValues, CrossesBlocks,
      Problem);
}

} // namespace secret

#endif // SECRET_TIDY_FACTS_FACTSFIELDS_H
